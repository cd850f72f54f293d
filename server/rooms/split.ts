import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { encodeDeletes } from './deletes.ts'
import { rangesOf } from './ledger.ts'

type Struct = ReturnType<typeof Y.decodeUpdate>['structs'][number]

/** Structs of one client that wait for their turn, in order. */
interface Queue {
  client: number
  structs: Struct[]
  /** index of the next one, and the clock up to which they have gone */
  next: number
  reached: number
}

/** A piece under way: the structs of each client, written already. */
class Piece {
  readonly #runs = new Map<number, { encoder: Y.UpdateEncoderV1; start: number; count: number }>()
  size = 0

  add(struct: Struct): void {
    const { client, clock } = struct.id
    const run = this.#runs.get(client) ?? {
      encoder: new Y.UpdateEncoderV1(),
      start: clock,
      count: 0,
    }
    this.#runs.set(client, run)
    const before = encoding.length(run.encoder.restEncoder)
    struct.write(run.encoder, 0)
    run.count += 1
    this.size += encoding.length(run.encoder.restEncoder) - before
  }

  finish(deletes: Uint8Array): Uint8Array {
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, this.#runs.size)
    // Yjs writes higher client ids first.
    for (const [client, { encoder: run, start, count }] of [...this.#runs].sort(
      ([a], [b]) => b - a,
    )) {
      encoding.writeVarUint(encoder, count)
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, start)
      encoding.writeUint8Array(encoder, encoding.toUint8Array(run.restEncoder))
    }
    encoding.writeUint8Array(encoder, deletes)
    return encoding.toUint8Array(encoder)
  }
}

function queuesOf(structs: readonly Struct[]): Map<number, Queue> {
  const queues = new Map<number, Queue>()
  for (const struct of structs) {
    const { client, clock } = struct.id
    const queue = queues.get(client)
    if (queue) queue.structs.push(struct)
    else queues.set(client, { client, structs: [struct], next: 0, reached: clock })
  }
  return queues
}

function* references(struct: Struct): Generator<Y.ID> {
  if (!(struct instanceof Y.Item)) return
  if (struct.origin) yield struct.origin
  if (struct.rightOrigin) yield struct.rightOrigin
  if (struct.parent instanceof Y.ID) yield struct.parent
}

/** All structs so that each comes after those of the same update that it leans on; what leans on itself comes last. */
function* inOrder(structs: readonly Struct[]): Generator<Struct> {
  const queues = queuesOf(structs)
  const isThere = ({ client, clock }: Y.ID): boolean => {
    const queue = queues.get(client)
    // What the update doesn't hold is its receiver's to know.
    return !queue || queue.next === queue.structs.length || clock < queue.reached
  }
  let moved = true
  while (moved) {
    moved = false
    for (const queue of queues.values()) {
      for (; queue.next < queue.structs.length; queue.next += 1) {
        const struct = queue.structs[queue.next]
        if (!struct || ![...references(struct)].every(isThere)) break
        queue.reached = struct.id.clock + struct.length
        moved = true
        yield struct
      }
    }
  }
  for (const { structs: rest, next } of queues.values()) yield* rest.slice(next)
}

/**
 * Cuts an update into some of about `size` bytes each that say the same when applied one after the other, none of which
 * leans on a later one. A single large struct is not cut. Throws when the update can't be read.
 */
export function splitUpdate(update: Uint8Array, size: number): Uint8Array[] {
  const { structs, ds } = Y.decodeUpdate(update)
  const nothing = encodeDeletes(new Map())
  const pieces: Uint8Array[] = []
  let piece = new Piece()
  for (const struct of inOrder(structs)) {
    piece.add(struct)
    if (piece.size < size) continue
    pieces.push(piece.finish(nothing))
    piece = new Piece()
  }
  // Deletions may name any of the structs.
  pieces.push(piece.finish(encodeDeletes(rangesOf(ds))))
  return pieces
}
