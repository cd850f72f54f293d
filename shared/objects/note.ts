import type { DrawItem } from '../draw/items.ts'
import { noteTokens, type Token } from '../look/palette.ts'
import { turning } from '../draw/line-place.ts'
import { fitText, heightFor } from '../text/fit.ts'
import { turn } from './turn.ts'
import { defineObject } from './define.ts'

const PADDING = 14
// Who pastes a whole paper into a note gets its beginning to read.
const TALLEST = 4000

const names: Record<(typeof noteTokens)[number], string> = {
  noteYellow: 'Yellow',
  noteCoral: 'Coral',
  notePink: 'Pink',
  noteBlue: 'Blue',
  noteGreen: 'Green',
  noteGrey: 'Grey',
}

const paper = (width: number, height: number, fill: Token): DrawItem => ({
  kind: 'rect',
  x: 0,
  y: 0,
  width,
  height,
  radius: 5,
  fill,
  shadow: true,
})

/** A sticky note: one thought in a few words. */
export const note = defineObject({
  type: 'note',
  name: { one: 'Note', many: 'Notes' },
  help: 'Click where the note should go, then type.',
  icon: 'sticky-note',
  key: 'n',
  place: 'box',
  size: [176, 176],
  resize: 'both',
  title: 'text',
  fields: {
    text: { kind: 'text', label: 'Text', multiline: true },
    colour: {
      kind: 'choice',
      label: 'Colour',
      options: noteTokens.map((value) => ({ value, label: names[value] })),
      default: 'noteYellow',
    },
    turn,
  },
  sheet: ['text'],
  draw: ({ size: [width, height], values }) => {
    const fitted = fitText({
      text: values.text,
      width: width - 2 * PADDING,
      height: height - 2 * PADDING,
      weight: 400,
    })
    return [
      paper(width, height, values.colour),
      ...(values.text.trim() === ''
        ? []
        : [
            {
              kind: 'text' as const,
              x: PADDING,
              y: PADDING,
              lines: fitted.lines,
              size: fitted.size,
              lineHeight: fitted.lineHeight,
              weight: 400 as const,
              fill: 'noteInk' as const,
              align: 'left' as const,
              ...turning(fitted, width - 2 * PADDING),
            },
          ]),
    ]
  },
  heightFor: ({ size: [width], values: { text } }) =>
    Math.min(TALLEST, heightFor({ text, width: width - 2 * PADDING, weight: 400 }) + 2 * PADDING),
  drawFar: ({ size: [width, height], values }) => [paper(width, height, values.colour)],
})
