import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import { integrateFirst } from '../../shared/board/keep-order.ts'
import type { RememberingDecoder } from './remembering-decoder.ts'

/** What the byte at a struct's beginning says in Yjs' update format, version 1. */
const HAS_ORIGIN = 0x80
const HAS_RIGHT_ORIGIN = 0x40
const HAS_KEY = 0x20
const KIND = 0x1f
const kinds = { gone: 0, deleted: 1, string: 4, type: 7, any: 8 } as const
const known: ReadonlySet<number> = new Set(Object.values(kinds))
const types = [() => new Y.Array(), () => new Y.Map(), () => new Y.Text()]

type Parent = Y.AbstractType<unknown>
type Struct = Y.Item | Y.GC

const isFirst = (parent: Parent, key: string | null): boolean =>
  key === null ? parent._start === null : !parent._map.has(key)

/**
 * Takes the structs of an update (Yjs' format, version 1) into the document of `transaction` as they are read, for two thirds of what it costs
 * Yjs, which reads all before it integrates any. Returns whether all are there, `decoder` being behind them; where not, for they build on
 * what isn't there, are known in part or of a kind that boards don't have, Yjs must be given the whole update.
 */
export function takeStructs(decoder: RememberingDecoder, transaction: Y.Transaction): boolean {
  const { restDecoder } = decoder
  const { doc } = transaction
  const { store } = doc
  /** by client: what waits for another client's, in its order */
  const waiting = new Map<number, Struct[]>()
  /** the parent that was read last, which most structs share with the one before */
  let parentClient = -1
  let parentClock = -1
  let parentType: Parent | undefined

  /** The type, or its id where it isn't in the document yet or any more. */
  function readParent(): Parent | Y.ID {
    if (decoder.readParentInfo()) return doc.get(decoder.readString())
    const client = decoding.readVarUint(restDecoder)
    const clock = decoding.readVarUint(restDecoder)
    if (parentType && clock === parentClock && client === parentClient) return parentType
    const id = new Y.ID(client, clock)
    if (clock >= Y.getState(store, client)) return id
    const item: unknown = Y.getItem(store, id)
    if (!(item instanceof Y.Item) || !(item.content instanceof Y.ContentType)) return id
    parentClient = client
    parentClock = clock
    parentType = item.content.type as Parent
    return parentType
  }

  function readContent(kind: number): Y.Item['content'] | undefined {
    if (kind === kinds.string) return new Y.ContentString(decoder.readString())
    if (kind === kinds.deleted) return new Y.ContentDeleted(decoder.readLen())
    if (kind === kinds.type) {
      const type = types[decoder.readTypeRef()]?.()
      return type && new Y.ContentType(type)
    }
    const length = decoder.readLen()
    // Nearly all: one value of one key. A list that grows takes room for seventeen.
    if (length === 1) return new Y.ContentAny([decoder.readAny()])
    return new Y.ContentAny(Array.from({ length }, () => decoder.readAny()))
  }

  function readStruct(id: Y.ID): Struct | undefined {
    const info = decoder.readInfo()
    const kind = info & KIND
    if (!known.has(kind)) return undefined
    if (kind === kinds.gone) return new Y.GC(id, decoder.readLen())
    const origin = info & HAS_ORIGIN ? decoder.readLeftID() : null
    const rightOrigin = info & HAS_RIGHT_ORIGIN ? decoder.readRightID() : null
    // Whoever has a neighbour has its parent and key.
    const isAlone = origin === null && rightOrigin === null
    const parent = isAlone ? readParent() : null
    const key = isAlone && info & HAS_KEY ? decoder.readString() : null
    const content = readContent(kind)
    return content && new Y.Item(id, null, origin, null, rightOrigin, parent, key, content)
  }

  /** Whether the struct has what it leans on, and is in the document now. */
  function integrate(struct: Struct): boolean {
    if (struct instanceof Y.Item && struct.parent instanceof Y.AbstractType) {
      if (isFirst(struct.parent, struct.parentSub)) integrateFirst(struct, transaction)
      else struct.integrate(transaction, 0)
      return true
    }
    if (struct.getMissing(transaction, store) !== null) return false
    struct.integrate(transaction, 0)
    return true
  }

  function takeClient(): boolean {
    const count = decoding.readVarUint(restDecoder)
    const client = decoder.readClient()
    let clock = decoding.readVarUint(restDecoder)
    if (clock !== Y.getState(store, client)) return false
    let behind: Struct[] | undefined
    for (let left = count; left > 0; left--) {
      const struct = readStruct(new Y.ID(client, clock))
      if (!struct) return false
      if (behind) behind.push(struct)
      else if (!integrate(struct)) waiting.set(client, (behind = [struct]))
      clock += struct.length
    }
    return true
  }

  for (let left = decoding.readVarUint(restDecoder); left > 0; left--)
    if (!takeClient()) return false
  // What one client waited for may have come with the next.
  for (let moved = true; moved;) {
    moved = false
    for (const [client, structs] of waiting) {
      const next = structs.findIndex((struct) => !integrate(struct))
      if (next === 0) continue
      moved = true
      if (next < 0) waiting.delete(client)
      else structs.splice(0, next)
    }
  }
  return waiting.size === 0
}
