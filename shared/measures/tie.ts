import type { LaneMeasure } from '../board/layout.ts'
import type { BoardObject } from '../board/object.ts'
import { trustOf, type End, type Reading, type Step } from '../board/readings.ts'

/** What one side says of a relationship: a mean on 1–4 (a level: 0–4), *don't know*, or nothing yet. */
export type TieValue = number | 'unknown' | undefined

interface Lookup {
  reading(relationship: string, end: End): Reading | undefined
  tieMeasure: LaneMeasure
}

const keys = { contact: 'contact', level: 'levelNow' } as const

/** What `end` says of the relationship, in the measure that is shown: trust, contact, or the level now (0–4). */
export function tieValue(relationship: BoardObject, end: End, context: Lookup): TieValue {
  const { tieMeasure } = context
  if (tieMeasure === 'trust') return trustOf(context.reading(relationship.id, end))
  const ends = relationship.fields['ends'] as
    | Partial<Record<End, Partial<Record<'contact' | 'levelNow', unknown>>>>
    | undefined
  const value = ends?.[end]?.[keys[tieMeasure]]
  const least = tieMeasure === 'level' ? 0 : 1
  return Number.isInteger(value) && (value as number) >= least && (value as number) <= 4
    ? (value as number)
    : undefined
}

/** The step that a mean is drawn as: the nearest of 1, 2, 3, 4. */
export const stepOf = (mean: number): Step => Math.min(4, Math.max(1, Math.round(mean))) as Step

/** What the `from` side says minus what the `to` side says; undefined unless both gave a figure. */
export const gapOf = (from: TieValue, to: TieValue): number | undefined =>
  typeof from === 'number' && typeof to === 'number' ? from - to : undefined

/** The smallest gap that is shown as one. */
export const WIDE_GAP = 1

/** A mean as on a chip: “3”, or “2.7” where the dimensions differ. */
export const formatMean = (mean: number): string => String(Math.round(mean * 10) / 10)

/** A gap with its sign, the minus as a true minus: “+2”, “−1.3”, “0”. */
export function formatGap(gap: number): string {
  const size = formatMean(Math.abs(gap))
  if (size === '0') return size
  return `${gap > 0 ? '+' : '−'}${size}`
}
