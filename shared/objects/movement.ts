import { plainLink } from '../draw/plain-link.ts'
import { defineObject, type ReadObject } from './define.ts'

const kinds = [
  { value: 'secondment', label: 'Secondment', help: 'Lent for a time, and going back' },
  { value: 'shared', label: 'Shared post', help: 'Works for both' },
  { value: 'career', label: 'Career move', help: 'Left one for the other' },
] as const

const ranks = [
  { value: 'unsaid', label: 'Not said' },
  { value: 'front', label: 'Front line' },
  { value: 'middle', label: 'Middle' },
  { value: 'top', label: 'The top' },
] as const

const fields = {
  who: { kind: 'line', label: 'Who, or how many' },
  from: { kind: 'reference', label: 'From', types: ['organisation'] },
  to: { kind: 'reference', label: 'To', types: ['organisation'] },
  kind: { kind: 'choice', label: 'What it is', options: kinds, default: 'secondment' },
  rank: {
    kind: 'choice',
    label: 'At which level',
    help: 'Where in their organisation they work',
    options: ranks,
    default: 'unsaid',
  },
  detail: { kind: 'text', label: 'Notes', multiline: true },
} as const

const labelOf = (options: readonly { value: string; label: string }[], value: string): string =>
  options.find((option) => option.value === value)?.label ?? ''

// Out of the way of the relationship between the same two, and of other moves between them.
const bow = (id: string): number => 0.16 + ((id.codePointAt(id.length - 1) ?? 0) % 3) * 0.06

/** People who move from one organisation to another, and at which level. */
export const movement = defineObject({
  type: 'movement',
  name: { one: 'Movement of people', many: 'Movements of people' },
  help: 'Drag from the organisation that people leave to the one that they go to.',
  icon: 'arrow-right-left',
  place: 'link',
  several: true,
  size: [1, 1],
  resize: 'none',
  group: 'partnership',
  title: 'who',
  fields,
  register: ['who', 'from', 'to', 'kind', 'rank'],
  ...plainLink<ReadObject<typeof fields>>(
    ({ values }, say) => ({
      token: 'ink',
      width: 1.75,
      ...(values.kind === 'secondment' && { dash: [7, 5] }),
      ...(values.kind === 'shared' && { dash: [2, 4] }),
      glyph: 'movement',
      text: [
        values.who.trim(),
        say(labelOf(kinds, values.kind)),
        values.rank === 'unsaid' ? '' : say(labelOf(ranks, values.rank)),
      ]
        .filter(Boolean)
        .join(', ')
        .slice(0, 60),
    }),
    ({ id }) => bow(id),
  ),
})
