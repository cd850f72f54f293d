import type { TieMeasure } from '../board/layout.ts'
import { formatGap, gapOf, WIDE_GAP, type TieValue } from '../measures/tie.ts'
import { textWidth } from '../text/measure.ts'
import { pointAt, type Curve } from './curve.ts'
import type { DrawItem } from './items.ts'
import { tieSizes, type Crowd } from './tie-course.ts'
import { label } from './words.ts'

/** What stands in the middle of a tie. */
export interface TieMiddle {
  middle: Curve
  length: number
  crowd: Crowd
  measure: TieMeasure
  from: { value: TieValue; initials: string }
  to: { value: TieValue; initials: string }
}

/** The badge of a gap: its direction and its signed size. Nothing where the gap is less than a step. */
export function drawMiddle({ middle, length, crowd, from, to }: TieMiddle): DrawItem[] {
  const gap = gapOf(from.value, to.value)
  if (gap === undefined || Math.abs(gap) < WIDE_GAP - 1e-9) return []
  const { chip, font } = tieSizes[crowd]
  const text = formatGap(gap)
  const width = textWidth(text, font, 700) + chip * 1.2
  const height = chip * 2
  if (length < width + chip * 4) return []
  const [x, y] = pointAt(middle, 0.5)
  return [
    {
      kind: 'rect',
      ...{ x: x - width / 2, y: y - height / 2, width, height, radius: chip * 0.6 },
      fill: 'raised',
      stroke: 'attention',
      strokeWidth: 2,
    },
    label(text, x, y, font, 'ink'),
  ]
}
