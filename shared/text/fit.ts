import { breakText, type BrokenText } from './break.ts'
import type { Weight } from './measure.ts'

/** Text that is to fill a box as large as it can; sizes in world units. */
export interface FitRequest {
  text: string
  width: number
  height: number
  weight: Weight
  /** default 20 */
  max?: number
  /** default 9 */
  min?: number
  /** distance of baselines as a multiple of the size; default 1.25 */
  leading?: number
}

/** The size found, and the lines at that size. */
export interface FittedText extends BrokenText {
  size: number
  lineHeight: number
}

/** The largest size at which the text fits its box without breaking a word; at the smallest what is left over is cut. */
export function fitText({
  text,
  width,
  height,
  weight,
  max = 20,
  min = 9,
  leading = 1.25,
}: FitRequest): FittedText {
  const at = (size: number): FittedText => {
    const lineHeight = size * leading
    const maxLines = Math.max(1, Math.floor(height / lineHeight + 0.01))
    return { ...breakText({ text, width, size, weight, maxLines }), size, lineHeight }
  }
  let fallback: FittedText | undefined
  for (let size = max; size > min; size--) {
    const fitted = at(size)
    if (fitted.cut) continue
    if (!fitted.split) return fitted
    fallback ??= fitted
  }
  const smallest = at(min)
  return smallest.split || smallest.cut ? (fallback ?? smallest) : smallest
}
