import type { Point } from '../../../shared/geometry.ts'

/** As near as this on both axes, of 10, one mark would hide another. */
const NEAR = 0.6

/** How much of its own width each next mark of several in one place stands aside, in per cent. */
const STEP = 110

/** For each place on a pad how far its mark stands aside, in per cent of its width, so that none hides another; towards the middle, where there is room. */
export function sideBySide(places: readonly (Point | null)[]): number[] {
  return places.map((place, i) => {
    if (!place) return 0
    const [x, y] = place
    const before = places
      .slice(0, i)
      .filter((one) => one && Math.abs(one[0] - x) < NEAR && Math.abs(one[1] - y) < NEAR).length
    return before && before * (x > 5 ? -STEP : STEP)
  })
}
