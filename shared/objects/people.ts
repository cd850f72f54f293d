import { drawCard } from '../draw/card.ts'
import { defineObject } from './define.ts'

/** People and places at the sharp end: those who need the partnership most. */
export const people = defineObject({
  type: 'people',
  name: { one: 'People or place', many: 'People and places' },
  help: 'Click where it should go, then type who or where needs this most.',
  icon: 'map-pin',
  place: 'box',
  size: [248, 112],
  resize: 'both',
  group: 'partnership',
  title: 'title',
  fields: {
    title: { kind: 'text', label: 'Who or where', multiline: false },
    kind: {
      kind: 'choice',
      label: 'Which it is',
      options: [
        { value: 'people', label: 'People' },
        { value: 'place', label: 'A place' },
      ],
      default: 'people',
    },
    need: { kind: 'line', label: 'What they need most', help: 'In their words' },
    detail: { kind: 'text', label: 'Notes', multiline: true },
  },
  register: ['title', 'kind', 'need'],
  sheet: ['detail'],
  draw: ({ size, values }, { say }) =>
    drawCard({
      size,
      glyph: values.kind === 'place' ? 'place' : 'people',
      heading: values.kind === 'place' ? say('A place at the sharp end') : say('At the sharp end'),
      title: values.title,
      empty: say('Who needs this most?'),
      tone: 'ink',
      fill: 'surface',
      heavy: true,
      radius: 28,
      foot: values.need,
    }),
})
