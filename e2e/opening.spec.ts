import type { Page } from '@playwright/test'
import { colour } from '../shared/look/palette.ts'
import { expect, test } from './fixtures.ts'
import { BoardPage } from './pages/board-page.ts'

/** A sync step 1 that knows nothing. */
const ASK_ALL = '0,0,1,0'

/** What a page sends on each of its sockets from now on, frame by frame. */
function sentBy(page: Page): string[][] {
  const sockets: string[][] = []
  page.on('websocket', (socket) => {
    const frames: string[] = []
    sockets.push(frames)
    socket.on('framesent', ({ payload }) => frames.push([...Buffer.from(payload)].join()))
  })
  return sockets
}

/** How many pixels of the map have the colour of what is selected. */
const marked = (page: Page): Promise<number> =>
  page.evaluate(
    (blue) => {
      const canvas = document.querySelector<HTMLCanvasElement>('[role="application"] canvas')
      const { width = 0, height = 0 } = canvas ?? {}
      const data = canvas?.getContext('2d')?.getImageData(0, 0, width, height).data ?? []
      const wanted = [1, 3, 5].map((at) => Number.parseInt(blue.slice(at, at + 2), 16))
      let count = 0
      for (let at = 0; at < data.length; at += 4)
        if (wanted.every((value, part) => data[at + part] === value)) count += 1
      return count
    },
    colour('selection', 'light'),
  )

test('a board that was joined before is asked for once, on one socket, and whole only where there is no copy of it', async ({
  server,
  board,
  joinAs,
  newPerson,
}) => {
  const before = await joinAs('facilitator', 'Amara Okafor', 'Northbank Council')
  await before.place('Note', [500, 500], 'written before')
  await before.isSaved()
  const key = `rapport.board.${board.id}`
  const credentials = await before.page.evaluate((name) => localStorage.getItem(name), key)
  await before.page.close()

  const page = await newPerson()
  await page.goto(server.url)
  await page.evaluate(
    ([name = '', value = '']) => localStorage.setItem(name, value),
    [key, credentials ?? ''],
  )
  const first = sentBy(page)
  await page.goto(`${server.url}b/${board.id}`)
  const again = new BoardPage(page)
  await again.isSaved()
  await again.select('Note written before')
  expect(first).toHaveLength(1)
  expect(first[0]?.filter((frame) => frame === ASK_ALL)).toHaveLength(1)

  await again.place('Note', [900, 600], 'written after')
  await again.isSaved()
  const second = sentBy(page)
  await page.reload()
  await again.isSaved()
  await again.select('Note written after')
  expect(second).toHaveLength(1)
  expect(second[0]).not.toContain(ASK_ALL)
})

test('a way back that was tampered with leaves no blank page', async ({
  server,
  board,
  joinAs,
}) => {
  const { page } = await joinAs('partner', 'Rhys Morgan', 'Riverside NHS Trust')
  await page.evaluate((key) => {
    const kept = JSON.parse(localStorage.getItem(key) ?? '') as { participant: { token: string } }
    kept.participant.token = 'no token at all'
    localStorage.setItem(key, JSON.stringify(kept))
  }, `rapport.board.${board.id}`)
  await page.goto(`${server.url}b/${board.id}`)
  await expect(page.getByRole('heading', { name: 'This page has stopped working' })).toBeVisible()
})

test('a board is asked for before the app’s own code is there', async ({ joinAs }) => {
  const { page } = await joinAs('partner', 'Rhys Morgan', 'Riverside NHS Trust')
  const asked = page.waitForEvent('websocket')
  await page.route(/\/assets\/app-.*\.js/, async (route) => {
    await asked
    await route.continue()
  })
  await page.reload()
  await new BoardPage(page).isReady()
})

test('what lies over the map comes by itself where it couldn’t be had at first', async ({
  joinAs,
}) => {
  const person = await joinAs('facilitator', 'Amara Okafor', 'Northbank Council')
  const { page } = person
  await person.place('Note', [500, 500], 'to be marked')
  await person.isSaved()
  await page.route(/\/assets\/cover-/, (route) => route.abort(), { times: 1 })
  const failed = page.waitForEvent('requestfailed')
  const came = page.waitForResponse(/\/assets\/cover-/)
  await page.reload()
  await failed
  await person.select('Note to be marked')
  expect(await marked(page)).toBe(0)
  await expect(page.getByText('That part can’t be fetched now.')).toBeVisible()
  await came
  await expect.poll(() => marked(page)).toBeGreaterThan(100)
})
