/** How many sides of relationships say something beside trust. */
export interface SideCounts {
  /** that say how much contact there is */
  contacts: number
  /** that say how closely they work together, or would need to */
  levels: number
}

/** Counts what the given sides say; each is an end's fields. */
export function countSides(sides: readonly Readonly<Record<string, unknown>>[]): SideCounts {
  const telling = (...keys: string[]): number =>
    sides.filter((side) => keys.some((key) => side[key] !== undefined)).length
  return { contacts: telling('contact'), levels: telling('levelNow', 'levelNeeded') }
}
