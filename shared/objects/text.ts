import { heightOf, words } from '../draw/words.ts'
import { turn } from './turn.ts'
import { defineObject, type ReadObject } from './define.ts'
import type { TextItem } from '../draw/items.ts'

const fields = {
  text: { kind: 'text', label: 'Text', multiline: true },
  style: {
    kind: 'choice',
    label: 'Size',
    options: [
      { value: 'body', label: 'Normal' },
      { value: 'small', label: 'Small' },
      { value: 'heading', label: 'Heading' },
      { value: 'display', label: 'Large' },
    ],
    default: 'body',
  },
  turn,
} as const

const styles = {
  small: { size: 14, lineHeight: 20, weight: 400 },
  body: { size: 18, lineHeight: 26, weight: 400 },
  heading: { size: 26, lineHeight: 32, weight: 600 },
  display: { size: 44, lineHeight: 52, weight: 700 },
} as const

const written = ({ size, values }: ReadObject<typeof fields>): TextItem[] =>
  words({
    text: values.text,
    x: 0,
    y: 0,
    width: size[0],
    fill: 'ink',
    ...styles[values.style],
  })

/** Words on the canvas itself; its box is as tall as they need. */
export const text = defineObject({
  type: 'text',
  name: { one: 'Text', many: 'Texts' },
  help: 'Click where the text should start, then type.',
  icon: 'type',
  key: 't',
  place: 'box',
  size: [320, 32],
  resize: 'width',
  title: 'text',
  fields,
  draw: written,
  bounds: (object) => ({
    x: object.at[0],
    y: object.at[1],
    width: object.size[0],
    height: Math.max(heightOf(written(object)), styles[object.values.style].lineHeight),
  }),
})
