import type { BoardObject } from '../board/object.ts'
import { CARD_PADDING, drawCard } from '../draw/card.ts'
import type { DrawContext } from '../draw/context.ts'
import type { DrawItem } from '../draw/items.ts'
import { label, words } from '../draw/words.ts'
import { defineObject } from './define.ts'
import type { SignaturesField } from './fields.ts'
import { markOf } from './mark.ts'
import { signersOf, standingsOf, type Standing } from './signers.ts'

const DISC = 30
const STEP = 36

const signatures = {
  kind: 'signatures',
  label: 'Signatures',
  help: 'Each organisation signs for itself; what is changed is signed again',
  types: ['organisation'],
  parties: 'parties',
  of: 'promises',
} as const satisfies SignaturesField

/** Who has signed an agreement, and whose signature still stands. */
export const signaturesOn = (object: BoardObject): Standing[] =>
  standingsOf(signatures, 'signatures', object)

const nameOf = ({ fields }: BoardObject): string => {
  const name = fields['name']
  return typeof name === 'string' ? name : ''
}

/** Who should sign and who has: those that are `named`, and where nobody should by name, every organisation in the order of the names. */
function shownOn(
  object: BoardObject,
  named: readonly string[],
  context: DrawContext,
): readonly BoardObject[] {
  const all = [...(context.ofType?.('organisation') ?? [])].sort((a, b) =>
    nameOf(a) === nameOf(b) ? (a.id < b.id ? -1 : 1) : nameOf(a) < nameOf(b) ? -1 : 1,
  )
  const ids = new Set([...signersOf(signatures, object, all), ...named])
  return [...ids].flatMap((id) => {
    const one = context.object(id)
    return one ? [one] : []
  })
}

/** How we work together: a few promises that each organisation signs. */
export const agreement = defineObject({
  type: 'agreement',
  name: { one: 'Working agreement', many: 'Working agreements' },
  help: 'Click where the agreement should go, then type what it is about.',
  icon: 'file-pen-line',
  place: 'box',
  size: [336, 224],
  resize: 'both',
  group: 'partnership',
  title: 'title',
  fields: {
    title: { kind: 'text', label: 'Agreement', multiline: false },
    promises: {
      kind: 'list',
      label: 'What we promise',
      help: 'One promise a line, such that a camera could see it kept',
    },
    parties: {
      kind: 'references',
      label: 'Who should sign',
      help: 'Nobody named: every organisation on the board',
      types: ['organisation'],
    },
    signatures,
    review: { kind: 'date', label: 'Review date' },
    detail: { kind: 'text', label: 'Notes', multiline: true },
  },
  lists: ['organisation'],
  register: ['title', 'promises', 'parties', 'signatures', 'review'],
  sheet: ['detail'],
  draw: (object, context): DrawItem[] => {
    const { size, values } = object
    const [width, height] = size
    const signed = new Map(signaturesOn(object).map(({ id, stands }) => [id, stands]))
    const who = shownOn(object, [...values.parties, ...signed.keys()], context)
    const room = Math.max(0, Math.floor((width - 2 * CARD_PADDING) / STEP))
    const most = who.length > room ? Math.max(0, room - 1) : room
    const foot = height - DISC - 12
    return [
      ...drawCard({
        size,
        glyph: 'agreement',
        heading: context.say('Working agreement'),
        title: values.title,
        empty: context.say('How we work together'),
        tone: 'accent',
        keep: height - 96,
      }),
      ...words({
        text: values.promises.map((promise) => `– ${promise}`).join('\n'),
        x: CARD_PADDING,
        y: 64,
        width: Math.max(width - 2 * CARD_PADDING, 8),
        size: 14,
        lineHeight: 19,
        fill: 'ink',
        maxLines: Math.max(1, Math.floor((foot - 72) / 19)),
      }),
      ...who.slice(0, most).flatMap((one, i): DrawItem[] => {
        const { token, initials } = markOf(one)
        const circle = {
          kind: 'ellipse',
          x: CARD_PADDING + i * STEP,
          y: foot,
          width: DISC,
          height: DISC,
        } as const
        const stands = signed.get(one.id)
        return [
          stands
            ? { ...circle, fill: token }
            : stands === false
              ? { ...circle, stroke: token, strokeWidth: 2.5 }
              : { ...circle, stroke: token, strokeWidth: 1.5, dash: [3, 3] },
          label(
            initials,
            circle.x + DISC / 2,
            foot + DISC / 2,
            11,
            stands ? 'onOrganisation' : 'quiet',
          ),
        ]
      }),
      ...(who.length > most && most > 0
        ? [
            label(
              `+${who.length - most}`,
              CARD_PADDING + most * STEP + DISC / 2,
              foot + DISC / 2,
              13,
              'quiet',
            ),
          ]
        : []),
      ...(who.length === 0
        ? words({
            text: context.say('Nobody has signed yet'),
            x: CARD_PADDING,
            y: foot + 6,
            size: 13,
            fill: 'attention',
            maxLines: 1,
            width: Math.max(width - 2 * CARD_PADDING, 8),
          })
        : []),
    ]
  },
})
