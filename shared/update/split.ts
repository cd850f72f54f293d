import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { encodeDeletes, rangesOf } from './delete-set.ts'
import { inOwnOrder, type Struct } from './struct-order.ts'

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

/** All structs so that each comes after those of the same update that it leans on; what can't is its receiver's to judge, and comes last. */
function* oneByOne(structs: readonly Struct[]): Generator<Struct> {
  const rest = new Set(structs)
  for (const struct of inOwnOrder(structs)) {
    rest.delete(struct)
    yield struct
  }
  yield* rest
}

/**
 * Cuts an update of more than `size` bytes into some of about as many each that say the same when applied one after the other, none
 * of which leans on a later one; the last one deletes. A single large struct is not cut. Throws when the update can't be read.
 */
export function splitUpdate(update: Uint8Array, size: number): Uint8Array[] {
  if (update.length <= size) return [update]
  const { structs, ds } = Y.decodeUpdate(update)
  const nothing = encodeDeletes(new Map())
  const pieces: Uint8Array[] = []
  let piece = new Piece()
  for (const struct of oneByOne(structs)) {
    piece.add(struct)
    if (piece.size < size) continue
    pieces.push(piece.finish(nothing))
    piece = new Piece()
  }
  // Deletions may name any of the structs.
  pieces.push(piece.finish(encodeDeletes(rangesOf(ds))))
  return pieces
}
