import { cardHeightFor, drawCard } from '../draw/card.ts'
import { defineObject } from './define.ts'

const verdicts = [
  { value: 'open', label: 'Not weighed yet' },
  { value: 'true', label: 'True' },
  { value: 'partly', label: 'Partly true' },
  { value: 'false', label: 'False' },
  { value: 'split', label: 'We see it differently' },
] as const

// Who pastes a whole paper into a card gets its beginning to read.
const TALLEST = 1200

/** What people believe about each other's sectors, perhaps out of date. One that the server wrote has no author. */
export const assumption = defineObject({
  type: 'assumption',
  name: { one: 'Assumption', many: 'Assumptions' },
  help: 'Click where the card should go, then type what is said about others; or add it without your name.',
  icon: 'cloud',
  place: 'box',
  size: [224, 120],
  resize: 'both',
  group: 'partnership',
  title: 'title',
  fields: {
    title: {
      kind: 'text',
      label: 'What is assumed',
      help: 'As it is said when the others are out of the room',
      multiline: true,
    },
    about: {
      kind: 'choice',
      label: 'About whom',
      options: [
        { value: 'all', label: 'Nobody in particular' },
        { value: 'public', label: 'The public sector' },
        { value: 'private', label: 'The private sector' },
        { value: 'voluntary', label: 'The voluntary sector' },
        { value: 'community', label: 'Communities' },
      ],
      default: 'all',
    },
    verdict: { kind: 'choice', label: 'What we found', options: verdicts, default: 'open' },
    detail: { kind: 'text', label: 'How we know', multiline: true },
  },
  register: ['title', 'about', 'verdict', 'detail'],
  draw: ({ size, values }, { say }) =>
    drawCard({
      size,
      glyph: 'assumption',
      heading: say('Assumption'),
      title: values.title,
      empty: say('New assumption'),
      fill: 'surface',
      dashed: values.verdict === 'open',
      foot: say(verdicts.find((v) => v.value === values.verdict)?.label ?? ''),
    }),
  // A sentence of which half is missing can't be weighed.
  heightFor: ({ size: [width], values: { title } }) =>
    Math.min(TALLEST, cardHeightFor(title, width)),
})
