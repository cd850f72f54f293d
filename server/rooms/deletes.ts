import * as decoding from 'lib0/decoding'
import type { Range } from '../../shared/update/delete-set.ts'

/** What is known to be deleted: disjoint ranges per client, in order. */
export class Deletes {
  /** per client: starts and ends, alternating */
  readonly #edges = new Map<number, number[]>()

  /** The parts of a range that are not known to be deleted yet. */
  news(client: number, { clock, length }: Range): Range[] {
    const edges = this.#edges.get(client) ?? []
    const end = clock + length
    const found: Range[] = []
    let from = clock
    for (let i = firstEndingAfter(edges, clock); i < edges.length && from < end; i += 2) {
      const start = edges[i] ?? Infinity
      if (start >= end) break
      if (start > from) found.push({ clock: from, length: start - from })
      from = Math.max(from, edges[i + 1] ?? Infinity)
    }
    if (from < end) found.push({ clock: from, length: end - from })
    return found
  }

  /** Adds a delete set's bytes, as Yjs writes them; made for the large one of a whole document. */
  addAll(bytes: Uint8Array): void {
    const decoder = decoding.createDecoder(bytes)
    for (let clients = decoding.readVarUint(decoder); clients > 0; clients -= 1) {
      const client = decoding.readVarUint(decoder)
      const edges = this.#edges.get(client) ?? []
      this.#edges.set(client, edges)
      for (let ranges = decoding.readVarUint(decoder); ranges > 0; ranges -= 1) {
        const clock = decoding.readVarUint(decoder)
        const length = decoding.readVarUint(decoder)
        // In order, as they come, a range is put behind the others without a search.
        if (clock > (edges.at(-1) ?? -1)) edges.push(clock, clock + length)
        else this.add(client, { clock, length })
      }
    }
  }

  add(client: number, { clock, length }: Range): void {
    const edges = this.#edges.get(client)
    if (!edges) {
      this.#edges.set(client, [clock, clock + length])
      return
    }
    let start = clock
    let end = clock + length
    // Ranges that touch become one, so that a note typed and deleted stays one range.
    const first = firstEndingAfter(edges, clock - 1)
    let last = first
    while (last < edges.length && (edges[last] ?? Infinity) <= end) {
      start = Math.min(start, edges[last] ?? start)
      end = Math.max(end, edges[last + 1] ?? end)
      last += 2
    }
    edges.splice(first, last - first, start, end)
  }
}

/** Index of the first range that ends after `clock`. */
function firstEndingAfter(edges: readonly number[], clock: number): number {
  let low = 0
  let high = edges.length / 2
  while (low < high) {
    const middle = (low + high) >> 1
    if ((edges[2 * middle + 1] ?? Infinity) > clock) high = middle
    else low = middle + 1
  }
  return 2 * low
}
