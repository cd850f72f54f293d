import type { Token } from '../look/palette.ts'
import { breakText } from '../text/break.ts'
import { centredTop, type Weight } from '../text/measure.ts'
import type { TextItem } from './items.ts'
import { turning } from './line-place.ts'

/** Words to be broken and placed: `x` is the left, middle or right edge that `align` names; `width` defaults to one endless line. */
export interface Words {
  text: string
  x: number
  y: number
  width?: number
  size: number
  lineHeight?: number
  weight?: Weight
  fill: Token
  align?: TextItem['align']
  maxLines?: number
  fine?: boolean
}

const isBlank = (lines: readonly string[]): boolean => lines.every((line) => line.trim() === '')

/** A text item of at most `maxLines` lines, or nothing when there are no words: spread the result into a draw list. */
export function words({
  text,
  x,
  y,
  width = Infinity,
  size,
  lineHeight = size * 1.25,
  weight = 400,
  fill,
  align = 'left',
  maxLines,
  fine,
}: Words): TextItem[] {
  const { lines, ...broken } = breakText({
    text,
    width,
    size,
    weight,
    ...(maxLines && { maxLines }),
  })
  if (isBlank(lines)) return []
  return [
    {
      kind: 'text',
      x,
      y,
      lines,
      size,
      lineHeight,
      weight,
      fill,
      align,
      ...turning(broken, width),
      ...(fine && { detail: 'fine' as const }),
    },
  ]
}

/** One line whose capitals stand centred on `y`: a numeral in a chip, initials in a mark. */
export const label = (
  text: string,
  x: number,
  y: number,
  size: number,
  fill: Token,
  weight: Weight = 700,
  align: TextItem['align'] = 'centre',
): TextItem => ({
  kind: 'text',
  x,
  y: centredTop(y, size, size * 1.25),
  lines: [text],
  size,
  lineHeight: size * 1.25,
  weight,
  fill,
  align,
})

/** How tall a text item is. */
export const heightOf = (items: readonly TextItem[]): number =>
  items.reduce((sum, item) => sum + item.lines.length * item.lineHeight, 0)
