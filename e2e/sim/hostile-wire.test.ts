import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as Y from 'yjs'
import { WebSocket } from 'ws'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { forkRelay, type RelayChild } from '../../server/rooms/test-relay-child.ts'
import {
  addBoard,
  addParticipant,
  connectClient,
  until,
  type Client,
} from '../../server/rooms/test-relay.ts'
import { openSqliteStore } from '../../server/store/sqlite.ts'
import { keepOrder } from '../../shared/board/keep-order.ts'
import { Chance } from './chance.ts'
import { contentOf } from './content.ts'
import { randomEdit } from './edits.ts'
import { mutate, soundFrames } from './hostile-frames.ts'

/** 200,000 take some minutes; the seed decides what is sent, but not in which order the sockets are read. */
const FRAMES = Number(process.env['HOSTILE_WIRE_FRAMES'] ?? 2_000)
const SEED = Number(process.env['HOSTILE_FIRST'] ?? 1)
const PER_BOARD = 2_000
const PER_ROUND = 250
const SOCKETS = 10
const BOARDS = Math.ceil(FRAMES / PER_BOARD)

let dir = ''
let relay: RelayChild
beforeAll(async () => {
  keepOrder()
  dir = await mkdtemp(join(tmpdir(), 'rapport-'))
  const store = await openSqliteStore(dir)
  for (const board of ['warm', ...Array.from({ length: BOARDS }, (_, index) => `b${index}`)]) {
    await addBoard(store, board)
    for (const name of ['asha', 'ben', 'eve']) await addParticipant(store, board, name)
  }
  await store.close()
  relay = await forkRelay(dir, { warm: true })
}, 60_000)
afterAll(async () => {
  relay.process.kill('SIGKILL')
  await rm(dir, { recursive: true })
})

/** Eve's sockets on a board, one after the other as the relay closes them. */
class Attacker {
  readonly #board: string
  #socket: WebSocket | undefined
  closed = 0

  constructor(board: string) {
    this.#board = board
  }

  /** Sends a frame, and resolves once the relay has dealt with it. */
  async send(frame: Uint8Array): Promise<void> {
    const socket = await this.#open()
    if (socket.readyState !== socket.OPEN) return
    const over = new AbortController()
    const dealtWith = Promise.race([once(socket, 'pong', over), once(socket, 'close', over)])
    socket.send(frame)
    socket.ping()
    await dealtWith
    over.abort()
  }

  close(): void {
    this.#socket?.terminate()
  }

  /** Her socket, or a new one where the relay has closed it: at a frame of hers, or because another socket shows the same client id. */
  async #open(): Promise<WebSocket> {
    if (this.#socket?.readyState === WebSocket.OPEN) return this.#socket
    if (this.#socket) this.closed += 1
    const address = `ws://127.0.0.1:${relay.port}/sync/${this.#board}`
    const socket = new WebSocket(address, ['rapport', 'token.token-eve'])
    socket.on('error', () => undefined)
    this.#socket = socket
    await once(socket, 'open')
    return socket
  }
}

const isSame = (one: Client, other: Client): boolean => {
  const [mine, theirs] = [contentOf(one.doc), contentOf(other.doc)]
  return Object.keys({ ...mine, ...theirs }).every((key) => mine[key] === theirs[key])
}

/** Two people at work on a board. */
async function pairOn(board: string): Promise<{ pair: [Client, Client]; edit(): void }> {
  const chance = new Chance(SEED)
  const pair: [Client, Client] = [
    connectClient(relay.port, board, 'asha'),
    connectClient(relay.port, board, 'ben'),
  ]
  const undos = pair.map(({ doc }) => new Y.UndoManager(doc.getMap('objects')))
  await Promise.all(pair.map((client) => client.synced()))
  return {
    pair,
    edit() {
      const at = chance.roll(2)
      const [client, undo] = [pair[at], undos[at]]
      if (client && undo) randomEdit(client.doc, undo, chance)
    },
  }
}

/** What the relay was at its worst over the boards of a run. */
interface Worst {
  rss: number
  heldFor: number
  lateBy: number
  /** connections of Eve's that were closed */
  closed: number
}

/** Frames of Eve's, each through `spoil`, on `board` beside a pair at work, which has to agree all along. */
async function attack(
  board: string,
  chance: Chance,
  spoil: (frame: Uint8Array) => Uint8Array,
): Promise<Worst> {
  const worst: Worst = { rss: 0, heldFor: 0, lateBy: 0, closed: 0 }
  const { pair, edit } = await pairOn(board)
  const [asha, ben] = pair
  const attackers = Array.from({ length: SOCKETS }, () => new Attacker(board))
  for (let sent = 0; sent < PER_BOARD; sent += PER_ROUND) {
    const frames = soundFrames(Y.encodeStateAsUpdate(asha.doc), chance)
    await Promise.all(
      attackers.map(async (attacker) => {
        for (let i = 0; i < PER_ROUND / SOCKETS; i += 1) {
          if (chance.is(0.2)) edit()
          await attacker.send(spoil(chance.pick(frames) ?? new Uint8Array()))
        }
      }),
    )
    edit()
    await Promise.all(pair.filter((one) => one.sent() > 0).map((one) => one.saved()))
    await until(() => isSame(asha, ben), `asha and ben have the same on ${board}`)
    const { rss, heldFor, lateBy } = await relay.figures()
    worst.rss = Math.max(worst.rss, rss)
    worst.heldFor = Math.max(worst.heldFor, heldFor)
    worst.lateBy = Math.max(worst.lateBy, lateBy)
  }
  for (const attacker of attackers) {
    worst.closed += attacker.closed
    attacker.close()
  }
  for (const { provider, doc } of pair) {
    expect(provider.wsUnsuccessfulReconnects).toBe(0)
    expect([doc.store.pendingStructs, doc.store.pendingDs]).toEqual([null, null])
    provider.destroy()
  }
  return worst
}

test(`[RM10] ${FRAMES} mutated frames on real sockets: a pair beside them converges throughout, and the relay stays small`, async () => {
  const chance = new Chance(SEED)
  // What grows with honest traffic is none of hers: V8 makes room for young objects, and compiles what runs often.
  await attack('warm', chance, (frame) => frame)
  const before = await relay.figures()
  const worst: Worst = { rss: 0, heldFor: 0, lateBy: 0, closed: 0 }
  for (let board = 0; board < BOARDS; board += 1) {
    const seen = await attack(`b${board}`, chance, (frame) => mutate(frame, chance))
    worst.rss = Math.max(worst.rss, seen.rss)
    worst.heldFor = Math.max(worst.heldFor, seen.heldFor)
    worst.lateBy = Math.max(worst.lateBy, seen.lateBy)
    worst.closed += seen.closed
    expect(seen.rss - before.rss).toBeLessThan(100_000_000)
  }
  expect(worst.closed).toBeGreaterThan(FRAMES / 10)
  const { cpu } = await relay.figures()
  process.stdout.write(
    `${FRAMES} mutated frames on sockets: ${worst.closed} connections closed, ${Math.round((worst.rss - before.rss) / 1e6)} MB more at most, event loop held for ${worst.heldFor.toFixed(0)} ms at most (${worst.lateBy.toFixed(0)} ms with waiting for a core), ${(cpu / 1e3).toFixed(1)} s of CPU\n`,
  )
}, 3_600_000)
