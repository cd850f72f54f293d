import { text } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import * as Y from 'yjs'
import type { Seat } from './load.ts'
import { openSocket } from './socket.ts'
import { usageOf } from './usage.ts'
import * as wire from './wire.ts'

/** Places on boards that people keep coming to and leaving, and for how long, ms. */
export interface SoakPlan {
  port: number
  pid: number
  seats: Seat[]
  lasts: number
}

/** The server's resident memory in MiB at a time, ms since the start. */
export interface Sample {
  at: number
  memory: number
}

/** What a soak saw: the memory every few seconds, and how often somebody came. */
export interface Soaked {
  samples: Sample[]
  visits: number
}

/** People who are there at the same time, and how long one stays at least and more by chance, ms. */
const AT_ONCE = 40
const STAY = 500
const STAY_MORE = 2_000
const SAMPLE_EVERY = 2_000

const { port, pid, seats, lasts } = JSON.parse(await text(process.stdin)) as SoakPlan
const start = performance.now()
const isOver = (): boolean => performance.now() - start > lasts

/** Somebody who comes back to one board over and over, and drags the same object each time. */
class Visitor {
  readonly #seat: Seat
  readonly #doc = new Y.Doc()
  #clock = 0

  constructor(seat: Seat) {
    this.#seat = seat
  }

  async visit(): Promise<void> {
    const { path, protocols, envelope, token } = this.#seat
    const header = wire.headerLength(envelope)
    let ready = (): void => {}
    const state = new Promise<void>((resolve) => {
      ready = resolve
    })
    const socket = await openSocket(port, path, protocols, {
      message(payload) {
        if (wire.isFirstState(payload, header)) ready()
      },
      closed: ready,
    })
    if (token) socket.send(wire.encodeToken(envelope))
    socket.send(wire.encodeHello(envelope))
    await state
    const leaveAt = performance.now() + STAY + Math.random() * STAY_MORE
    while (performance.now() < leaveAt) {
      const before = Y.encodeStateVector(this.#doc)
      this.#clock += 1
      // One object, so that the boards stay as small as they are: what grows then is the server.
      this.#doc.getMap('objects').set('dragged', [this.#clock, 0])
      socket.send(wire.encodeUpdate(envelope, Y.encodeStateAsUpdate(this.#doc, before)))
      const cursor = { cursor: [this.#clock, 2] }
      socket.send(wire.encodeAwareness(envelope, this.#doc.clientID, this.#clock, cursor))
      await pause(200)
    }
    socket.close()
  }
}

const free = seats.map((seat) => new Visitor(seat))
const samples: Sample[] = []
let visits = 0

async function keepComing(): Promise<void> {
  while (!isOver()) {
    const [visitor] = free.splice(Math.floor(Math.random() * free.length), 1)
    if (!visitor) return
    await visitor.visit()
    visits += 1
    free.push(visitor)
  }
}

async function watch(): Promise<void> {
  while (!isOver()) {
    await pause(SAMPLE_EVERY)
    const memory = usageOf(pid)?.memory
    if (memory !== undefined) samples.push({ at: performance.now() - start, memory })
  }
}

await Promise.all([watch(), ...Array.from({ length: AT_ONCE }, keepComing)])
const answer: Soaked = { samples, visits }
process.stdout.write(`${JSON.stringify(answer)}\n`, () => process.exit(0))
