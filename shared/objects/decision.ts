import { drawCard } from '../draw/card.ts'
import { dayInWords } from '../text/day.ts'
import { defineObject } from './define.ts'

/** What was decided, by whom and why. */
export const decision = defineObject({
  type: 'decision',
  name: { one: 'Decision', many: 'Decisions' },
  help: 'Click where the decision should go, then type what was decided.',
  icon: 'gavel',
  place: 'box',
  size: [256, 120],
  resize: 'both',
  group: 'partnership',
  title: 'title',
  fields: {
    title: { kind: 'text', label: 'Decision', multiline: false },
    state: {
      kind: 'choice',
      label: 'State',
      options: [
        { value: 'proposed', label: 'Proposed' },
        { value: 'made', label: 'Made' },
      ],
      default: 'proposed',
    },
    on: { kind: 'date', label: 'Decided on' },
    by: { kind: 'references', label: 'By', types: ['organisation'] },
    why: { kind: 'text', label: 'Why', multiline: true },
  },
  register: ['title', 'state', 'on', 'by', 'why'],
  draw: ({ size, values }, { say }) =>
    drawCard({
      size,
      glyph: 'decision',
      heading: values.state === 'made' ? say('Decision') : say('Proposed decision'),
      title: values.title,
      empty: say('New decision'),
      tone: 'accent',
      dashed: values.state === 'proposed',
      heavy: values.state === 'made',
      foot: values.on === undefined ? '' : dayInWords(values.on, say),
    }),
})
