import { breakText, type BrokenText } from './break.ts'
import { textWidth, type Weight } from './measure.ts'

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

// Plain letters, none of which is wider than twice its size.
const plain = /^[\u0000-\u02ff]*$/

/** What the letters of a text come to in one row at size 1: lines that hold all of it are together no shorter; 0 where that can't be told. */
const leastWidth = (text: string, sizes: number, weight: Weight): number =>
  sizes >= 2 && plain.test(text) ? textWidth(text.replaceAll(/\s/g, ''), 1, weight) : 0

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
  const linesAt = (size: number): number =>
    Math.max(1, Math.floor(height / (size * leading) + 0.01))
  const at = (size: number): FittedText => ({
    ...breakText({ text, width, size, weight, maxLines: linesAt(size) }),
    size,
    lineHeight: size * leading,
  })
  const least = leastWidth(text, width / max, weight)
  let fallback: FittedText | undefined
  for (let size = max; size > min; size--) {
    // Most sizes are too large by far, which is known without breaking a line.
    if (least * size > linesAt(size) * (width + 0.01)) continue
    const fitted = at(size)
    if (fitted.cut) continue
    if (!fitted.split) return fitted
    fallback ??= fitted
  }
  const smallest = at(min)
  return smallest.split || smallest.cut ? (fallback ?? smallest) : smallest
}

/** How tall a box must be for the whole text to fit it at the smallest size. */
export function heightFor({
  text,
  width,
  weight,
  min = 9,
  leading = 1.25,
}: Omit<FitRequest, 'height' | 'max'>): number {
  const { lines } = breakText({ text, width, size: min, weight })
  return Math.ceil(lines.length * min * leading)
}
