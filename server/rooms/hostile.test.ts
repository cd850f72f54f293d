import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as Y from 'yjs'
import { WebSocket } from 'ws'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { assert } from '../../shared/assert.ts'
import { openSqliteStore } from '../store/sqlite.ts'
import { awarenessFrame, encodeClocks, syncFrame } from './frames.ts'
import { forkRelay, type Figures, type RelayChild } from './test-relay-child.ts'
import { addBoard, addParticipant, connectClient, until, type Client } from './test-relay.ts'

// One relay in a process of its own, and on its one board a pair at work, which nothing below may disturb.
let dir = ''
let relay: RelayChild
let asha: Client
let ben: Client
let atStart: Figures
const seen: string[] = []

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'rapport-'))
  const store = await openSqliteStore(dir)
  await addBoard(store, 'b1')
  for (const name of ['asha', 'ben', 'eve']) await addParticipant(store, 'b1', name)
  await addParticipant(store, 'b1', 'olu', 'observer')
  await store.close()
  relay = await forkRelay(dir, { warm: true })
  asha = connectClient(relay.port, 'b1', 'asha')
  ben = connectClient(relay.port, 'b1', 'ben')
  await Promise.all([asha.synced(), ben.synced()])
  asha.provider.awareness.setLocalState({ cursor: [1, 1] })
  await until(() => ben.provider.awareness.states.has(asha.doc.clientID), 'ben sees asha')
  atStart = await relay.figures()
}, 60_000)
afterAll(async () => {
  process.stdout.write(`${seen.join('\n')}\n`)
  for (const { provider } of [asha, ben]) provider.destroy()
  relay.process.kill('SIGKILL')
  await rm(dir, { recursive: true })
})

const notes = ({ doc }: Client): Y.Map<unknown> => doc.getMap('objects')
let turn = 0

/** The pair is still at work on its first sockets, and the relay has not grown. */
afterEach(async ({ task }) => {
  turn += 1
  notes(asha).set('turn', turn)
  await until(() => notes(ben).get('turn') === turn, 'ben has asha’s edit')
  notes(ben).set('back', turn)
  await until(() => notes(asha).get('back') === turn, 'asha has ben’s edit')
  await asha.saved()
  const losses = asha.provider.wsUnsuccessfulReconnects + ben.provider.wsUnsuccessfulReconnects
  assert(losses === 0, 'the pair has kept its sockets')
  const { rss, heldFor, cpu } = await relay.figures()
  assert(rss - atStart.rss < 100_000_000, `the relay has not grown by ${rss - atStart.rss} bytes`)
  const grown = Math.round((rss - atStart.rss) / 1e6)
  seen.push(
    `${task.name}: event loop held for ${heldFor.toFixed(0)} ms at most, ${grown} MB more, ${cpu.toFixed(0)} ms of CPU so far`,
  )
})

/** A socket of eve's, what it hears and how it ends. */
async function eve(name = 'eve') {
  const socket = new WebSocket(`ws://127.0.0.1:${relay.port}/sync/b1`, [
    'rapport',
    `token.token-${name}`,
  ])
  const frames: Uint8Array[] = []
  const closed = once(socket, 'close').then(([code]) => code as number)
  socket.on('message', (data: Buffer) => frames.push(data))
  socket.on('error', () => undefined)
  await once(socket, 'open')
  return { socket, frames, closed, isOpen: () => socket.readyState === socket.OPEN }
}

/** A TCP connection that has been upgraded by hand. */
async function bareSocket(): Promise<Socket> {
  const socket = connect(relay.port, '127.0.0.1')
  socket.on('error', () => undefined)
  socket.write(
    'GET /sync/b1 HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n' +
      'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Protocol: rapport, token.token-eve\r\n\r\n',
  )
  await once(socket, 'data')
  return socket
}

const MASK = [0, 0, 0, 0]

describe('[RM10] WebSocket frames that no browser sends end their connection', () => {
  test.each<[string, number[]]>([
    ['a reserved bit', [0xc2, 0x81, ...MASK, 3]],
    ['another reserved bit', [0xa2, 0x81, ...MASK, 3]],
    ['a reserved kind of data', [0x83, 0x81, ...MASK, 3]],
    ['a reserved kind of control', [0x8b, 0x80, ...MASK]],
    ['no mask', [0x82, 0x01, 3]],
    ['a ping in pieces', [0x09, 0x80, ...MASK]],
    ['a ping too long', [0x89, 0xfe, 0, 126, ...MASK]],
    ['a length beyond all numbers', [0x82, 0xff, 255, 255, 255, 255, 255, 255, 255, 255, ...MASK]],
    ['a length beyond what is taken', [0x82, 0xff, 0, 0, 0, 0, 64, 0, 0, 0, ...MASK]],
    ['a continuation of nothing', [0x80, 0x81, ...MASK, 3]],
    ['a message inside another', [0x02, 0x81, ...MASK, 3, 0x82, 0x81, ...MASK, 3]],
    ['a close with half a code', [0x88, 0x81, ...MASK, 3]],
    ['a close with a code that is none', [0x88, 0x82, ...MASK, 3, 237]],
    ['text that is none', [0x81, 0x81, ...MASK, 255]],
    ['a reason that is no text', [0x88, 0x83, ...MASK, 3, 232, 255]],
  ])('%s', async (_what, bytes) => {
    const socket = await bareSocket()
    const ended = once(socket, 'close')
    socket.resume()
    socket.write(Uint8Array.from(bytes))
    await ended
    expect(socket.destroyed).toBe(true)
  })
})

/** An update of one struct of client 9 with the given head, and of no deletions. */
const structs = (...bytes: number[]): Uint8Array => syncFrame('update', Uint8Array.from(bytes))
const huge = [255, 255, 255, 255, 255, 255, 255, 15]

describe('[RM10] messages that no honest client sends end their connection with 4400', () => {
  test.each<[string, Uint8Array]>([
    ['nothing at all', new Uint8Array()],
    ['an unknown message', new Uint8Array([77])],
    ['an unknown step', new Uint8Array([0, 9, 0])],
    ['a body longer than the message', new Uint8Array([0, 2, 200, 1, 0])],
    ['something behind the message', new Uint8Array([0, 0, 1, 0, 5])],
    ['an absurd number of clients', structs(...huge, 1, 9, 0, 0, 1, 0)],
    ['an absurd number of structs', structs(1, ...huge, 9, 0, 0, 1, 0)],
    ['a struct of no length', structs(1, 1, 9, 0, 0, 0, 0)],
    ['a struct of absurd length', structs(1, 1, 9, 0, 0, ...huge, 0)],
    ['an absurd clock', structs(1, 1, 9, ...huge, 0, 1, 0)],
    ['an absurd number of deletions', structs(0, 1, 9, ...huge, 0, 1)],
    ['a deletion of nothing', structs(0, 1, 9, 1, 0, 0)],
    ['an absurd state vector', syncFrame('step1', Uint8Array.from([...huge, 1, 1]))],
    ['presence of absurdly many', new Uint8Array([1, 9, ...huge, 1])],
    ['presence that is no JSON', awarenessFrame([{ clientId: 5, clock: 1, state: '{"a":' }])],
    ['a command that is no JSON', new Uint8Array([102, 1, 65])],
  ])('%s', async (_what, frame) => {
    const { socket, closed } = await eve()
    socket.send(frame)
    expect(await closed).toBe(4400)
  })
})

test('[RM11] a message that is too large ends its connection with 4413', async () => {
  const { socket, closed } = await eve()
  socket.send(new Uint8Array(1_200_000))
  expect(await closed).toBe(4413)
  const larger = await eve()
  larger.socket.send(new Uint8Array(22_000_000))
  expect(await larger.closed).toBe(1009)
})

test('[RM11] a flood of messages ends its connection with 4429', async () => {
  const { socket, frames, closed } = await eve()
  for (let i = 0; i < 20_000; i += 1) socket.send(new Uint8Array([3]))
  expect(await closed).toBe(4429)
  const [last = new Uint8Array()] = frames.slice(-1)
  expect(Buffer.from(last).toString()).toContain('{"notice":"rate-limited"}')
})

test('[RM11] a flood of bytes ends its connection with 4429', async () => {
  const { socket, closed } = await eve()
  // Each is sound, and says so much that it is passed over: only their sum is too much.
  const state = JSON.stringify({ long: 'x'.repeat(800_000) })
  const frame = awarenessFrame([{ clientId: 7, clock: 1, state }])
  for (let i = 0; i < 60; i += 1) socket.send(frame)
  expect(await closed).toBe(4429)
})

test('[RM8] 6,000 updates that lack what they lean on are refused, and their sender asked a few times at most', async () => {
  const { socket, frames, isOpen, closed } = await eve()
  for (let i = 0; i < 6_000 && isOpen(); i += 1) {
    const lacking = new Y.Doc()
    lacking.clientID = 1_000_000 + i
    lacking.getText('t').insert(0, 'ab')
    const before = Y.encodeStateVector(lacking)
    lacking.getText('t').insert(1, 'c')
    socket.send(syncFrame('update', Y.encodeStateAsUpdate(lacking, before)))
    // As fast as she may without being taken for a flood.
    if (i % 100 === 99) await new Promise((resolve) => socket.ping(resolve))
  }
  await until(() => !isOpen() || frames.length > 0, 'they have come in')
  socket.close()
  await closed
  const asked = frames.filter((frame) => frame[0] === 0 && frame[1] === 0)
  expect(asked.length).toBeLessThan(8)
  expect(
    [...asha.doc.store.clients.keys()].filter(
      (client) => client >= 1_000_000 && client < 1_006_000,
    ),
  ).toEqual([])
}, 60_000)

test('[RM12] of 1,000 questions whose answers nobody reads one answer at a time is under way', async () => {
  const reader = await eve()
  reader.socket.send(syncFrame('step1', new Uint8Array([0])))
  await until(() => reader.frames.length > 2, 'eve has the board')
  reader.socket.pause()
  for (let i = 0; i < 1_000; i += 1) reader.socket.send(syncFrame('step1', new Uint8Array([0])))
  notes(asha).set('after', 1)
  await asha.saved()
  reader.socket.resume()
  await until(() => notes(ben).has('after'), 'the others go on')
  reader.socket.close()
  await reader.closed
  expect(reader.frames.length).toBeLessThan(1_000)
})

test('[RM5] client ids of others are refused in updates and passed over in presence', async () => {
  const before = Y.encodeStateVector(asha.doc)
  const forged = new Y.Doc()
  Y.applyUpdate(forged, Y.encodeStateAsUpdate(asha.doc))
  forged.clientID = asha.doc.clientID
  forged.getMap('objects').set('forged', 1)
  const { socket, frames, closed } = await eve()
  socket.send(syncFrame('step1', encodeClocks(Y.decodeStateVector(before))))
  socket.send(syncFrame('update', Y.encodeStateAsUpdate(forged, before)))
  socket.send(
    awarenessFrame([{ clientId: asha.doc.clientID, clock: 999, state: '{"cursor":[6,6]}' }]),
  )
  await until(() => frames.some((frame) => Buffer.from(frame).includes('refused')), 'eve is told')
  socket.close()
  await closed
  notes(asha).set('own', 1)
  await until(() => notes(ben).has('own'), 'asha goes on')
  expect(notes(ben).has('forged')).toBe(false)
  expect(ben.provider.awareness.states.get(asha.doc.clientID)?.['cursor']).toEqual([1, 1])
})

test('[RM5] an observer’s edits go nowhere', async () => {
  const { socket, frames, closed } = await eve('olu')
  const doc = new Y.Doc()
  doc.getMap('objects').set('observed', 1)
  socket.send(syncFrame('update', Y.encodeStateAsUpdate(doc)))
  await until(() => frames.some((frame) => Buffer.from(frame).includes('read-only')), 'olu is told')
  socket.close()
  await closed
  expect(notes(asha).has('observed')).toBe(false)
})

test('[RM10] subprotocols that say nothing sensible are refused before the upgrade', async () => {
  const statusOf = (protocols: string[]): Promise<number | undefined> =>
    new Promise((resolve) => {
      const socket = new WebSocket(`ws://127.0.0.1:${relay.port}/sync/b1`, protocols)
      socket.on('error', () => undefined)
      socket.on('unexpected-response', (_request, response) => resolve(response.statusCode))
      socket.on('open', () => resolve(101))
    })
  expect(await statusOf([])).toBe(401)
  expect(await statusOf(['token.token-eve'])).toBe(400)
  expect(await statusOf(['graphql-ws', 'token.token-eve'])).toBe(400)
  expect(await statusOf(['rapport', 'token.'])).toBe(401)
  expect(await statusOf(['rapport', `token.${'x'.repeat(5_000)}`])).toBe(401)
})
