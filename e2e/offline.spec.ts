import { addObjects } from '../shared/board/commands.ts'
import { joinByHttp } from './board.ts'
import { storedIn } from './browser-storage.ts'
import { notesIn } from './document.ts'
import { expect, test } from './fixtures.ts'
import { BoardPage } from './pages/board-page.ts'
import { JoinPage } from './pages/join-page.ts'

test('what people do while the server is away is kept, told, and merged when it is back', async ({
  server,
  joinAs,
  peerAs,
}) => {
  const facilitator = await joinAs('facilitator', 'Amara Okafor', 'Northbank Council')
  const partner = await joinAs('partner', 'Rhys Morgan', 'Riverside NHS Trust')
  // The tools come just behind the map.
  for (const { tools } of [facilitator, partner])
    await expect(tools.getByRole('button', { name: 'Note', exact: true })).toBeVisible()
  await server.stop()
  for (const person of [facilitator, partner])
    await expect(person.status).toHaveAccessibleName('Status: Offline')
  await facilitator.place('Note', [500, 500], 'kept by the council')
  await partner.place('Note', [900, 600], 'kept by the trust')
  for (const person of [facilitator, partner])
    await expect(person.status).toHaveAccessibleName(/^Status: Offline: \d+ changes? kept here$/)

  await server.start()
  for (const person of [facilitator, partner]) await person.isSaved()
  await facilitator.select('Note kept by the trust')
  await partner.select('Note kept by the council')
  const peer = await peerAs('observer', 'Olwen Pugh')
  expect(notesIn(peer.doc)).toEqual(['kept by the council', 'kept by the trust'])
})

test('a tab that was closed offline still delivers its edits when it is opened again', async ({
  server,
  board,
  joinAs,
  peerAs,
}) => {
  const before = await joinAs('facilitator', 'Amara Okafor', 'Northbank Council')
  const context = before.page.context()
  // The tools come just behind the map, and from the server that is about to go.
  await expect(before.tools.getByRole('button', { name: 'Note', exact: true })).toBeVisible()
  await server.stop()
  await before.place('Note', [500, 500], 'written on the train')
  await expect(before.status).toHaveAccessibleName(/kept here$/)
  await expect(before.status).toHaveAttribute('aria-busy', 'false')
  await before.page.close()

  await server.start()
  const page = await context.newPage()
  await page.goto(`${server.url}b/${board.id}`)
  const after = new BoardPage(page)
  await after.isSaved()
  await after.select('Note written on the train')
  const peer = await peerAs('observer', 'Olwen Pugh')
  expect(notesIn(peer.doc)).toEqual(['written on the train'])
})

test('what somebody deletes leaves the copies in the browsers too, at the latest when the board is opened again', async ({
  joinAs,
  peerAs,
}) => {
  const watching = await joinAs('partner', 'Rhys Morgan', 'Riverside NHS Trust')
  const deleting = await joinAs('facilitator', 'Amara Okafor', 'Northbank Council')
  const peer = await peerAs('partner', 'Sian Rees', 'Riverside NHS Trust')
  addObjects(peer.doc, [{ type: 'note', at: [500, 500], fields: { text: 'a canary' } }], null)
  await deleting.select('Note a canary')
  for (const { page } of [watching, deleting])
    await expect.poll(() => storedIn(page)).toContain('a canary')
  await deleting.page.keyboard.press('Delete')
  await deleting.isSaved()
  await expect.poll(() => storedIn(watching.page)).not.toContain('a canary')
  // It can still be undone there, until the window is closed.
  await deleting.page.reload()
  await deleting.isReady()
  await expect.poll(() => storedIn(deleting.page)).not.toContain('a canary')
})

test('a board that is deleted leaves nothing in the browsers that were on it', async ({
  server,
  board,
  joinAs,
  peerAs,
}) => {
  const { page, map } = await joinAs('partner', 'Rhys Morgan', 'Riverside NHS Trust')
  const peer = await peerAs('partner', 'Sian Rees', 'Riverside NHS Trust')
  addObjects(peer.doc, [{ type: 'note', at: [500, 500], fields: { text: 'a canary' } }], null)
  await expect.poll(() => storedIn(page)).toContain('a canary')
  expect(await storedIn(page)).toContain(board.id)
  const { participant } = await joinByHttp(server, board, 'facilitator', 'Amara Okafor')
  const { status } = await fetch(`${server.url}api/boards/${board.id}`, {
    method: 'DELETE',
    headers: { authorization: `Bearer ${participant.token}` },
  })
  expect(status).toBe(204)
  const told = page.getByRole('dialog', { name: 'This board is closed' })
  await expect(told).toContainText('Everything that you did was saved before that.')
  await told.getByRole('button', { name: 'Go to the start page' }).click()
  await expect(page.getByRole('heading', { name: 'Start a board' })).toBeVisible()
  await expect(map).toBeHidden()
  await expect.poll(() => storedIn(page)).not.toContain(board.id)
  expect(await storedIn(page)).not.toContain('canary')
})

test('a browser that keeps no copy asks before changes go that are nowhere else, and lets go once they are saved', async ({
  server,
  board,
  newPerson,
}) => {
  const page = await newPerson()
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('Storage is switched off.', 'SecurityError')
    }
  })
  const join = new JoinPage(page)
  await join.open(board.links.facilitator)
  await join.join('Amara Okafor', 'Northbank Council')
  const person = new BoardPage(page)
  await person.isReady()
  await expect(person.tools.getByRole('button', { name: 'Note', exact: true })).toBeVisible()
  await server.stop()
  await expect(person.status).toHaveAccessibleName('Status: Offline, kept only in this tab')
  await person.place('Note', [500, 500], 'nowhere else')
  await expect(person.status).toHaveAccessibleName(/^Status: \d+ changes? only in this tab$/)

  const asked = page.waitForEvent('dialog')
  await page.close({ runBeforeUnload: true })
  const dialog = await asked
  expect(dialog.type()).toBe('beforeunload')
  await dialog.dismiss()
  await server.start()
  await person.isSaved()
  await person.select('Note nowhere else')
  const gone = page.waitForEvent('close')
  await page.close({ runBeforeUnload: true })
  await gone
})
