import * as Y from 'yjs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isOnDisk, untilGone } from './test-disk.ts'
import { addBoard, addParticipant, startRelay, until, type Relay } from './test-relay.ts'

let relay: Relay
/** how often folding the log is to fail yet */
let failures = 0
beforeEach(async () => {
  failures = 0
  relay = await startRelay({
    limits: { unloadAfter: 20, compactUpdates: 2 },
    wrap: (store) => ({
      ...store,
      async compact(...args) {
        if (failures === 0) return store.compact(...args)
        failures -= 1
        throw new Error('The disk is full')
      },
    }),
  })
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

test('[RM13] a log that could not be folded while somebody was there is folded when everyone has left', async () => {
  const asha = relay.client('b1', 'asha')
  await asha.synced()
  failures = 1
  for (const text of ['canary one', 'canary two', 'robin']) {
    asha.doc.getMap('objects').set('n1', text)
    await asha.saved()
  }
  await until(() => failures === 0, 'folding has failed')
  expect(await isOnDisk(relay.dir, 'canary')).toBe(true)
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
