import { glyph } from '../draw/glyphs.ts'
import type { DrawItem } from '../draw/items.ts'
import { footPath } from '../draw/paths.ts'
import { drawPlate } from '../draw/plate.ts'
import { heightOf, label, words } from '../draw/words.ts'
import { dayInWords } from '../text/day.ts'
import { defineObject } from './define.ts'
import { markOf } from './mark.ts'

const PADDING = 18
const RADIUS = 12

/** A shared aim, with the public value that makes it worth working together for. */
export const objective = defineObject({
  type: 'objective',
  name: { one: 'Objective', many: 'Objectives' },
  help: 'Click where the objective should go, then type what you want to achieve together.',
  icon: 'target',
  key: 'j',
  place: 'box',
  size: [296, 176],
  resize: 'both',
  title: 'title',
  fields: {
    title: { kind: 'text', label: 'Objective', multiline: false },
    publicValue: {
      kind: 'text',
      label: 'Public value',
      help: 'What gets better for people, in their words',
      multiline: true,
    },
    whoGains: {
      kind: 'line',
      label: 'Who gains at the sharp end',
      help: 'The people and places that need it most',
    },
    owner: { kind: 'reference', label: 'Owner', types: ['organisation'] },
    measure: { kind: 'line', label: 'Measure' },
    baseline: { kind: 'line', label: 'Baseline' },
    target: { kind: 'line', label: 'Target' },
    result: { kind: 'line', label: 'Where it stands', help: 'The measure, as last looked at' },
    learned: { kind: 'text', label: 'What we learned', multiline: true },
    review: { kind: 'date', label: 'Review date' },
    detail: { kind: 'text', label: 'Notes', multiline: true },
  },
  register: [
    'title',
    'publicValue',
    'whoGains',
    'owner',
    'measure',
    'baseline',
    'target',
    'result',
    'learned',
    'review',
  ],
  sheet: ['detail'],
  draw: ({ size: [width, height], values }, context): DrawItem[] => {
    const { say } = context
    const room = Math.max(width - 2 * PADDING, 8)
    const owner = values.owner === undefined ? undefined : context.object(values.owner)
    const mark = owner && markOf(owner)
    const said = values.publicValue.trim() !== ''
    const value = words({
      text: said ? values.publicValue : say('Not said yet'),
      x: PADDING,
      y: 0,
      width: room - 2,
      size: 14,
      lineHeight: 19,
      maxLines: height >= 160 ? 2 : 1,
      fill: 'ink',
    })
    const panel = Math.min(heightOf(value) + 38, height)
    const panelY = height - panel
    return [
      ...drawPlate([width, height], RADIUS, { stroke: 'accent', strokeWidth: 1.25 }, [
        {
          kind: 'path',
          d: footPath(width, height, panel, RADIUS),
          fill: said ? 'accentSoft' : 'attentionSoft',
        },
      ]),
      glyph('objective', PADDING, 17, 16, 'accent'),
      ...words({
        text: say('Objective'),
        x: PADDING + 23,
        y: 16,
        width: room - 23,
        size: 13,
        lineHeight: 18,
        weight: 600,
        fill: 'accent',
        fine: true,
        maxLines: 1,
      }),
      ...(values.review === undefined
        ? []
        : words({
            text: say('Review {day}', { day: dayInWords(values.review, say) }),
            x: width - PADDING - (mark ? 34 : 0),
            y: 16,
            size: 13,
            lineHeight: 18,
            fill: 'quiet',
            align: 'right',
            fine: true,
          })),
      ...(mark
        ? [
            {
              kind: 'ellipse' as const,
              x: width - PADDING - 26,
              y: 12,
              width: 26,
              height: 26,
              fill: mark.token,
            },
            label(mark.initials, width - PADDING - 13, 25, 10.5, 'onOrganisation'),
          ]
        : []),
      ...words({
        text: values.title || say('New objective'),
        x: PADDING,
        y: 44,
        width: room,
        weight: 700,
        size: 18,
        lineHeight: 23,
        fill: values.title ? 'ink' : 'quiet',
        maxLines: Math.max(1, Math.floor((panelY - 46) / 23)),
      }),
      ...words({
        text: say('Public value'),
        x: PADDING,
        y: panelY + 9,
        width: room,
        size: 12,
        lineHeight: 17,
        weight: 600,
        fill: said ? 'accent' : 'attention',
        maxLines: 1,
      }),
      ...value.map((item) => ({ ...item, y: panelY + 27 })),
    ]
  },
})
