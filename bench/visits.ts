import { text } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import * as Y from 'yjs'
import type { Seat } from './load.ts'
import { openSocket } from './socket.ts'
import { usageOf } from './usage.ts'
import * as wire from './wire.ts'

/** Boards that one person each looks in on, and how long after the last the memory is read, ms. */
export interface VisitPlan {
  port: number
  pid: number
  seats: Seat[]
  rest: number
}

/** Resident memory in MiB before the first visit and after the rest. */
export interface Visited {
  before: number
  after: number
}

const AT_ONCE = 20

const { port, pid, seats, rest } = JSON.parse(await text(process.stdin)) as VisitPlan

async function visit({ path, protocols, envelope, token }: Seat): Promise<void> {
  const header = wire.headerLength(envelope)
  let ready: () => void = () => {}
  const state = new Promise<void>((resolve) => {
    ready = resolve
  })
  const socket = await openSocket(port, path, protocols, {
    message(payload) {
      if (wire.isFirstState(payload, header)) ready()
    },
    closed: () => {},
  })
  if (token) socket.send(wire.encodeToken(envelope))
  socket.send(wire.encodeHello(envelope))
  await state
  const doc = new Y.Doc()
  for (let index = 0; index < 20; index++) doc.getMap('objects').set(`o${index}`, [index, index])
  socket.send(wire.encodeUpdate(envelope, Y.encodeStateAsUpdate(doc)))
  socket.send(wire.encodeAwareness(envelope, doc.clientID, 1, { cursor: [1, 2] }))
  await pause(50)
  socket.close()
}

const memory = (): number => usageOf(pid)?.memory ?? Number.NaN

const before = memory()
for (let from = 0; from < seats.length; from += AT_ONCE) {
  await Promise.all(seats.slice(from, from + AT_ONCE).map(visit))
}
await pause(rest)
const answer: Visited = { before, after: memory() }
process.stdout.write(`${JSON.stringify(answer)}\n`, () => process.exit(0))
