import { ringAround, inGroups } from './around.ts'
import type { ArrangeBox, ArrangeLink, Places } from './box.ts'
import { circle } from './circle.ts'
import { force } from './force.ts'

/** The layouts that a person can choose from. */
export const layoutIds = ['objectives', 'sectors', 'force', 'circle'] as const
/** One of `layoutIds`. */
export type LayoutId = (typeof layoutIds)[number]

/** Places for `boxes` around 0, 0 so that none lies over another; those whose ids are in `core` are what `objectives` puts in the middle. */
export function layOut(
  layout: LayoutId,
  boxes: readonly ArrangeBox[],
  links: readonly ArrangeLink[],
  core: ReadonlySet<string>,
): Places {
  switch (layout) {
    case 'objectives':
      return ringAround(
        boxes.filter(({ id }) => core.has(id)),
        boxes.filter(({ id }) => !core.has(id)),
        links,
      )
    case 'sectors':
      return inGroups(boxes, links)
    case 'force':
      return force(boxes, links)
    case 'circle':
      return circle(boxes, links)
  }
}
