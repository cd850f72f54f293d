import type { Box, Point } from '../../shared/geometry.ts'

/** What a tool draws over the map while it is in use; world units. */
export type Sketch =
  | { kind: 'marquee'; box: Box }
  /** the outline of an object that is about to be placed */
  | { kind: 'place'; box: Box }
  /** a link being drawn from an object to the pointer; `target` is the object that it would end at */
  | { kind: 'band'; from: string; to: Point; target: string | null }
  /** a container that would take what is being dropped */
  | { kind: 'drop'; into: string }

/** Why what is dragged stops where it does: a line that edges share, or one of several equal gaps; world units. */
export interface Guide {
  kind: 'line' | 'gap'
  from: Point
  to: Point
}
