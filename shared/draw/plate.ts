import type { Size } from '../geometry.ts'
import type { DrawItem } from './items.ts'

/** The look of a card's outline. */
export type PlateEdge = Pick<Extract<DrawItem, { kind: 'rect' }>, 'stroke' | 'strokeWidth' | 'dash'>

/** The raised ground of a card, what is painted on it (a band, a foot), and its edge above both. */
export function drawPlate(
  [width, height]: Size,
  radius: number,
  edge: PlateEdge,
  between: readonly DrawItem[] = [],
): DrawItem[] {
  const box = { kind: 'rect', x: 0, y: 0, width, height, radius } as const
  return [{ ...box, fill: 'raised', shadow: true }, ...between, { ...box, ...edge }]
}
