import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import { addObjects } from '../shared/board/commands.ts'
import { decodeJson, messageType } from '../shared/protocol/messages.ts'
import { joinByHttp } from './board.ts'
import { notesIn, objectsIn } from './document.ts'
import { expect, test } from './fixtures.ts'
import { openRawSocket, updateMessage } from './peer.ts'

test('an observer reads everything and is offered no way to change it', async ({
  joinAs,
  peerAs,
}) => {
  const observer = await joinAs('observer', 'Olwen Pugh')
  const peer = await peerAs('partner', 'Rhys Morgan', 'Riverside NHS Trust')
  await expect(observer.status).toHaveAccessibleName('Status: Read-only')
  await expect(observer.tools.getByRole('button')).toHaveText([/^$/, /^$/, /^$/])
  for (const name of ['Select', 'Lasso', 'Hand'])
    await expect(observer.tools.getByRole('button', { name })).toBeVisible()
  await expect(observer.page.getByRole('button', { name: 'Share' })).toHaveCount(0)

  await observer.select('Organisation Northbank Council')
  await expect(observer.details.getByRole('textbox')).toHaveCount(0)
  await expect(observer.details.getByRole('button', { name: 'Delete' })).toHaveCount(0)
  await expect(observer.details.getByRole('radio')).toHaveCount(0)
  await observer.map.press('Delete')
  await observer.map.press('Enter')
  await expect(observer.map.getByRole('textbox')).toHaveCount(0)

  await observer.page.getByRole('button', { name: 'More', exact: true }).click()
  await expect(observer.page.getByRole('menuitem', { name: 'Save a copy' })).toBeVisible()
  for (const name of ['Import…', 'Undo'])
    await expect(observer.page.getByRole('menuitem', { name })).toHaveCount(0)
  expect(objectsIn(peer.doc, 'organisation')).toHaveLength(2)
})

test('a forged update of an observer is refused by the server', async ({
  server,
  board,
  peerAs,
}) => {
  const { participant } = await joinByHttp(server, board, 'observer', 'Olwen Pugh')
  const socket = await openRawSocket(server, board, participant.token)
  const refused = new Promise<unknown>((resolve) => {
    socket.on('message', (data: ArrayBuffer) => {
      const decoder = decoding.createDecoder(new Uint8Array(data))
      if (decoding.readVarUint(decoder) === messageType.result) resolve(decodeJson(decoder))
    })
  })
  const forged = new Y.Doc()
  addObjects(forged, [{ type: 'note', at: [0, 0], fields: { text: 'forged' } }], null)
  socket.send(updateMessage(Y.encodeStateAsUpdate(forged)))
  expect(await refused).toMatchObject({ notice: 'read-only' })
  const peer = await peerAs('partner', 'Rhys Morgan', 'Riverside NHS Trust')
  expect(notesIn(peer.doc)).toEqual([])
  socket.close()
})

test('a partner is not offered what is a facilitator’s', async ({ joinAs }) => {
  const partner = await joinAs('partner', 'Rhys Morgan', 'Riverside NHS Trust')
  await expect(partner.page.getByRole('button', { name: 'Share' })).toHaveCount(0)
  await partner.page.getByRole('button', { name: 'More', exact: true }).click()
  await expect(partner.page.getByRole('menuitem', { name: 'Undo' })).toBeVisible()
  await expect(partner.page.getByRole('menuitem', { name: 'Import…' })).toHaveCount(0)
})
