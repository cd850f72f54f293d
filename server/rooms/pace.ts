import type { Lane } from './lane.ts'

/** Longest time between two rounds of edits and of presence, ms. */
const MOST_EDITS = 60
const MOST_PRESENCE = 500

/**
 * ms between two rounds of edits on a board of `people` on a server with `sockets`: none when few are there, so that they
 * feel no delay; more where a round for all costs much less than one for each.
 */
export function editPace(people: number, sockets: number): number {
  const forBoard =
    people <= 10 ? 1 : people <= 40 ? 8 : people <= 150 ? 16 : people <= 300 ? 33 : 50
  return Math.max(forBoard, Math.min(MOST_EDITS, sockets / 25))
}

/** ms between two rounds of presence for each person on the board: what a second brings stays the same however many are there. */
const PER_PERSON = { plain: 2, packed: 0.33 } as const satisfies Record<Lane, number>

/** ms between two rounds of presence on a board of `people` on a server with `sockets`. */
export function presencePace(people: number, sockets: number, lane: Lane): number {
  const wanted = Math.max(PER_PERSON[lane] * people, sockets / 9)
  return Math.max(editPace(people, sockets), Math.min(MOST_PRESENCE, wanted))
}
