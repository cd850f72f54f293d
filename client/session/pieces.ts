import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'

type Struct = ReturnType<typeof Y.decodeUpdate>['structs'][number]

/** A struct with its own bytes. */
interface Piece {
  struct: Struct
  bytes: Uint8Array
}

function bytesOf(struct: Struct): Uint8Array {
  const encoder = new Y.UpdateEncoderV1()
  struct.write(encoder, 0)
  return encoding.toUint8Array(encoder.restEncoder)
}

function* references(struct: Struct): Generator<Y.ID> {
  if (!(struct instanceof Y.Item)) return
  if (struct.origin) yield struct.origin
  if (struct.rightOrigin) yield struct.rightOrigin
  if (struct.parent instanceof Y.ID) yield struct.parent
}

/** The structs in an order in which each leans only on what came before; undefined when there is none. */
function inOrder(structs: readonly Struct[]): Struct[] | undefined {
  const runs = new Map<number, Struct[]>()
  for (const struct of structs) {
    const run = runs.get(struct.id.client)
    if (run) run.push(struct)
    else runs.set(struct.id.client, [struct])
  }
  const reached = new Map([...runs].map(([client, run]) => [client, run[0]?.id.clock ?? 0]))
  const next = new Map<number, number>()
  const isThere = ({ client, clock }: Y.ID): boolean => clock < (reached.get(client) ?? Infinity)
  const ordered: Struct[] = []
  for (let before = -1; before !== ordered.length;) {
    before = ordered.length
    for (const [client, run] of runs) {
      let at = next.get(client) ?? 0
      for (; at < run.length; at += 1) {
        const struct = run[at]
        if (!struct || ![...references(struct)].every(isThere)) break
        reached.set(client, struct.id.clock + struct.length)
        ordered.push(struct)
      }
      next.set(client, at)
    }
  }
  return ordered.length === structs.length ? ordered : undefined
}

function updateOf(pieces: readonly Piece[], deletes: Uint8Array): Uint8Array {
  const runs = new Map<number, Piece[]>()
  for (const piece of pieces) {
    const { client } = piece.struct.id
    const run = runs.get(client)
    if (run) run.push(piece)
    else runs.set(client, [piece])
  }
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, runs.size)
  // Higher client ids come first, as Yjs writes them: it relies on that when it merges.
  for (const [client, run] of [...runs].sort(([a], [b]) => b - a)) {
    encoding.writeVarUint(encoder, run.length)
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, run[0]?.struct.id.clock ?? 0)
    for (const { bytes } of run) encoding.writeUint8Array(encoder, bytes)
  }
  encoding.writeUint8Array(encoder, deletes)
  return encoding.toUint8Array(encoder)
}

/** The state vector of whoever has all of `structs`. */
function clocksAfter(structs: readonly Struct[]): Uint8Array {
  const clocks = new Map(structs.map(({ id, length }) => [id.client, id.clock + length]))
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, clocks.size)
  for (const [client, clock] of clocks) {
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, clock)
  }
  return encoding.toUint8Array(encoder)
}

/**
 * The same as `update` in several updates of about `most` bytes each, to be applied in order; the last one deletes. An
 * update that can't be taken apart, or needn't be, is given back whole.
 */
export function piecesOf(update: Uint8Array, most: number): Uint8Array[] {
  if (update.length <= most) return [update]
  const { structs } = Y.decodeUpdate(update)
  const ordered = structs.some((struct) => struct instanceof Y.Skip) ? undefined : inOrder(structs)
  if (!ordered) return [update]
  const groups: Piece[][] = [[]]
  let size = 0
  for (const struct of ordered) {
    const bytes = bytesOf(struct)
    if (size > 0 && size + bytes.length > most) {
      groups.push([])
      size = 0
    }
    groups.at(-1)?.push({ struct, bytes })
    size += bytes.length
  }
  const nothing = new Uint8Array([0])
  // Cut off at its own clocks, an update is left with no structs: a zero, then the delete set.
  const deletes = Y.diffUpdate(update, clocksAfter(structs)).subarray(1)
  return groups.map((group, i) => updateOf(group, i === groups.length - 1 ? deletes : nothing))
}
