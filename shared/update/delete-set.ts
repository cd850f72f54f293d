import * as encoding from 'lib0/encoding'
import type * as Y from 'yjs'

/** `length` clocks of one client from `clock` on. */
export interface Range {
  clock: number
  length: number
}

/** Ranges per client, as in an update's delete set. */
export type Ranges = Map<number, Range[]>

/** The ranges of a decoded update's delete set, without Yjs' own classes. */
export function rangesOf(ds: ReturnType<typeof Y.decodeUpdate>['ds']): Ranges {
  return new Map(
    [...ds.clients].map(([client, items]) => [
      client,
      items.map(({ clock, len }) => ({ clock, length: len })),
    ]),
  )
}

/** A delete set's bytes, exactly as Yjs writes the same ranges. */
export function encodeDeletes(ranges: Ranges): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, ranges.size)
  for (const [client, list] of [...ranges].sort(([a], [b]) => b - a)) {
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, list.length)
    for (const { clock, length } of list) {
      encoding.writeVarUint(encoder, clock)
      encoding.writeVarUint(encoder, length)
    }
  }
  return encoding.toUint8Array(encoder)
}
