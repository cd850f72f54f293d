import type { Page } from '@playwright/test'
import { notesIn } from './document.ts'
import { expect, test as base } from './fixtures.ts'
import { FlakyLine } from './flaky-line.ts'
import { BoardPage } from './pages/board-page.ts'
import { JoinPage } from './pages/join-page.ts'
import { ServerProcess } from './server.ts'

/** Everything but the stock clients goes over a line that can be made bad. */
const test = base.extend<object, { line: FlakyLine; server: ServerProcess }>({
  server: [
    async ({}, use) => {
      const server = await ServerProcess.launch({
        MAX_IMPORT_BYTES: '200000',
        MAX_IMAGE_BYTES: '200000',
      })
      await use(server)
      await server.remove()
    },
    { scope: 'worker' },
  ],
  line: [
    async ({ server }, use) => {
      const line = await FlakyLine.to(server.port)
      server.reachedBy(line.port)
      await use(line)
      await line.close()
    },
    { scope: 'worker', auto: true },
  ],
})

test.afterEach(({ line }) => line.heal())

/** Joins in a page whose clock the test may move. */
async function join(page: Page, link: string): Promise<BoardPage> {
  const form = new JoinPage(page)
  await form.open(link)
  await form.join('Amara Okafor', 'Northbank Council')
  const person = new BoardPage(page)
  await person.isReady()
  // The tools come just behind the map.
  await expect(person.tools.getByRole('button', { name: 'Note', exact: true })).toBeVisible()
  return person
}

test('a line that goes dead without a word is noticed: nothing is called saved that is not, nothing is lost', async ({
  line,
  board,
  newPerson,
  peerAs,
}) => {
  const peer = await peerAs('facilitator', 'Rhys Morgan', 'Riverside NHS Trust')
  const page = await newPerson()
  await page.clock.install()
  const person = await join(page, board.links.facilitator)
  line.strand()
  await person.place('Note', [500, 500], 'said into the void')
  await expect(person.status).toHaveAccessibleName(/^Status: Saving \d+ changes$/)
  expect(notesIn(peer.doc)).toEqual([])

  await page.clock.runFor(16_000)
  await person.isSaved()
  await expect.poll(() => notesIn(peer.doc)).toEqual(['said into the void'])
})

test('on a slow line that is cut again and again, and held up one way, each change arrives once', async ({
  line,
  joinAs,
  peerAs,
}) => {
  const peer = await peerAs('facilitator', 'Rhys Morgan', 'Riverside NHS Trust')
  const person = await joinAs('partner', 'Amara Okafor', 'Northbank Council')
  await expect(person.tools.getByRole('button', { name: 'Note', exact: true })).toBeVisible()
  line.delay = 150
  // What is said arrives, and nothing comes back: it can't be known to be saved.
  line.hold('down')
  await person.place('Note', [400, 500], 'one')
  await expect.poll(() => notesIn(peer.doc)).toEqual(['one'])
  await expect(person.status).toHaveAccessibleName(/^Status: Saving/)
  line.cut()
  line.heal()
  line.delay = 150
  await person.isSaved()
  // Nothing that is said arrives.
  line.hold('up')
  await person.place('Note', [700, 500], 'two')
  await expect(person.status).toHaveAccessibleName(/^Status: Saving/)
  expect(notesIn(peer.doc)).toEqual(['one'])
  line.cut()
  await expect(person.status).toHaveAccessibleName(/^Status: Offline: \d+ changes kept here$/)
  await person.place('Note', [1000, 500], 'three')
  line.heal()
  await person.isSaved()
  await expect.poll(() => notesIn(peer.doc).toSorted()).toEqual(['one', 'three', 'two'])
})

for (const stranger of ['sign-in page', 'lost proxy'] as const) {
  test(`a ${stranger} that answers instead is no server: work is kept, and goes out when it is gone`, async ({
    line,
    joinAs,
    peerAs,
  }) => {
    const peer = await peerAs('facilitator', 'Rhys Morgan', 'Riverside NHS Trust')
    const person = await joinAs('facilitator', 'Amara Okafor', 'Northbank Council')
    const { page, status, tools } = person
    await expect(tools.getByRole('button', { name: 'Note', exact: true })).toBeVisible()
    await status.click()
    const details = page.getByRole('dialog', { name: 'Status' })
    await expect(details.getByRole('button', { name: 'Save a copy' })).toBeVisible()
    await page.keyboard.press('Escape')
    line.answerBy(stranger)
    await expect(status).toHaveAccessibleName('Status: Offline')
    await person.place('Note', [500, 500], 'kept meanwhile')
    await expect(status).toHaveAccessibleName(/^Status: Offline: \d+ changes kept here$/)
    await status.click()
    await details.getByRole('button', { name: 'Try again now' }).click()
    await expect(status).toHaveAccessibleName(/^Status: Offline: \d+ changes kept here$/)
    // What has to be fetched says why it isn't there.
    await page.getByRole('button', { name: 'Share' }).click()
    await expect(page.getByText('That part can’t be fetched now.')).toBeVisible()

    line.heal()
    await person.isSaved()
    await expect.poll(() => notesIn(peer.doc)).toEqual(['kept meanwhile'])
    await status.click()
    await expect(details).not.toContainText('slow way')
    await page.keyboard.press('Escape')
    await person.openShare()
  })
}

test('storage that is wiped, or full, while a board is open: work goes on, and the status says where it is', async ({
  server,
  line,
  joinAs,
  peerAs,
}) => {
  const peer = await peerAs('facilitator', 'Rhys Morgan', 'Riverside NHS Trust')
  const wiped = await joinAs('facilitator', 'Amara Okafor', 'Northbank Council')
  const full = await joinAs('partner', 'Olwen Pugh', 'Northbank Council')
  for (const { tools } of [wiped, full])
    await expect(tools.getByRole('button', { name: 'Note', exact: true })).toBeVisible()
  const { origin } = new URL(server.url)
  const devtools = await wiped.page.context().newCDPSession(wiped.page)
  await devtools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' })
  // Chromium looks at a lowered quota only after a while; what it does then is to abort the transaction.
  await full.page.evaluate(() => {
    IDBObjectStore.prototype.add = function refuse(value) {
      const request = this.put(value)
      this.transaction.abort()
      return request
    }
  })

  await wiped.place('Note', [400, 500], 'after the wipe')
  await full.place('Note', [800, 600], 'on a full disk')
  await wiped.isSaved()
  await full.isSaved()
  await expect
    .poll(() => notesIn(peer.doc).toSorted())
    .toEqual(['after the wipe', 'on a full disk'])
  line.answerBy('sign-in page')
  await wiped.place('Note', [400, 300], 'wiped and offline')
  await full.place('Note', [800, 300], 'full and offline')
  // A browser that was wiped keeps things again, a full one doesn't.
  await expect(wiped.status).toHaveAccessibleName(/^Status: Offline: \d+ changes kept here$/)
  await expect(full.status).toHaveAccessibleName(/^Status: \d+ changes only in this tab$/)
  line.heal()
  await wiped.isSaved()
  await full.isSaved()
  await wiped.page.reload()
  await wiped.isSaved()
  await expect
    .poll(() => notesIn(peer.doc).toSorted())
    .toEqual(['after the wipe', 'full and offline', 'on a full disk', 'wiped and offline'])
})

test('a clock that is ten minutes off changes no timer and no word of the status', async ({
  board,
  newPerson,
  joinAs,
}) => {
  const facilitator = await joinAs('facilitator', 'Rhys Morgan', 'Riverside NHS Trust')
  const page = await newPerson()
  await page.clock.install({ time: Date.now() + 600_000 })
  const ahead = await join(page, board.links.partner)
  await ahead.place('Note', [500, 500], 'from the future')
  await ahead.isSaved()
  await facilitator.page.getByRole('button', { name: 'Start a timer' }).click()
  await facilitator.page.getByRole('button', { name: 'Start', exact: true }).click()
  for (const shown of [facilitator.page, page])
    await expect(shown.getByRole('timer')).toHaveText(/^(10:00|9:\d\d)$/)
})

test('what is too large for the server, or for a proxy before it, is refused where the person is', async ({
  joinAs,
}) => {
  const person = await joinAs('facilitator', 'Amara Okafor', 'Northbank Council')
  const { page } = person
  await person.choose('More', 'Import…')
  const dialog = page.getByRole('dialog', { name: 'Import' })
  const choose = dialog.getByLabel('Choose a file, or drop it here')
  const file = (size: number) => ({
    name: 'map.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`From,To,Trust\n${'A,B,1\n'.repeat(size / 6)}`),
  })
  await choose.setInputFiles(file(300_000))
  await expect(dialog.getByText('The file is larger than 0.2 MB.')).toBeVisible()
  await page.route('**/import/preview*', (route) =>
    route.fulfill({ status: 413, contentType: 'text/html', body: '<h1>413</h1>' }),
  )
  await choose.setInputFiles(file(60_000))
  await expect(
    dialog.getByText(/larger than this network or the server’s proxy lets through/),
  ).toBeVisible()
})
