import * as Y from 'yjs'
import { expect, test } from 'vitest'
import { messageType } from '../../shared/protocol/messages.ts'
import { awarenessFrame, syncFrame } from './frames.ts'
import { useBoard } from './test-board.ts'
import { noticesOf, objectsOf, until } from './test-relay.ts'

const board = useBoard(
  { asha: 'partner', ben: 'partner', olu: 'observer' },
  { limits: { unloadAfter: 20 } },
)

test('an observer’s edit is neither relayed nor stored, and they are told', async () => {
  const olu = board.relay.client('b1', 'olu')
  const asha = board.relay.client('b1', 'asha')
  await Promise.all([olu.synced(), asha.synced()])
  objectsOf(olu).set('forbidden', 1)
  await until(() => noticesOf(olu).includes('read-only'), 'the notice')
  objectsOf(asha).set('n1', 1)
  await until(() => objectsOf(olu).has('n1'), 'the observer still follows')
  await asha.saved()
  expect(objectsOf(asha).has('forbidden')).toBe(false)
  expect((await board.relay.store.load('b1')).seq).toBe(1)
})

test('[RM8] an observer who has what is not here is asked for it again once its author has brought it', async () => {
  const asha = new Y.Doc()
  asha.getMap('objects').set('lost', 1)
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(asha))
  const olu = board.relay.client('b1', 'olu', { doc })
  await until(() => noticesOf(olu).includes('refused'), 'the notice')
  const before = olu.sent()
  board.relay.client('b1', 'asha', { doc: asha })
  await until(() => olu.sent() > before, 'the observer is asked again')
  await olu.saved()
  const known = Y.decodeStateVector(olu.heard.saved.at(-1)?.stateVector ?? new Uint8Array([0]))
  expect(known.get(asha.clientID)).toBe(1)
  expect(olu.heard.results).toEqual([{ notice: 'refused', message: 1 }])
})

test('nobody edits a read-only board, until it is opened again', async () => {
  const asha = board.relay.client('b1', 'asha')
  await asha.synced()
  await board.relay.store.change('b1', { readOnly: true })
  await board.relay.rooms.refresh('b1')
  await until(() => asha.heard.sessions.at(-1)?.readOnly === true, 'the session says so')
  objectsOf(asha).set('n1', 1)
  await until(() => noticesOf(asha).includes('read-only'), 'the notice')
  await board.relay.store.change('b1', { readOnly: false })
  await board.relay.rooms.refresh('b1')
  await until(() => asha.heard.sessions.at(-1)?.readOnly === false, 'the session says so')
  objectsOf(asha).set('n2', 2)
  const ben = board.relay.client('b1', 'ben')
  await ben.synced()
  await until(() => objectsOf(ben).size === 2, 'both edits have arrived')
  expect(objectsOf(ben).toJSON()).toEqual({ n1: 1, n2: 2 })
  expect(noticesOf(asha)).toEqual(['read-only'])
})

test('an update under somebody else’s client id is refused, and theirs goes on', async () => {
  const asha = board.relay.client('b1', 'asha')
  const ben = board.relay.client('b1', 'ben')
  await Promise.all([asha.synced(), ben.synced()])
  objectsOf(asha).set('n1', 1)
  await until(() => objectsOf(ben).has('n1'), 'ben has it')
  const forged = new Y.Doc()
  Y.applyUpdate(forged, Y.encodeStateAsUpdate(ben.doc))
  forged.clientID = asha.doc.clientID
  forged.getMap('objects').set('forged', 1)
  ben.provider.ws?.send(
    syncFrame(
      'update',
      Y.encodeStateAsUpdate(forged, Y.encodeStateVector(ben.doc)),
    ) as Uint8Array<ArrayBuffer>,
  )
  await until(() => noticesOf(ben).includes('refused'), 'the notice')
  objectsOf(asha).set('n2', 2)
  await until(() => objectsOf(ben).has('n2'), 'asha’s next edit reaches ben')
  expect(objectsOf(asha).has('forged')).toBe(false)
})

test('the client id that someone shows presence under can’t be claimed by another first', async () => {
  const asha = board.relay.client('b1', 'asha')
  asha.provider.awareness.setLocalState({ cursor: [1, 2] })
  const ben = board.relay.client('b1', 'ben')
  await Promise.all([asha.synced(), ben.synced()])
  await until(() => ben.provider.awareness.states.has(asha.doc.clientID), 'ben sees asha')
  const forged = new Y.Doc()
  forged.clientID = asha.doc.clientID
  forged.getMap('objects').set('forged', 1)
  ben.provider.ws?.send(
    syncFrame('update', Y.encodeStateAsUpdate(forged)) as Uint8Array<ArrayBuffer>,
  )
  await until(() => noticesOf(ben).includes('refused'), 'the notice')
  objectsOf(asha).set('n1', 1)
  await asha.saved()
  expect(noticesOf(asha)).toEqual([])
})

test('own edits in a step 2 are taken although it holds somebody else’s unknown ones', async () => {
  const stranger = new Y.Doc()
  stranger.getMap('objects').set('strange', 1)
  const asha = board.relay.client('b1', 'asha')
  await asha.synced()
  objectsOf(asha).set('n1', 1)
  await asha.saved()
  const ben = board.relay.client('b1', 'ben')
  await ben.synced()
  ben.provider.disconnect()
  // Asha edits elsewhere, and hands Ben the edit by other means than the board.relay.
  asha.provider.disconnect()
  objectsOf(asha).set('n2', 2)
  Y.applyUpdate(ben.doc, Y.encodeStateAsUpdate(asha.doc))
  objectsOf(ben).set('n3', 3)
  ben.provider.connect()
  await until(() => noticesOf(ben).includes('refused'), 'the notice')
  await ben.saved()
  const olu = board.relay.client('b1', 'olu')
  await olu.synced()
  expect(Object.keys(objectsOf(olu).toJSON()).sort()).toEqual(['n1', 'n3'])
  asha.provider.connect()
  await until(() => objectsOf(olu).size === 3, 'asha’s own arrives from asha')
})

test('malformed messages close their connection alone', async () => {
  const asha = board.relay.client('b1', 'asha')
  await asha.synced()
  const malformed = [
    new Uint8Array([]),
    new Uint8Array([77]),
    new Uint8Array([0, 0, 5, 1]),
    new Uint8Array([0, 9, 0]),
    new Uint8Array([0, 2, 3, 1, 1, 1]),
    new Uint8Array([1, 4, 1, 5, 1, 9]),
    new Uint8Array([102, 1, 65]),
    awarenessFrame([{ clientId: 5, clock: 1, state: '{"a":' }]),
  ]
  const codes = await Promise.all(
    malformed.map(async (frame) => {
      const { socket, closed } = await board.relay.raw('b1', 'ben')
      socket.send(frame)
      return closed
    }),
  )
  const text = await board.relay.raw('b1', 'ben')
  text.socket.send('hello')
  expect([...codes, await text.closed]).toEqual(Array.from({ length: 9 }, () => 4400))
  const large = await board.relay.raw('b1', 'ben')
  large.socket.send(new Uint8Array(1_500_000).fill(messageType.awareness))
  expect(await large.closed).toBe(4413)
  objectsOf(asha).set('n1', 1)
  await asha.saved()
})
