import { RISK_SIZE } from '../board/old-risk.ts'
import type { DrawContext } from '../draw/context.ts'
import { CARD_PADDING, drawCard } from '../draw/card.ts'
import type { DrawItem } from '../draw/items.ts'
import { label, words } from '../draw/words.ts'
import { defineObject } from './define.ts'
import type { Share } from './fields.ts'
import { markOf } from './mark.ts'

const BAR = 20
const ROW = 28
const LABEL = 58

/** A bar of the whole in which each holder has its part; what nobody holds is a dashed gap. */
function bar(shares: readonly Share[], y: number, width: number, context: DrawContext): DrawItem[] {
  const sum = shares.reduce((all, { share }) => all + share, 0)
  const whole = Math.max(100, sum)
  const left = CARD_PADDING + LABEL
  const room = Math.max(width - left - CARD_PADDING, 1)
  let x = left
  const parts = shares.flatMap(({ id, share }): DrawItem[] => {
    const part = (share / whole) * room
    const holder = context.object(id)
    const mark = holder && markOf(holder)
    const at = x
    x += part
    const box = { kind: 'rect', x: at, y, width: part, height: BAR, radius: 3 } as const
    const name = mark?.initials ?? '?'
    return [
      { ...box, fill: mark?.token ?? 'quiet', stroke: 'raised', strokeWidth: 1.5 },
      ...(part > 26 ? [label(name, at + part / 2, y + BAR / 2, 11, 'onOrganisation')] : []),
    ]
  })
  const open = left + room - x
  return [
    ...parts,
    ...(open > 1
      ? [
          {
            kind: 'rect' as const,
            x,
            y,
            width: open,
            height: BAR,
            radius: 3,
            stroke: 'quiet' as const,
            strokeWidth: 1,
            dash: [3, 3],
          },
        ]
      : []),
  ]
}

const row = (
  text: string,
  shares: readonly Share[],
  y: number,
  width: number,
  context: DrawContext,
): DrawItem[] => [
  ...words({
    text,
    x: CARD_PADDING,
    y: y + 2,
    width: LABEL - 6,
    size: 13,
    lineHeight: 17,
    fill: 'quiet',
    maxLines: 1,
  }),
  ...bar(shares, y, width, context),
]

/** Something that can go wrong: who holds it today, and who should. */
export const risk = defineObject({
  type: 'risk',
  name: { one: 'Risk', many: 'Risks' },
  help: 'Click where the risk should go, then type what could go wrong.',
  icon: 'triangle-alert',
  place: 'box',
  size: RISK_SIZE,
  resize: 'both',
  group: 'partnership',
  title: 'title',
  fields: {
    title: { kind: 'text', label: 'Risk', multiline: false },
    heldBy: {
      kind: 'shares',
      label: 'Who holds it today',
      help: 'Whose money, name or people pay if it happens',
      types: ['organisation'],
    },
    wanted: {
      kind: 'shares',
      label: 'Who should hold it',
      help: 'The shares that you would call fair',
      types: ['organisation'],
    },
    severity: {
      kind: 'scale',
      label: 'How bad it would be',
      min: 1,
      steps: ['A nuisance', 'A setback', 'Serious', 'The end of it'],
    },
    owner: { kind: 'line', label: 'Owner', help: 'The person who watches it' },
    response: { kind: 'line', label: 'What we do about it' },
    detail: { kind: 'text', label: 'Notes', multiline: true },
  },
  register: ['title', 'heldBy', 'wanted', 'severity', 'owner', 'response'],
  sheet: ['detail'],
  draw: ({ size, values }, context): DrawItem[] => {
    const { say } = context
    const [width, height] = size
    const alone = values.heldBy.length === 1
    return [
      ...drawCard({
        size,
        glyph: 'risk',
        heading: alone ? say('Risk, held alone') : say('Risk'),
        title: values.title,
        empty: say('New risk'),
        tone: alone ? 'danger' : 'ink',
        heavy: alone,
        keep: ROW * 2,
      }),
      ...row(say('Today'), values.heldBy, height - ROW * 2 - 8, width, context),
      ...row(say('Wanted'), values.wanted, height - ROW - 8, width, context),
    ]
  },
})
