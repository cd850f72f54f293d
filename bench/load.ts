import { createHistogram, performance } from 'node:perf_hooks'
import { text } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import * as Y from 'yjs'
import { addObjects } from '../shared/board/commands.ts'
import { textOf } from '../shared/board/text-of.ts'
import { openSocket, type LightSocket } from './socket.ts'
import { usageOf } from './usage.ts'
import * as wire from './wire.ts'

/** One person's way in. */
export interface Seat {
  path: string
  protocols: string[]
  envelope: wire.Envelope
  /** Hocuspocus waits for a token before anything else */
  token: boolean
}

/** What the load generator is to do, read from its standard input as JSON. */
export interface Plan {
  port: number
  /** process whose CPU and memory are read */
  pid: number
  /** the people of each board */
  boards: Seat[][]
  /** per person and second */
  cursors: number
  edits: number
  /** ms of load before, while and (without load) after measuring */
  warmUp: number
  /** ms since 1970 before which measuring doesn't begin; the load runs until then */
  from?: number
  window: number
  drain: number
}

/** What it found, written to its standard output as JSON. */
export interface Outcome {
  /** ms from an edit's sending to its arrival at one receiver, over all receivers */
  p50: number
  p99: number
  worst: number
  deliveries: number
  lost: number
  /** per receiver and second */
  frames: number
  bytes: number
  /** share of one core over the window; MiB; undefined without /proc */
  serverCpu?: number
  memory?: number
  peak?: number
  generatorCpu: number
  /** why sockets closed, with counts */
  closed: Record<string, number>
}

interface Person {
  board: number
  seat: Seat
  socket: LightSocket
  doc: Y.Doc
  text: Y.Text
  clock: number
  nextCursor: number
  nextEdit: number
}

const plan = JSON.parse(await text(process.stdin)) as Plan
const largest = Math.max(...plan.boards.map((seats) => seats.length))
const people: Person[] = []
const closed: Record<string, number> = {}
const latency = createHistogram({ lowest: 1, highest: 120_000_000, figures: 3 })

/** By edit number: when it was sent (ms), on which board, and whether it counts. */
const sent: { at: number; board: number; counts: boolean }[] = []
/** `edit * largest + index on the board` of every delivery, so that a repeated one isn't counted twice. */
let delivered = new Uint8Array(1 << 20)
let deliveries = 0
let measuring = false
let frames = 0
let bytes = 0
let ending = false

function arrived(edit: number, index: number, board: number): void {
  const found = sent[edit]
  if (!found?.counts || found.board !== board) return
  const slot = edit * largest + index
  if (slot >= delivered.length) {
    const grown = new Uint8Array(Math.max(slot + 1, delivered.length * 2))
    grown.set(delivered)
    delivered = grown
  }
  if (delivered[slot] === 1) return
  delivered[slot] = 1
  deliveries++
  latency.record(Math.max(1, Math.round((performance.now() - found.at) * 1000)))
}

async function join(seat: Seat, board: number, index: number): Promise<Person> {
  const header = wire.headerLength(seat.envelope)
  let ready: () => void = () => {}
  const state = new Promise<void>((resolve) => {
    ready = resolve
  })
  const doc = new Y.Doc()
  let self: Person | undefined
  const socket = await openSocket(plan.port, seat.path, seat.protocols, {
    message(payload) {
      if (measuring) {
        frames++
        bytes += payload.length
      }
      for (const message of wire.unpack(payload)) {
        if (!wire.isContent(message, header)) continue
        if (wire.isFirstState(message, header)) ready()
        wire.findMarks(message, (edit) => {
          if (authors[edit] !== self) arrived(edit, index, board)
        })
      }
    },
    closed(reason) {
      if (!ending) closed[reason] = (closed[reason] ?? 0) + 1
    },
  })
  if (seat.token) socket.send(wire.encodeToken(seat.envelope))
  socket.send(wire.encodeHello(seat.envelope))
  await state
  const [id = ''] = addObjects(
    doc,
    [{ type: 'note', at: [index * 200, board], fields: { text: '' } }],
    null,
  )
  const typed = textOf(doc, id, 'text')
  if (!typed) throw new Error('a note has a text')
  socket.send(wire.encodeUpdate(seat.envelope, Y.encodeStateAsUpdate(doc)))
  doc.on('update', (update: Uint8Array) => socket.send(wire.encodeUpdate(seat.envelope, update)))
  const person: Person = {
    board,
    seat,
    socket,
    doc,
    text: typed,
    clock: 0,
    nextCursor: 0,
    nextEdit: 0,
  }
  self = person
  return person
}

const authors: Person[] = []

function act(person: Person, now: number): void {
  if (now >= person.nextCursor) {
    person.nextCursor += 1000 / plan.cursors
    const x = Math.round(500 + 400 * Math.sin(now / 300 + person.doc.clientID))
    const y = Math.round(400 + 300 * Math.cos(now / 500 + person.doc.clientID))
    const state = {
      cursor: [x, y],
      selection: ['V1StGXR8Z5jdHi6B'],
      editing: null,
      view: [x, y, 0.5],
    }
    const { envelope } = person.seat
    person.socket.send(wire.encodeAwareness(envelope, person.doc.clientID, ++person.clock, state))
  }
  if (now >= person.nextEdit) {
    person.nextEdit += 1000 / plan.edits
    const edit = sent.length
    sent.push({ at: performance.now(), board: person.board, counts: measuring })
    authors.push(person)
    person.text.insert(person.text.length, wire.mark(edit))
  }
}

/** Lets everyone act at their rates for `ms`. */
async function load(ms: number): Promise<void> {
  const end = performance.now() + ms
  for (let now = performance.now(); now < end; now = performance.now()) {
    for (const person of people) act(person, now)
    await pause(2)
  }
}

for (const [board, seats] of plan.boards.entries()) {
  for (let from = 0; from < seats.length; from += 25) {
    const some = seats.slice(from, from + 25)
    people.push(...(await Promise.all(some.map((seat, at) => join(seat, board, from + at)))))
  }
}
const start = performance.now()
for (const [index, person] of people.entries()) {
  // Evenly spread, as people are: nobody acts in step with the others.
  person.nextCursor = start + ((1000 / plan.cursors) * index) / people.length
  person.nextEdit = start + ((1000 / plan.edits) * index) / people.length
}

await load(Math.max(plan.warmUp, (plan.from ?? 0) - Date.now()))
const before = usageOf(plan.pid)
const own = process.cpuUsage()
const from = performance.now()
measuring = true
await load(plan.window)
measuring = false
const seconds = (performance.now() - from) / 1000
const after = usageOf(plan.pid)
const spent = process.cpuUsage(own)

const expected = sent.reduce(
  (sum, { counts, board }) => sum + (counts ? plan.boards[board]!.length - 1 : 0),
  0,
)
const deadline = performance.now() + plan.drain
const isOver = (): boolean => deliveries === expected || performance.now() > deadline
while (!isOver()) await pause(20)
ending = true
for (const { socket } of people) socket.close()

const outcome: Outcome = {
  p50: latency.percentile(50) / 1000,
  p99: latency.percentile(99) / 1000,
  worst: latency.max / 1000,
  deliveries,
  lost: expected - deliveries,
  frames: frames / people.length / seconds,
  bytes: bytes / people.length / seconds,
  generatorCpu: (spent.user + spent.system) / 1e6 / seconds,
  closed,
  ...(before && after
    ? { serverCpu: (after.cpu - before.cpu) / seconds, memory: after.memory, peak: after.peak }
    : {}),
}
process.stdout.write(`${JSON.stringify(outcome)}\n`, () => process.exit(0))
