import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import * as Y from 'yjs'
import { afterEach, expect, test } from 'vitest'
import { systemClock, type Clock } from '../clock.ts'
import { addBoard, addParticipant, startRelay, until, type Relay } from './test-relay.ts'

let relay: Relay
const sockets: Socket[] = []
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy()
  await relay.dispose()
})

/** A socket of eve's on which the first `bytes` of a message of 2 MB have come in, and nothing follows. */
async function staller(bytes: number): Promise<Socket> {
  const socket = connect(relay.port, '127.0.0.1')
  sockets.push(socket)
  socket.on('error', () => undefined)
  socket.write(
    'GET /sync/b1 HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n' +
      'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Protocol: rapport, token.token-eve\r\n\r\n',
  )
  await once(socket, 'data')
  socket.resume()
  const head = Buffer.from([0x82, 0xff, 0, 0, 0, 0, 0, 0x1e, 0x84, 0x80, 0, 0, 0, 0])
  socket.write(Buffer.concat([head, Buffer.alloc(bytes)]))
  return socket
}

/** A document with more than `bytes` of offline work. */
function offlineWork(bytes: number): Y.Doc {
  const doc = new Y.Doc()
  const objects = doc.getMap('objects')
  for (let i = 0; i * 1_000 < bytes; i += 1) objects.set(`n${i}`, 'x'.repeat(1_000))
  return doc
}

test('[RM17] large messages of all connections share a bound: who stalls is cut, and honest work comes in', async () => {
  let later = 0
  const clock: Clock = { ...systemClock, now: () => systemClock.now() + later }
  relay = await startRelay({ clock, limits: { syncBytes: 2_000_000, syncBytesAtOnce: 3_000_000 } })
  await addBoard(relay.store, 'b1')
  for (const name of ['asha', 'eve']) await addParticipant(relay.store, 'b1', name)

  const stalling = [await staller(1_300_000), await staller(1_300_000)]
  const third = await staller(1_300_000)
  // All are new: the newest has to go, and the others stay.
  // Reset or ended: `once` alone would take a reset for a failure.
  await new Promise((resolve) => third.once('close', resolve))
  expect(stalling.map(({ destroyed }) => destroyed)).toEqual([false, false])

  const doc = offlineWork(1_500_000)
  const asha = relay.client('b1', 'asha', { doc })
  let cuts = 0
  asha.provider.on('connection-close', () => {
    cuts += 1
  })
  await until(() => cuts > 1, 'asha is cut, comes back by herself, and is cut again')
  later = 10_000
  await asha.saved()
  expect(stalling.some(({ destroyed }) => destroyed)).toBe(true)
  const { snapshot, updates } = await relay.store.load('b1')
  const stored = new Y.Doc()
  for (const update of snapshot ? [snapshot, ...updates] : updates) Y.applyUpdate(stored, update)
  expect(stored.getMap('objects').size).toBe(doc.getMap('objects').size)
})

test('[RM17] what waits for its board to load counts too, and is given back', async () => {
  let letGo = (): void => undefined
  const loaded = new Promise<void>((resolve) => {
    letGo = resolve
  })
  relay = await startRelay({
    limits: { syncBytesAtOnce: 1_000_000 },
    wrap: (store) => ({
      ...store,
      async load(board) {
        await loaded
        return store.load(board)
      },
    }),
  })
  await addBoard(relay.store, 'b1')
  for (const name of ['asha', 'eve']) await addParticipant(relay.store, 'b1', name)
  const [asha, eve] = [await relay.raw('b1', 'asha'), await relay.raw('b1', 'eve')]
  const message = new Uint8Array(600_000).fill(3, 0, 1)
  asha.socket.send(message)
  await new Promise((resolve) => {
    asha.socket.ping()
    asha.socket.once('pong', resolve)
  })
  eve.socket.send(message)
  // There is no room for both.
  await eve.closed
  letGo()
  expect(await asha.closed).toBe(4400)
  const work = offlineWork(900_000)
  const ben = relay.client('b1', 'asha', { doc: work })
  await ben.saved()
  expect(ben.provider.wsUnsuccessfulReconnects).toBe(0)
})
