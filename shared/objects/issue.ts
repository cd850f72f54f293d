import type { DrawItem } from '../draw/items.ts'
import { words } from '../draw/words.ts'
import { defineObject } from './define.ts'

const PADDING = 16

const kinds = [
  { value: 'important', label: 'Important issue', help: 'It has to be talked about' },
  { value: 'sideShow', label: 'Side show', help: 'It takes time that the important issues need' },
  { value: 'avoided', label: 'Avoided', help: 'Everyone knows it; nobody says it' },
] as const

/** Where the server writes for how many minutes the issue has been talked about. */
export const TALKED = 'talked'

/** Something to talk about: an important issue, a side show, or one that is avoided. */
export const issue = defineObject({
  type: 'issue',
  name: { one: 'Issue', many: 'Issues' },
  help: 'Click where the issue should go, then type what needs to be talked about.',
  icon: 'message-circle-warning',
  key: 'i',
  place: 'box',
  size: [224, 120],
  resize: 'both',
  title: 'title',
  fields: {
    title: { kind: 'text', label: 'Issue', multiline: false },
    kind: { kind: 'choice', label: 'Kind', options: kinds, default: 'important' },
    importance: {
      kind: 'scale',
      label: 'Importance',
      min: 1,
      steps: ['Minor', 'Worth a talk', 'Important', 'Decisive'],
    },
    avoidance: {
      kind: 'scale',
      label: 'How much it is avoided',
      min: 1,
      steps: ['Talked about openly', 'Skirted now and then', 'Mostly avoided', 'Never named'],
    },
    host: { kind: 'reference', label: 'Who hosts the conversation', types: ['organisation'] },
    detail: { kind: 'text', label: 'Notes', multiline: true },
  },
  register: ['title', 'kind', 'importance', 'avoidance', 'host'],
  sheet: ['detail'],
  draw: ({ size: [width, height], values, fields }, { say }): DrawItem[] => {
    const kind = say(kinds.find((k) => k.value === values.kind)?.label ?? '')
    const talked = fields[TALKED]
    const room = Math.max(width - 2 * PADDING, 8)
    const quiet = values.kind === 'sideShow'
    const avoided = values.kind === 'avoided'
    const stroke = avoided ? 'attention' : quiet ? 'quiet' : 'ink'
    return [
      {
        kind: 'rect',
        x: 0,
        y: 0,
        width,
        height,
        radius: 12,
        fill: avoided ? 'attentionSoft' : quiet ? 'surface' : 'raised',
        shadow: !quiet,
      },
      {
        kind: 'rect',
        x: 0,
        y: 0,
        width,
        height,
        radius: 12,
        stroke,
        strokeWidth: avoided ? 2 : 1.5,
        ...(quiet && { dash: [5, 5] }),
      },
      ...words({
        text:
          typeof talked === 'number' && talked > 0
            ? say('{kind} · {talked} min', { kind, talked })
            : kind,
        x: PADDING,
        y: 12,
        size: 13,
        lineHeight: 18,
        weight: 600,
        fine: true,
        fill: avoided ? 'attention' : 'quiet',
      }),
      ...[1, 2, 3, 4].flatMap((step): DrawItem[] =>
        values.importance === undefined || room < 150
          ? []
          : [
              {
                kind: 'ellipse',
                x: width - PADDING - (5 - step) * 12 + 4,
                y: 17,
                width: 8,
                height: 8,
                stroke,
                strokeWidth: 1.5,
                ...(step <= values.importance && { fill: stroke }),
              },
            ],
      ),
      ...words({
        text: values.title || say('New issue'),
        x: PADDING,
        y: 36,
        width: room,
        size: 16,
        lineHeight: 21,
        weight: 600,
        fill: values.title ? 'ink' : 'quiet',
        maxLines: Math.max(1, Math.floor((height - 44) / 21)),
      }),
    ]
  },
})
