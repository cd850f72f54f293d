import { CARD_PADDING, drawCard } from '../draw/card.ts'
import type { DrawContext } from '../draw/context.ts'
import type { DrawItem } from '../draw/items.ts'
import { polygon } from '../draw/paths.ts'
import { label } from '../draw/words.ts'
import { textWidth } from '../text/measure.ts'
import { defineObject } from './define.ts'
import { markOf } from './mark.ts'

const DISC = 28
const STEPS = 13

function disc(id: string | undefined, x: number, y: number, context: DrawContext): DrawItem[] {
  const one = id === undefined ? undefined : context.object(id)
  const circle = { kind: 'ellipse', x, y, width: DISC, height: DISC } as const
  if (!one) {
    return [
      { ...circle, stroke: 'quiet', strokeWidth: 1.25, dash: [3, 3] },
      label('?', x + DISC / 2, y + DISC / 2, 12, 'quiet'),
    ]
  }
  const { token, initials } = markOf(one)
  return [
    { ...circle, fill: token },
    label(initials, x + DISC / 2, y + DISC / 2, 10.5, 'onOrganisation'),
  ]
}

/** What one organisation owes another, and what happens if it can't be done. */
export const obligation = defineObject({
  type: 'obligation',
  name: { one: 'Obligation', many: 'Obligations' },
  help: 'Click where the obligation should go, then type what one owes the other.',
  icon: 'link-2',
  place: 'box',
  size: [264, 136],
  resize: 'both',
  group: 'partnership',
  title: 'title',
  fields: {
    title: { kind: 'text', label: 'What is owed', multiline: false },
    by: { kind: 'reference', label: 'Owed by', types: ['organisation'] },
    to: { kind: 'reference', label: 'Owed to', types: ['organisation'] },
    cannotFail: {
      kind: 'flag',
      label: 'It cannot fail',
      help: 'Too essential: somebody has to step in',
    },
    fallback: {
      kind: 'reference',
      label: 'Who steps in',
      help: 'The fallback owner',
      types: ['organisation'],
    },
    ifFails: { kind: 'text', label: 'What happens if it fails', multiline: true },
    detail: { kind: 'text', label: 'Notes', multiline: true },
  },
  register: ['title', 'by', 'to', 'cannotFail', 'fallback', 'ifFails'],
  sheet: ['detail'],
  draw: ({ size, values }, context): DrawItem[] => {
    const { say } = context
    const [, height] = size
    const y = height - DISC - 12
    const open = values.cannotFail && values.fallback === undefined
    const arrow = CARD_PADDING + DISC + 8
    const middle = y + DISC / 2
    const steps = values.fallback === undefined ? say('nobody steps in') : say('steps in:')
    return [
      ...drawCard({
        size,
        glyph: 'obligation',
        heading: values.cannotFail ? say('Obligation that cannot fail') : say('Obligation'),
        title: values.title,
        empty: say('New obligation'),
        tone: open ? 'attention' : 'ink',
        heavy: values.cannotFail,
        keep: DISC + 8,
      }),
      ...disc(values.by, CARD_PADDING, y, context),
      {
        kind: 'path',
        d: polygon([
          [arrow, middle - 1],
          [arrow + 16, middle - 1],
          [arrow + 16, middle - 5],
          [arrow + 24, middle],
          [arrow + 16, middle + 5],
          [arrow + 16, middle + 1],
          [arrow, middle + 1],
        ]),
        fill: 'ink',
      },
      ...disc(values.to, arrow + 32, y, context),
      ...(values.cannotFail
        ? [
            label(steps, arrow + 76, middle, STEPS, open ? 'attention' : 'quiet', 600, 'left'),
            ...(values.fallback === undefined
              ? []
              : disc(values.fallback, arrow + 84 + textWidth(steps, STEPS, 600), y, context)),
          ]
        : []),
    ]
  },
})
