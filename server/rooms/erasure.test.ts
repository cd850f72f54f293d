import * as Y from 'yjs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isOnDisk, untilGone } from './test-disk.ts'
import { addBoard, addParticipant, startRelay, type Relay } from './test-relay.ts'

let relay: Relay
beforeEach(async () => {
  relay = await startRelay({ limits: { unloadAfter: 20 } })
  await addBoard(relay.store, 'b1')
  await addParticipant(relay.store, 'b1', 'asha')
})
afterEach(() => relay.dispose())

test('[RM13] a text that was typed, deleted and compacted is in no file of the running server', async () => {
  const asha = relay.client('b1', 'asha')
  await asha.synced()
  const text = new Y.Text('The canary sings ')
  asha.doc.getMap('objects').set('n1', text)
  for (let i = 0; i < 300; i += 1) text.insert(text.length, `canary ${i} `)
  await asha.saved()
  expect(await isOnDisk(relay.dir, 'canary')).toBe(true)
  text.delete(0, text.length)
  text.insert(0, 'A robin stays')
  await asha.saved()
  asha.provider.destroy()
  await untilGone(relay.dir, 'canary')
  expect(await isOnDisk(relay.dir, 'robin')).toBe(true)
})

test('[RM13] nothing of a deleted board is in any file, nor comes back with those who had it open', async () => {
  const asha = relay.client('b1', 'asha')
  await asha.synced()
  asha.doc.getMap('objects').set('n1', 'canary'.repeat(2_000))
  await asha.saved()
  await relay.store.remove('b1')
  relay.rooms.disconnect('b1', 'all', 'gone')
  asha.doc.getMap('objects').set('n2', 'canary again')
  await untilGone(relay.dir, 'canary')
  expect(await relay.store.boards()).toEqual([])
})
