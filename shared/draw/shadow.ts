/** A shadow as flat shapes, `[grown by, moved down by, opacity]`: the same on canvas, in SVG and in PDF, without a filter. */
type Steps = readonly (readonly [grow: number, drop: number, opacity: number])[]

/** The one soft shadow of the look. */
export const shadowSteps: Steps = [
  [3, 3, 0.025],
  [1.5, 2, 0.04],
  [0.5, 1, 0.06],
]

/** What high contrast has in place of the shadow: a rim, without which a pale note has no edge on white. */
export const rimSteps: Steps = [[1, 0, 1]]
