import { notesIn } from './document.ts'
import { expect, test } from './fixtures.ts'
import { BoardPage } from './pages/board-page.ts'

test.use({ serviceWorkers: 'allow' })

test('the app opens without the server, on a board that this browser knows, and delivers what was done then', async ({
  server,
  board,
  joinAs,
  peerAs,
}) => {
  const before = await joinAs('facilitator', 'Amara Okafor', 'Northbank Council')
  const context = before.page.context()
  await before.place('Note', [500, 500], 'written in the room')
  await before.isSaved()
  await before.page.evaluate(async () => navigator.serviceWorker.ready)
  await before.page.close()
  await server.stop()

  const start = await context.newPage()
  await start.goto(server.url)
  await expect(start.getByRole('heading', { name: 'Start a board' })).toBeVisible()
  await start.close()
  const page = await context.newPage()
  await page.goto(`${server.url}b/${board.id}`)
  const after = new BoardPage(page)
  await expect(after.status).toHaveAccessibleName('Status: Offline')
  await after.select('Note written in the room')
  await after.place('Note', [900, 600], 'written on the train')
  await expect(after.status).toHaveAccessibleName(/^Status: Offline: \d+ changes kept here$/)

  await server.start()
  await after.isSaved()
  const peer = await peerAs('observer', 'Olwen Pugh')
  expect(notesIn(peer.doc)).toEqual(['written in the room', 'written on the train'])
})
