import type { Point, Size } from '../geometry.ts'

/** How far apart neighbours on a ring stand at least, in world units: enough for a tie to be seen between them. */
const GAP = 40

const clear = (a: Point, b: Point, sizeA: Size, sizeB: Size): boolean =>
  Math.abs(a[0] - b[0]) >= (sizeA[0] + sizeB[0]) / 2 + GAP ||
  Math.abs(a[1] - b[1]) >= (sizeA[1] + sizeB[1]) / 2 + GAP

const STEP = 0.002
const TURN = 2 * Math.PI

/** Walks once around an ellipse; undefined when the boxes need more room than it has. */
function walk(sizes: readonly Size[], aspect: number, radius: number): number[] | undefined {
  const at = (angle: number): Point => [
    radius * aspect * Math.sin(angle),
    -radius * Math.cos(angle),
  ]
  const angles = [0]
  for (let i = 1; i <= sizes.length; i++) {
    const last = angles[i - 1]!
    let angle = last + STEP
    while (!clear(at(last), at(angle), sizes[i - 1]!, sizes[i % sizes.length]!)) {
      angle += STEP
      if (angle > TURN) return undefined
    }
    angles.push(angle)
  }
  return angles
}

/** The least height of half a ring: few organisations stand far enough apart for their ties to be read. */
const roomFor = (count: number): number => Math.min(420, 150 + 45 * (count - 2))

/**
 * Middles of boxes around an ellipse `aspect` times as wide as high, clockwise from the top (two: from the left), as
 * tight as a gap between neighbours allows. The ellipse's middle is 0, 0.
 */
export function ring(sizes: readonly Size[], aspect: number): Point[] {
  if (sizes.length < 2) return sizes.map(() => [0, 0])
  let low = 0
  let high = roomFor(sizes.length)
  while (!walk(sizes, aspect, high)) {
    low = high
    high *= 2
  }
  while (low > 0 && high - low > 1) {
    const middle = (low + high) / 2
    if (walk(sizes, aspect, middle)) high = middle
    else low = middle
  }
  const angles = walk(sizes, aspect, high)!
  const spare = (TURN - angles.at(-1)!) / sizes.length
  const turn = sizes.length === 2 ? -TURN / 4 : 0
  return sizes.map((_, i) => {
    const angle = turn + angles[i]! + spare * i
    return [high * aspect * Math.sin(angle), -high * Math.cos(angle)]
  })
}
