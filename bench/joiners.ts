import { text } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import { bigBoard } from './big-board.ts'
import type { Seat } from './load.ts'
import { openSocket, type LightSocket } from './socket.ts'
import { usageOf } from './usage.ts'
import * as wire from './wire.ts'

/** What is to be done with one large board, read from standard input as JSON. */
export type JoinPlan =
  /** writes the board and waits until the server has all of it; with `saves`, until it says so */
  | { mode: 'fill'; port: number; seat: Seat; objects: number; edits: number }
  /** lets everyone in `seats` join at the time `at` (ms since 1970), each until it has `bytes` of content */
  | { mode: 'join'; port: number; pid: number; seats: Seat[]; bytes: number; at: number }

/** Bytes of the whole board as the server sent it. */
export interface Filled {
  bytes: number
}

/** How long joining took, ms, and what it cost the server. */
export interface Joined {
  median: number
  p99: number
  serverCpu: number | undefined
  peak: number | undefined
}

const plan = JSON.parse(await text(process.stdin)) as JoinPlan
const GIVE_UP = 60_000

async function enter(
  port: number,
  seat: Seat,
  content: (bytes: number, isState: boolean) => void,
): Promise<LightSocket> {
  const header = wire.headerLength(seat.envelope)
  const socket = await openSocket(port, seat.path, seat.protocols, {
    message(payload) {
      if (wire.isContent(payload, header)) {
        content(payload.length, wire.isFirstState(payload, header))
      }
    },
    closed: () => {},
  })
  if (seat.token) socket.send(wire.encodeToken(seat.envelope))
  return socket
}

async function fill({ port, seat, objects, edits }: JoinPlan & { mode: 'fill' }): Promise<Filled> {
  const updates = bigBoard(objects, edits)
  const least = updates.reduce((sum, update) => sum + update.length, 0) * 0.3
  let content = 0
  let answered: (bytes: number) => void = () => {}
  const socket = await enter(port, seat, (bytes, isState) => {
    content += bytes
    if (isState) answered(content)
  })
  const ask = (): Promise<number> =>
    new Promise((resolve, reject) => {
      const giveUp = setTimeout(() => reject(new Error('the board never came')), GIVE_UP)
      answered = (bytes) => {
        clearTimeout(giveUp)
        resolve(bytes)
      }
      content = 0
      socket.send(wire.encodeHello(seat.envelope))
    })
  await ask()
  for (const [index, update] of updates.entries()) {
    socket.send(wire.encodeUpdate(seat.envelope, update))
    // As fast as a server's limits let one person send.
    if (index % 20 === 19) await pause(60)
  }
  let bytes = await ask()
  let before = -1
  for (const deadline = Date.now() + GIVE_UP; bytes < least || bytes !== before;) {
    if (Date.now() > deadline) throw new Error('the board never became whole')
    await pause(300)
    before = bytes
    bytes = await ask()
  }
  socket.close()
  return { bytes }
}

async function joinAll({
  port,
  pid,
  seats,
  bytes,
  at,
}: JoinPlan & { mode: 'join' }): Promise<Joined> {
  await pause(Math.max(0, at - Date.now()))
  const before = usageOf(pid)
  const times = await Promise.all(
    seats.map(async (seat) => {
      const from = performance.now()
      let got = 0
      let whole: (ms: number) => void = () => {}
      const done = new Promise<number>((resolve) => {
        whole = resolve
      })
      const socket = await enter(port, seat, (more) => {
        got += more
        if (got >= bytes) whole(performance.now() - from)
      })
      socket.send(wire.encodeHello(seat.envelope))
      return Promise.race([done, pause(GIVE_UP, Infinity)])
    }),
  )
  const after = usageOf(pid)
  const sorted = times.toSorted((a, b) => a - b)
  return {
    median: sorted[Math.floor(sorted.length / 2)] ?? Infinity,
    p99: sorted.at(-1) ?? Infinity,
    serverCpu: before && after && after.cpu - before.cpu,
    peak: after?.peak,
  }
}

const answer = plan.mode === 'fill' ? await fill(plan) : await joinAll(plan)
process.stdout.write(`${JSON.stringify(answer)}\n`, () => process.exit(0))
