import type * as Y from 'yjs'
import type { Size } from '../geometry.ts'

/** The size that a risk has anew where the document has another thing in its place. */
export const RISK_SIZE: Size = [288, 160]

/** How bad a risk would be, on a board where that was written in the place of its size; undefined on every other. */
export const severityInSize = (type: unknown, size: unknown): number | undefined =>
  type === 'risk' && typeof size === 'number' ? size : undefined

/** Puts what stands in the place of a risk's size where it belongs, so that neither of the two is lost when the other is written. */
export function mendRisk(map: Y.Map<unknown>): void {
  const severity = severityInSize(map.get('type'), map.get('size'))
  if (severity === undefined) return
  if (!map.has('severity')) map.set('severity', severity)
  map.set('size', [...RISK_SIZE])
}
