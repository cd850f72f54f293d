import type { TieMeasure } from '../board/layout.ts'
import type { BoardObject } from '../board/object.ts'
import type { Size } from '../geometry.ts'
import type { TieValue } from '../measures/tie.ts'
import { readAs } from '../objects/define.ts'
import { modes, relationship } from '../objects/relationship.ts'
import type { Say } from '../words/words.ts'
import type { Glyph } from './glyphs.ts'
import type { DrawItem } from './items.ts'
import { laneNames } from './lane-names.ts'
import { drawMiddle, tieMark } from './tie-middle.ts'
import { drawLane, modePlate } from './tie.ts'
import { heightOf, words } from './words.ts'

/** A drawing of its own, with its size: for the corner of a canvas or a page. */
export interface Sheet {
  size: Size
  items: readonly DrawItem[]
}

const ROW = 30
const WIDTH = 312
const LEFT = 18
const TEXT = 130

/** One row: a sample around `y`, and what it means. */
interface Row {
  meaning: string
  sample(y: number): DrawItem[]
}

const laneRow = (value: TieValue, meaning: string, measure: TieMeasure): Row => ({
  meaning,
  sample: (y) => {
    const curve = [
      [LEFT, y],
      [66, y],
      [114, y],
    ] as const
    const lane = { curve, chip: [LEFT + 12, y] as const, begins: 0.12 }
    const { under, over } = drawLane(lane, { value, measure, crowd: 'roomy' })
    return [...under, ...over]
  },
})

const gapRow = (say: Say): Row => ({
  meaning: say('A gap: what A says of B, minus what B says of A'),
  sample: (y) =>
    drawMiddle({
      middle: [
        [LEFT - 90, y],
        [62, y],
        [214 - LEFT, y],
      ],
      length: 260,
      crowd: 'roomy',
      from: { value: 3, initials: 'A' },
      to: { value: 1, initials: 'B' },
      label: '',
      modes: false,
      sharedPlace: false,
      competingFor: false,
    }),
})

const markRow = (name: Glyph, meaning: string, attention: boolean): Row => ({
  meaning,
  sample: (y) => tieMark(name, 'roomy', attention).draw(LEFT, y),
})

/** The marks that occur among these objects, each once. */
function marksOf(objects: Iterable<BoardObject>, say: Say): Row[] {
  const seen = new Set<string>()
  for (const object of objects) {
    if (object.type !== relationship.type) continue
    const { ends, sharedPlace, competingFor } = readAs(relationship, object).values
    if (sharedPlace.trim() !== '') seen.add('place')
    if (competingFor.trim() !== '') seen.add('competing')
    seen.add(ends.from.mode)
    seen.add(ends.to.mode)
  }
  return [
    ...modes
      .filter((mode) => mode.value !== 'unsaid' && seen.has(mode.value))
      .map(({ value, label }): Row => ({
        meaning: say('{mode}: the mode of partnership that this side sees', { mode: say(label) }),
        sample: (y) => (value === 'unsaid' ? [] : modePlate(value, [LEFT + 15, y], 'roomy')),
      })),
    ...(seen.has('place') ? [markRow('place', say('A shared place'), false)] : []),
    ...(seen.has('competing')
      ? [markRow('competing', say('Competing with each other'), true)]
      : []),
  ]
}

/** Explains the lanes: what each line says, how to read a gap, and the marks that occur among `objects` (default none). */
export function legend(measure: TieMeasure, say: Say, objects: Iterable<BoardObject> = []): Sheet {
  const heading = words({
    text:
      measure === 'trust'
        ? say('How far one side trusts the other')
        : say('How often they are in contact'),
    x: LEFT,
    y: 16,
    width: WIDTH - 2 * LEFT,
    size: 15,
    lineHeight: 20,
    weight: 600,
    fill: 'ink',
  })
  const below = 18 + heightOf(heading)
  const hint = words({
    text: say('A line starts, with its figure, at the side that speaks.'),
    x: LEFT,
    y: below,
    width: WIDTH - 2 * LEFT,
    size: 13,
    lineHeight: 18,
    fill: 'quiet',
  })
  let y = below + heightOf(hint) + 8
  const rows = [
    ...laneNames[measure].map(({ value, meaning }) => laneRow(value, say(meaning), measure)),
    gapRow(say),
    ...marksOf(objects, say),
  ].flatMap(({ meaning, sample }): DrawItem[] => {
    const text = words({
      text: meaning,
      x: TEXT,
      y: 0,
      width: WIDTH - TEXT - LEFT,
      size: 14,
      lineHeight: 18,
      fill: 'ink',
    })
    const height = Math.max(ROW, heightOf(text) + 12)
    const middle = y + height / 2
    y += height
    const top = middle - heightOf(text) / 2
    return [...sample(middle), ...text.map((item) => ({ ...item, y: top }))]
  })
  const height = y + 12
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
      ...heading,
      ...hint,
      ...rows,
    ],
  }
}
