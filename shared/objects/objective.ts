import { glyph } from '../draw/glyphs.ts'
import type { DrawItem } from '../draw/items.ts'
import { heightOf, label, words } from '../draw/words.ts'
import { defineObject } from './define.ts'
import { markOf } from './mark.ts'

const PADDING = 18

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
    'review',
  ],
  draw: ({ size: [width, height], values }, context): DrawItem[] => {
    const room = Math.max(width - 2 * PADDING, 8)
    const owner = values.owner === undefined ? undefined : context.object(values.owner)
    const mark = owner && markOf(owner)
    const value = words({
      text: values.publicValue || 'Public value not yet said',
      x: PADDING,
      y: 0,
      ...{
        width: room - 2,
        size: 14,
        lineHeight: 19,
        maxLines: height >= 150 ? 2 : 1,
      },
      fill: values.publicValue ? 'ink' : 'attention',
    })
    const panel = heightOf(value) + 20
    const title = words({
      text: values.title || 'New objective',
      x: PADDING,
      y: 44,
      width: room,
      weight: 700,
      ...{
        size: 18,
        lineHeight: 23,
        fill: values.title ? 'ink' : 'quiet',
      },
      maxLines: Math.max(1, Math.floor((height - panel - 50) / 23)),
    })
    const panelY = height - panel
    return [
      {
        kind: 'rect',
        x: 0,
        y: 0,
        width,
        height,
        radius: 12,
        fill: 'raised',
        stroke: 'line',
        shadow: true,
      },
      glyph('objective', PADDING, 17, 16, 'accent'),
      ...words({
        text: 'Objective',
        x: PADDING + 23,
        y: 16,
        size: 13,
        lineHeight: 18,
        weight: 600,
        ...{
          fill: 'accent',
          fine: true,
        },
      }),
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
      ...title,
      {
        kind: 'path',
        d: `M ${PADDING} ${panelY} L ${Math.max(width - PADDING, PADDING)} ${panelY}`,
        stroke: values.publicValue ? 'line' : 'attention',
        strokeWidth: 1,
      },
      ...value.map((item) => ({ ...item, y: panelY + 10 })),
    ]
  },
})
