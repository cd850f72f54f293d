import type { Size } from '../geometry.ts'

/** Which way round a page stands. */
export type Orientation = 'portrait' | 'landscape'

/** Space from the page's edge to its text, in points. */
export const margins = {
  portrait: { side: 64, top: 72, bottom: 72 },
  landscape: { side: 40, top: 58, bottom: 64 },
} as const

const A4 = { short: 595.28, long: 841.89 } as const

/** Width and height of an A4 page in points. */
export const pageSize = (orientation: Orientation): Size =>
  orientation === 'portrait' ? [A4.short, A4.long] : [A4.long, A4.short]

/** The heading above a picture and the caption below it need this much of its page, in points. */
const AROUND_FIGURE = 80

/** The place that a picture has on a page of its own, in points: every writer gives it at least that. */
export function figureRoom(orientation: Orientation): Size {
  const [width, height] = pageSize(orientation)
  const edge = margins[orientation]
  return [width - 2 * edge.side, height - edge.top - edge.bottom - AROUND_FIGURE]
}
