import { glyph } from '../draw/glyphs.ts'
import type { DrawItem } from '../draw/items.ts'
import { bandPath } from '../draw/paths.ts'
import { drawPlate } from '../draw/plate.ts'
import { label, words } from '../draw/words.ts'
import { defineObject } from './define.ts'
import { markOf } from './mark.ts'
import { ownerAndDay } from './owner-and-day.ts'

const RADIUS = 12
const BAND = 44

const kinds = [
  { value: 'people', label: 'People' },
  { value: 'money', label: 'Money' },
  { value: 'data', label: 'Data' },
  { value: 'estate', label: 'Estate' },
  { value: 'authority', label: 'Authority' },
  { value: 'behaviour', label: 'Leadership behaviour' },
] as const

const states = [
  { value: 'offered', label: 'Offered', help: 'Put on the table by the organisation itself' },
  { value: 'accepted', label: 'Accepted', help: 'The partners have said yes to it' },
  { value: 'imposed', label: 'Imposed', help: 'Required of the organisation by somebody else' },
  { value: 'made', label: 'Made', help: 'Done: it has an owner and a date' },
] as const

/** What an organisation brings to an objective, with an owner and a date. */
export const commitment = defineObject({
  type: 'commitment',
  name: { one: 'Commitment', many: 'Commitments' },
  help: 'Click where the commitment should go, then type what your organisation brings.',
  icon: 'hand-helping',
  key: 'm',
  place: 'box',
  size: [240, 104],
  resize: 'both',
  title: 'title',
  fields: {
    title: { kind: 'text', label: 'Commitment', multiline: false },
    kind: { kind: 'choice', label: 'What it is', options: kinds, default: 'people' },
    by: { kind: 'reference', label: 'From', types: ['organisation'] },
    to: { kind: 'reference', label: 'Towards', types: ['objective'] },
    owner: { kind: 'line', label: 'Owner', help: 'The person who answers for it' },
    due: { kind: 'date', label: 'By when' },
    evidence: { kind: 'line', label: 'Evidence', help: 'How we will know' },
    state: { kind: 'choice', label: 'State', options: states, default: 'offered' },
    detail: { kind: 'text', label: 'Notes', multiline: true },
  },
  fresh: (_, own) => (own === undefined ? {} : { by: own }),
  register: ['title', 'kind', 'by', 'to', 'owner', 'due', 'evidence', 'state'],
  sheet: ['detail'],
  refuses: ({ values: { owner, due } }, field, value) =>
    field === 'state' && value === 'made' && (owner.trim() === '' || due === undefined)
      ? '“Made” needs an owner and a date.'
      : undefined,
  draw: ({ size: [width, height], values }, context): DrawItem[] => {
    const { say } = context
    const by = values.by === undefined ? undefined : context.object(values.by)
    const mark = by && markOf(by)
    const token = mark?.token ?? 'quiet'
    const band = Math.min(BAND, width / 3)
    const left = band + 14
    const room = Math.max(width - left - 12, 8)
    const stroke = values.state === 'imposed' ? 'danger' : token
    const state = say(states.find((s) => s.value === values.state)?.label ?? '')
    return [
      ...drawPlate(
        [width, height],
        RADIUS,
        {
          stroke,
          strokeWidth: values.state === 'made' ? 2.5 : 1.5,
          ...(values.state === 'offered' && { dash: [6, 5] }),
        },
        [
          {
            kind: 'path',
            d: bandPath(band, height, RADIUS),
            ...(mark ? { fill: token } : { fill: 'line' }),
          },
        ],
      ),
      glyph(values.kind, (band - 20) / 2, 14, 20, mark ? 'onOrganisation' : 'ink'),
      ...(mark ? [label(mark.initials, band / 2, height - 20, 13, 'onOrganisation')] : []),
      ...words({
        text: `${say(kinds.find((k) => k.value === values.kind)?.label ?? '')} · ${state}`,
        x: left,
        y: 12,
        width: room,
        size: 13,
        lineHeight: 18,
        weight: 600,
        maxLines: 1,
        fine: true,
        fill: values.state === 'imposed' ? 'danger' : 'quiet',
      }),
      ...words({
        text: values.title || say('New commitment'),
        x: left,
        y: 32,
        width: room,
        size: 15,
        lineHeight: 19,
        weight: 600,
        fill: values.title ? 'ink' : 'quiet',
        maxLines: Math.max(1, Math.floor((height - 60) / 19)),
      }),
      ...words({
        text: ownerAndDay(values, say),
        x: left,
        y: height - 28,
        width: room,
        size: 13,
        lineHeight: 18,
        maxLines: 1,
        fill: values.owner && values.due ? 'quiet' : 'attention',
        fine: true,
      }),
    ]
  },
})
