import { text } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import * as Y from 'yjs'
import { openHeap } from './heap.ts'
import type { Seat } from './load.ts'
import { openSocket } from './socket.ts'
import { usageOf } from './usage.ts'
import * as wire from './wire.ts'

/** Places on boards that people keep coming to and leaving, and for how long, ms; the server's inspector is on `inspector`. */
export interface SoakPlan {
  port: number
  pid: number
  inspector: number
  seats: Seat[]
  lasts: number
}

/** The server's memory in MiB while nobody is there, at a time in ms since the start: what it holds, and what it has from the system. */
export interface Sample {
  at: number
  kept: number
  resident: number
}

/** What a soak saw: the memory after each time in which people came, and how often somebody did. */
export interface Soaked {
  samples: Sample[]
  visits: number
}

/** People who are there at the same time, and how long one stays at least and more by chance, ms. */
const AT_ONCE = 40
const STAY = 500
const STAY_MORE = 2_000
/** For how long people come, and then for how long nobody does, so that all boards leave the memory; ms. */
const TIDE = 20_000
const REST = 9_000

const { port, pid, inspector, seats, lasts } = JSON.parse(await text(process.stdin)) as SoakPlan
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

async function keepComing(until: number): Promise<void> {
  while (performance.now() < until) {
    const [visitor] = free.splice(Math.floor(Math.random() * free.length), 1)
    if (!visitor) return
    await visitor.visit()
    visits += 1
    free.push(visitor)
  }
}

const heap = await openHeap(inspector)
while (!isOver()) {
  const until = performance.now() + TIDE
  await Promise.all(Array.from({ length: AT_ONCE }, () => keepComing(until)))
  await pause(REST)
  const kept = await heap.kept()
  const resident = usageOf(pid)?.memory
  const at = performance.now() - start
  samples.push({ at, kept, resident: resident ?? Number.NaN })
  console.error(`${(at / 60_000).toFixed(1)} min: ${kept.toFixed(2)} MiB kept, ${visits} visits`)
}
heap.close()
const answer: Soaked = { samples, visits }
process.stdout.write(`${JSON.stringify(answer)}\n`, () => process.exit(0))
