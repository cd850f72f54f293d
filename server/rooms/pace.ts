/** Longest time between two rounds of edits and of presence, ms. */
const MOST_EDITS = 50
const MOST_PRESENCE = 500

/**
 * ms between two rounds of edits on a board of `people` on a server with `sockets`: none when few are there, so that they
 * feel no delay; more where a round for all costs much less than one for each.
 */
export function editPace(people: number, sockets: number): number {
  const forBoard =
    people <= 10 ? 1 : people <= 40 ? 8 : people <= 150 ? 16 : people <= 300 ? 33 : 50
  return Math.max(forBoard, Math.min(MOST_EDITS, sockets / 30))
}

/**
 * ms between two rounds of presence. What everyone gets grows with the number of people, and on a poor line it must not:
 * at 1.5 ms for each, the bytes of a second stay about the same from some thirty people on.
 */
export function presencePace(people: number, sockets: number): number {
  const least = editPace(people, sockets)
  return Math.max(least, Math.min(MOST_PRESENCE, Math.max(1.5 * people, sockets / 15)))
}
