import type { ArrangeBox, ArrangeLink, Places } from './box.ts'
import { circle } from './circle.ts'
import { force } from './force.ts'
import { grid } from './grid.ts'

/** A circle keeps every box out of the way of the others' ties; beyond this many boxes it becomes too wide to read. */
const CIRCLE_MOST = 40
/** A tree and a little more is clearer as a force layout than as a circle. */
const CIRCLE_DEGREE = 2.4

/** The layout that suits what is there: a grid without ties, a circle for few or much-tied boxes, forces for the rest. */
export function arrange(
  boxes: readonly ArrangeBox[],
  links: readonly ArrangeLink[],
  options: { freeIds?: boolean } = {},
): Places {
  const pairs = new Set(
    links.map(({ from, to }) => (from < to ? `${from} ${to}` : `${to} ${from}`)),
  )
  if (pairs.size === 0) return grid(boxes)
  const degree = (2 * pairs.size) / boxes.length
  const fits = boxes.length <= 12 || (boxes.length <= CIRCLE_MOST && degree >= CIRCLE_DEGREE)
  return fits ? circle(boxes, links, options) : force(boxes, links)
}
