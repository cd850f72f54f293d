import * as Y from 'yjs'

/** A piece of a document as an update holds it. */
export type Struct = ReturnType<typeof Y.decodeUpdate>['structs'][number]

/** The structs of one client that wait for their turn, in order. */
interface Queue {
  structs: Struct[]
  /** index of the next one, and the clock up to which they have gone */
  next: number
  reached: number
}

/** The ids that a struct leans on. */
function* references(struct: Struct): Generator<Y.ID> {
  if (!(struct instanceof Y.Item)) return
  if (struct.origin) yield struct.origin
  if (struct.rightOrigin) yield struct.rightOrigin
  if (struct.parent instanceof Y.ID) yield struct.parent
}

/** The struct of these, which follow one another, that holds a clock. */
function holderOf(structs: readonly Struct[], clock: number): Struct | undefined {
  let low = 0
  let high = structs.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const struct = structs[middle]
    if (!struct) return undefined
    if (clock < struct.id.clock) high = middle - 1
    else if (clock >= struct.id.clock + struct.length) low = middle + 1
    else return struct
  }
  return undefined
}

/**
 * The structs of an update so that each comes after those that it leans on; left out is what leans on something that never
 * comes, or on itself. `known` is the clock below which a client's are there already; clients of whom the update holds none
 * have all that is asked for when it answers `Infinity`. Takes time in proportion to the update, whatever leans on what.
 */
export function* inOrder(
  structs: Iterable<Struct>,
  known: (client: number) => number,
): Generator<Struct> {
  const queues = new Map<number, Queue>()
  for (const struct of structs) {
    const { client } = struct.id
    const queue = queues.get(client)
    if (queue) queue.structs.push(struct)
    else queues.set(client, { structs: [struct], next: 0, reached: known(client) })
  }
  const isThere = ({ client, clock }: Y.ID): boolean =>
    clock < (queues.get(client)?.reached ?? known(client))
  /** by the struct that they wait for */
  const waiting = new Map<Struct, Queue[]>()
  const ready = [...queues.values()].toReversed()
  for (let queue = ready.pop(); queue; queue = ready.pop()) {
    for (; queue.next < queue.structs.length; queue.next += 1) {
      const struct = queue.structs[queue.next]
      if (!struct) break
      const end = struct.id.clock + struct.length
      if (end > queue.reached) {
        const missing = [...references(struct)].find((id) => !isThere(id))
        if (missing) {
          const holder = holderOf(queues.get(missing.client)?.structs ?? [], missing.clock)
          if (!holder) break
          const others = waiting.get(holder)
          if (others) others.push(queue)
          else waiting.set(holder, [queue])
          break
        }
        queue.reached = end
      }
      yield struct
      ready.push(...(waiting.get(struct) ?? []))
      waiting.delete(struct)
    }
  }
}

/** The structs of an update as `inOrder` gives them, for whom all that the update doesn't hold is there. */
export function inOwnOrder(structs: readonly Struct[]): Generator<Struct> {
  const starts = new Map<number, number>()
  for (const { id } of structs) if (!starts.has(id.client)) starts.set(id.client, id.clock)
  return inOrder(structs, (client) => starts.get(client) ?? Infinity)
}
