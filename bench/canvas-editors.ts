import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import { placeObjects } from '../shared/board/commands.ts'
import { boxId, makeScene } from './canvas-scene.ts'
import type { Seat } from './load.ts'
import { openSocket } from './socket.ts'
import * as wire from './wire.ts'

/** Who edits where, read as the first line of standard input. */
export interface EditorsPlan {
  port: number
  seats: Seat[]
  /** boxes of the scene on the board, and where the board has its first one */
  boxes: number
  shift: readonly [number, number]
}

const EVERY_MS = 50
// As far as an editor moves its box to either side, in world units.
const REACH = 40
// Which message of the sync protocol carries everything.
const STATE = 1

/**
 * Twenty people who each move a box of their own twenty times a second, from `go` to `stop` on standard input, over sockets of their
 * own. One document plays for all of them under the client id of whoever edits: what the others do is of no concern to it.
 */
const lines = createInterface(process.stdin)[Symbol.asyncIterator]()
const plan = JSON.parse((await lines.next()).value as string) as EditorsPlan
const scene = makeScene(plan.boxes)
const columns = Math.ceil(Math.sqrt(plan.boxes))
const doc = new Y.Doc()
let whole: () => void = () => {}
const synced = new Promise<void>((resolve) => {
  whole = resolve
})

const editors = await Promise.all(
  plan.seats.map(async (seat, index) => {
    const socket = await openSocket(plan.port, seat.path, seat.protocols, {
      message(payload) {
        if (index > 0) return
        for (const message of wire.unpack(payload)) {
          if (!wire.isContent(message, 0)) continue
          const decoder = decoding.createDecoder(message)
          decoding.readVarUint(decoder)
          const kind = decoding.readVarUint(decoder)
          Y.applyUpdate(doc, decoding.readVarUint8Array(decoder))
          if (kind === STATE) whole()
        }
      },
      closed: (reason) => console.error(`an editor's socket closed: ${reason}`),
    })
    if (index === 0) socket.send(wire.encodeHello(null))
    const box = scene.hub + ((index % 5) - 2) * 2 + (Math.floor(index / 5) - 2) * 2 * columns + 1
    return { socket, box, client: 1_000_000 + index * 7_919, clock: 0 }
  }),
)
await synced

let author = editors[0]
doc.on('update', (update: Uint8Array, origin: unknown) => {
  if (origin === 'editor') author?.socket.send(wire.encodeUpdate(null, update))
})

/** ends the round that is being played */
let round = new AbortController()
const edit = (editor: (typeof editors)[number], step: number): void => {
  author = editor
  doc.clientID = editor.client
  const { x = 0, y = 0 } = scene.boxes[editor.box] ?? {}
  const at = [
    plan.shift[0] + x + Math.round(REACH * Math.sin(step / 5)),
    plan.shift[1] + y,
  ] as const
  placeObjects(doc, [{ id: boxId(editor.box), at }], 'editor')
}

async function play({ signal }: AbortController): Promise<void> {
  const start = performance.now()
  for (let step = 1; !signal.aborted; step++) {
    for (const [index, editor] of editors.entries()) {
      const due = start + (step + index / editors.length) * EVERY_MS
      const wait = due - performance.now()
      if (wait > 1) await pause(wait)
      if (!signal.aborted) edit(editor, step)
    }
  }
}

console.log('ready')
for (;;) {
  const { value, done } = await lines.next()
  if (done) break
  round.abort()
  round = new AbortController()
  if (value === 'go') void play(round)
  console.log('ok')
}
for (const { socket } of editors) socket.close()
process.exit(0)
