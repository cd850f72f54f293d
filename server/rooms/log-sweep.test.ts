import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { addBoard, addParticipant, startRelay, type Relay } from './test-relay.ts'

let relay: Relay
beforeEach(async () => {
  relay = await startRelay()
})
afterEach(() => relay.dispose())

/** An edit that writes a text and takes it back, each an update of its own. */
function typedAndDeleted(text: string): Uint8Array[] {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  doc.getMap('objects').set('n1', text)
  doc.getMap('objects').delete('n1')
  return updates
}

const rows = async (board: string): Promise<number> =>
  (await relay.store.load(board)).updates.length

test('[RM13] logs that a crash left are folded without anybody coming; what can’t be read stays, and an open board is left to its room', async () => {
  for (const id of ['open', 'broken', 'left']) await addBoard(relay.store, id)
  await addParticipant(relay.store, 'open', 'asha')
  const asha = relay.client('open', 'asha')
  await asha.synced()
  asha.doc.getMap('objects').set('n1', 'here')
  await asha.saved()
  await relay.store.append([
    { board: 'broken', epoch: 'e1', update: new Uint8Array([9, 9, 9]), claims: [] },
  ])
  for (const update of typedAndDeleted('canary')) {
    await relay.store.append([{ board: 'left', epoch: 'e1', update, claims: [] }])
  }
  relay.rooms.sweepLogs()
  while ((await rows('left')) > 0);
  const { snapshot, seq } = await relay.store.load('left')
  expect(seq).toBe(2)
  const doc = new Y.Doc()
  Y.applyUpdate(doc, snapshot ?? new Uint8Array())
  expect(doc.getMap('board').get('title')).toBe('Place board')
  expect(Buffer.from(snapshot ?? []).includes('canary')).toBe(false)
  // They come before it.
  expect([await rows('open'), await rows('broken')]).toEqual([1, 1])
})
