/** Moves clocks on, and never back: somebody may have gone on elsewhere meanwhile. */
export function raise(clocks: Map<number, number>, by: ReadonlyMap<number, number>): void {
  for (const [client, clock] of by) {
    if (clock > (clocks.get(client) ?? 0)) clocks.set(client, clock)
  }
}
