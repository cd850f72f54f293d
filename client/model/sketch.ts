import type { Ink, StrokePoint } from '../../shared/draw/stroke.ts'
import type { Box, Point } from '../../shared/geometry.ts'
import type { Token } from '../../shared/look/palette.ts'

/** What a tool draws over the map while it is in use; world units. */
export type Sketch =
  | { kind: 'marquee'; box: Box }
  /** a loop around what is being selected */
  | { kind: 'lasso'; points: readonly Point[] }
  /** the outline of an object that is about to be placed */
  | { kind: 'place'; box: Box }
  /** a link being drawn from an object to the pointer; `target` is the object that it would end at */
  | { kind: 'band'; from: string; to: Point; target: string | null }
  /** by how much what is selected is turned, told at the pointer; degrees */
  | { kind: 'turn'; at: Point; angle: number }
  /** the containers that would take what is being dropped */
  | { kind: 'drop'; into: readonly string[] }
  /** a stroke of the pen under way */
  | { kind: 'stroke'; points: readonly StrokePoint[]; fill: Token; ink: Ink }

/** Why what is dragged stops where it does: a line that edges share, or one of several equal gaps; world units. */
export interface Guide {
  kind: 'line' | 'gap'
  from: Point
  to: Point
}
