import type { TieMeasure } from '../board/layout.ts'
import type { Size } from '../geometry.ts'
import type { TieValue } from '../measures/tie.ts'
import type { DrawItem } from './items.ts'
import { drawLane } from './tie.ts'
import { words } from './words.ts'

/** A drawing of its own, with its size: for the corner of a canvas or a page. */
export interface Sheet {
  size: Size
  items: readonly DrawItem[]
}

const rows: Readonly<Record<TieMeasure, readonly (readonly [TieValue, string])[]>> = {
  trust: [
    [4, 'A great deal'],
    [3, 'A fair amount'],
    [2, 'A small amount'],
    [1, 'Not at all'],
    ['unknown', 'Don’t know'],
    [undefined, 'Not answered'],
  ],
  contact: [
    [4, 'All the time'],
    [3, 'Often'],
    [2, 'Now and then'],
    [1, 'Rarely'],
    [undefined, 'Not answered'],
  ],
}

const ROW = 30
const WIDTH = 300
const HEAD = 52

/** Explains the lanes: what each line says, how to read its direction, and what a gap is. */
export function legend(measure: TieMeasure): Sheet {
  const lines = rows[measure]
  const height = HEAD + lines.length * ROW + 74
  return {
    size: [WIDTH, height],
    items: [
      {
        kind: 'rect',
        x: 0,
        y: 0,
        width: WIDTH,
        height,
        radius: 12,
        fill: 'raised',
        stroke: 'line',
      },
      ...words({
        text:
          measure === 'trust'
            ? 'How far one side trusts the other'
            : 'How often they are in contact',
        x: 18,
        y: 16,
        size: 15,
        lineHeight: 20,
        weight: 600,
        fill: 'ink',
      }),
      ...lines.flatMap(([value, meaning], i): DrawItem[] => {
        const y = HEAD + i * ROW + ROW / 2
        const curve = [
          [18, y],
          [66, y],
          [114, y],
        ] as const
        const lane = { curve, chip: [30, y] as const, begins: 0.12 }
        const { under, over } = drawLane(lane, { value, measure, crowd: 'roomy' })
        return [
          ...under,
          ...over,
          ...words({
            text: meaning,
            x: 128,
            y: y - 10,
            size: 14,
            lineHeight: 20,
            fill: 'ink',
          }),
        ]
      }),
      ...words({
        text: 'Each lane starts at the side that speaks. A gap of one step or more has a badge: what the first says minus what the second says.',
        x: 18,
        y: HEAD + lines.length * ROW + 8,
        width: WIDTH - 36,
        size: 13,
        lineHeight: 18,
        fill: 'quiet',
      }),
    ],
  }
}
