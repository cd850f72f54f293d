import { words } from '../draw/words.ts'
import { defineObject } from './define.ts'

const grounds = {
  plain: 'surface',
  accent: 'accentSoft',
  attention: 'attentionSoft',
  quiet: 'paper',
} as const

/** A titled area of the map that carries what lies on it: a stage of the session, a page of the paper. */
export const frame = defineObject({
  type: 'frame',
  name: { one: 'Frame', many: 'Frames' },
  help: 'Drag out an area. What you put on it moves with it.',
  icon: 'frame',
  key: 'f',
  place: 'box',
  size: [960, 600],
  resize: 'both',
  carries: true,
  title: 'title',
  fields: {
    title: { kind: 'text', label: 'Title', multiline: false },
    prompt: {
      kind: 'text',
      label: 'Prompt',
      help: 'The question to work on here',
      multiline: true,
    },
    tone: {
      kind: 'choice',
      label: 'Ground',
      options: [
        { value: 'plain', label: 'Plain' },
        { value: 'accent', label: 'Green' },
        { value: 'attention', label: 'Amber' },
        { value: 'quiet', label: 'Paper' },
      ],
      default: 'plain',
    },
  },
  draw: ({ size: [width, height], values }) => {
    const size = Math.min(40, Math.max(24, width / 40))
    const title = words({
      text: values.title,
      x: 24,
      y: 20,
      width: width - 48,
      size,
      weight: 700,
      fill: 'ink',
      maxLines: 1,
    })
    return [
      {
        kind: 'rect',
        x: 0,
        y: 0,
        width,
        height,
        radius: 16,
        fill: grounds[values.tone],
        stroke: 'line',
        strokeWidth: 1.5,
      },
      ...title,
      ...words({
        text: values.prompt,
        x: 24,
        y: title.length > 0 ? 24 + size * 1.25 : 20,
        width: Math.min(width - 48, size * 28),
        size: Math.max(17, size * 0.6),
        fill: 'quiet',
        maxLines: 3,
      }),
    ]
  },
})
