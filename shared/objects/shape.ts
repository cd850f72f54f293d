import type { DrawItem, TextPlace } from '../draw/items.ts'
import { polygon } from '../draw/paths.ts'
import { noteTokens, type Token } from '../look/palette.ts'
import { turning } from '../draw/line-place.ts'
import { fitText, type FittedText } from '../text/fit.ts'
import { turn } from './turn.ts'
import { defineObject, type ReadObject } from './define.ts'

const fields = {
  text: { kind: 'text', label: 'Text', multiline: true },
  kind: {
    kind: 'choice',
    label: 'Shape',
    options: [
      { value: 'rectangle', label: 'Rectangle' },
      { value: 'ellipse', label: 'Ellipse' },
      { value: 'diamond', label: 'Diamond' },
    ],
    default: 'rectangle',
  },
  fill: {
    kind: 'choice',
    label: 'Fill',
    options: [
      { value: 'surface', label: 'Plain' },
      { value: 'accentSoft', label: 'Teal' },
      { value: 'noteYellow', label: 'Yellow' },
      { value: 'noteCoral', label: 'Coral' },
      { value: 'notePink', label: 'Pink' },
      { value: 'noteBlue', label: 'Blue' },
      { value: 'noteGreen', label: 'Green' },
      { value: 'noteGrey', label: 'Grey' },
      { value: 'clear', label: 'None' },
    ],
    default: 'surface',
  },
  outline: {
    kind: 'choice',
    label: 'Outline',
    options: [
      { value: 'solid', label: 'Solid' },
      { value: 'dashed', label: 'Dashed' },
      { value: 'none', label: 'None' },
    ],
    default: 'solid',
  },
  turn,
} as const

type Shape = ReadObject<typeof fields>

const PADDING = 12
// The share of the box, each way, that the largest box of text inside the shape takes.
const inner = { rectangle: 1, ellipse: 0.71, diamond: 0.54 } as const

const inkOn = (fill: string): Token =>
  noteTokens.some((token) => token === fill) ? 'noteInk' : 'ink'

function textBox({ size: [width, height], values }: Shape): { width: number; height: number } {
  const share = inner[values.kind]
  return {
    width: Math.max(8, width * share - 2 * PADDING),
    height: Math.max(8, height * share - 2 * PADDING),
  }
}

const fitted = (shape: Shape): FittedText =>
  fitText({ text: shape.values.text, ...textBox(shape), weight: 400, max: 20, min: 9 })

function outlineOf({ size: [width, height], values: { kind, fill, outline } }: Shape): DrawItem {
  const look = {
    ...(fill !== 'clear' && { fill }),
    ...(outline !== 'none' && { stroke: 'quiet' as const, strokeWidth: 2 }),
    ...(outline === 'dashed' && { dash: [8, 6] }),
    // What has neither can still be seen while it is empty.
    ...(fill === 'clear' && outline === 'none' && { stroke: 'line' as const, dash: [2, 6] }),
  }
  const box = { x: 0, y: 0, width, height }
  if (kind === 'ellipse') return { kind: 'ellipse', ...box, ...look }
  if (kind === 'rectangle') {
    return { kind: 'rect', ...box, radius: Math.min(10, width / 4, height / 4), ...look }
  }
  const d = polygon([
    [width / 2, 0],
    [width, height / 2],
    [width / 2, height],
    [0, height / 2],
  ])
  return { kind: 'path', d, ...look }
}

/** A plain shape with words in it. */
export const shape = defineObject({
  type: 'shape',
  name: { one: 'Shape', many: 'Shapes' },
  help: 'Click, or drag it out, then type.',
  icon: 'square',
  key: 's',
  place: 'box',
  size: [200, 120],
  resize: 'both',
  group: 'drawing',
  title: 'text',
  presets: ['kind', 'fill', 'outline'],
  fields,
  draw: (object): DrawItem[] => {
    const { size, values } = object
    const items = [outlineOf(object)]
    if (values.text.trim() === '') return items
    const text = fitted(object)
    items.push({
      kind: 'text',
      x: size[0] / 2,
      y: (size[1] - text.lines.length * text.lineHeight) / 2,
      lines: text.lines,
      size: text.size,
      lineHeight: text.lineHeight,
      weight: 400,
      fill: inkOn(values.fill),
      align: 'centre',
      ...turning(text, textBox(object).width),
    })
    return items
  },
  drawFar: (object) => [outlineOf(object)],
  typing: (object, field): TextPlace | undefined => {
    if (field !== 'text') return undefined
    const { width, height } = textBox(object)
    const { size, lineHeight } = fitted(object)
    return {
      box: {
        x: (object.size[0] - width) / 2,
        y: (object.size[1] - height) / 2,
        width,
        height,
      },
      size,
      lineHeight,
      weight: 400,
      fill: inkOn(object.values.fill),
      align: 'centre',
      vertical: 'middle',
    }
  },
})
