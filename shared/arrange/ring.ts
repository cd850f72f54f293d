import type { Point, Size } from '../geometry.ts'

/** How far apart neighbours on a ring stand at least, in world units: enough for a tie to be seen between them. */
const GAP = 40

const clear = (a: Point, b: Point, sizeA: Size, sizeB: Size, gap: number): boolean =>
  Math.abs(a[0] - b[0]) >= (sizeA[0] + sizeB[0]) / 2 + gap ||
  Math.abs(a[1] - b[1]) >= (sizeA[1] + sizeB[1]) / 2 + gap

const STEP = 0.002
const TURN = 2 * Math.PI

/** Middles of boxes walked around an ellipse from `start`; undefined when they need more room than it has. */
function walk(
  sizes: readonly Size[],
  shape: { aspect: number; radius: number; gap: number; start: number },
): Point[] | undefined {
  const { aspect, radius, gap, start } = shape
  const at = (turned: number): Point => [
    radius * aspect * Math.sin(start + turned),
    -radius * Math.cos(start + turned),
  ]
  const middles: Point[] = []
  let turned = 0
  for (const [i, size] of sizes.entries()) {
    const middle = at(turned)
    middles.push(middle)
    const next = sizes[i + 1] ?? sizes[0] ?? size
    while (turned <= TURN && !clear(middle, at(turned), size, next, gap)) turned += STEP
    // The last box has to leave the gap to the first one as well.
    if (turned > TURN) return undefined
  }
  return middles
}

/** The least height of half a ring: few organisations stand far enough apart for their ties to be read. */
const roomFor = (count: number): number => Math.min(420, 150 + 45 * (count - 2))

/** The largest value between `low`, which is good, and `high`, to a unit. */
function largest(low: number, high: number, good: (value: number) => boolean): number {
  let best = low
  let worst = high
  while (worst - best > 1) {
    const middle = (best + worst) / 2
    if (good(middle)) best = middle
    else worst = middle
  }
  return best
}

/**
 * Middles of boxes around an ellipse `aspect` times as wide as high, clockwise from the top (two: from the left), as
 * tight as a gap between neighbours allows, but at least `least` from the middle, 0, 0, to the topmost box's middle.
 */
export function ring(
  sizes: readonly Size[],
  aspect: number,
  least = roomFor(sizes.length),
): Point[] {
  if (sizes.length < 2) return sizes.map(() => [0, 0])
  const start = sizes.length === 2 ? -TURN / 4 : 0
  const walked = (radius: number, gap: number) => walk(sizes, { aspect, radius, gap, start })
  let radius = least
  while (!walked(radius, GAP)) radius *= 1.02
  // What room is left goes to every gap alike.
  const gap = largest(
    GAP,
    GAP + radius * aspect * 2,
    (value) => walked(radius, value) !== undefined,
  )
  return walked(radius, gap) ?? []
}
