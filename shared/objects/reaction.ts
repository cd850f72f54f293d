import type { DrawItem } from '../draw/items.ts'
import { placedPath } from '../draw/paths.ts'
import type { Token } from '../look/palette.ts'
import { defineObject } from './define.ts'

interface Stamp {
  fill: Token
  /** on a grid of 24: what is filled, and what is drawn over it */
  shape: string
  line?: string
}

const disc =
  'M 12 2 C 17.5 2 22 6.5 22 12 C 22 17.5 17.5 22 12 22 C 6.5 22 2 17.5 2 12 C 2 6.5 6.5 2 12 2 Z'

const stamps = {
  like: {
    fill: 'noteYellow',
    shape:
      'M 2.5 11 L 6 11 L 6 21 L 2.5 21 Z M 7.5 11 C 9.5 9.5 11 7 11 4.5 C 11 3 12 2 13.2 2 C 15 2 15.8 3.5 15.8 5.2 C 15.8 6.6 15.4 7.9 15 9 L 19.5 9 C 21 9 22 10.2 21.7 11.6 L 20.2 19 C 19.9 20.2 19 21 17.7 21 L 10.5 21 C 9.3 21 8.3 20.6 7.5 20 Z',
  },
  love: {
    fill: 'noteCoral',
    shape:
      'M 12 21 C 4.5 15.8 2 12 2 8.4 C 2 5.3 4.3 3 7.2 3 C 9.2 3 11 4.2 12 6 C 13 4.2 14.8 3 16.8 3 C 19.7 3 22 5.3 22 8.4 C 22 12 19.5 15.8 12 21 Z',
  },
  star: {
    fill: 'noteYellow',
    shape:
      'M 12 2 L 15 8.6 L 22 9.3 L 16.8 14.1 L 18.3 21.3 L 12 17.6 L 5.7 21.3 L 7.2 14.1 L 2 9.3 L 9 8.6 Z',
  },
  happy: {
    fill: 'noteYellow',
    shape: disc,
    line: 'M 8.5 9 L 8.5 10.6 M 15.5 9 L 15.5 10.6 M 7.5 14.2 C 9.2 17.6 14.8 17.6 16.5 14.2',
  },
  worried: {
    fill: 'noteBlue',
    shape: disc,
    line: 'M 8.5 9 L 8.5 10.6 M 15.5 9 L 15.5 10.6 M 7.8 17 C 9.4 13.8 14.6 13.8 16.2 17',
  },
  agree: { fill: 'noteGreen', shape: disc, line: 'M 7 12.4 L 10.6 16 L 17 8.6' },
  question: {
    fill: 'noteBlue',
    shape: disc,
    line: 'M 9 9.4 C 9 7.6 10.3 6.5 12 6.5 C 13.7 6.5 15 7.6 15 9.3 C 15 11.6 12 11.7 12 14 M 12 17.2 L 12 17.4',
  },
  careful: {
    fill: 'noteCoral',
    shape: 'M 12 2.5 L 22.5 21 L 1.5 21 Z',
    line: 'M 12 9 L 12 14.4 M 12 17.6 L 12 17.8',
  },
} as const satisfies Record<string, Stamp>

/** A small stamp that says how somebody takes something. Drawn, not typed, so that it looks the same in every export. */
export const reaction = defineObject({
  type: 'reaction',
  name: { one: 'Reaction', many: 'Reactions' },
  help: 'Click to put a reaction there. Click again for more.',
  icon: 'smile',
  key: 'e',
  place: 'box',
  size: [44, 44],
  resize: 'none',
  passable: true,
  group: 'drawing',
  title: 'kind',
  presets: ['kind'],
  fields: {
    kind: {
      kind: 'choice',
      label: 'Reaction',
      options: [
        { value: 'like', label: 'Thumbs up' },
        { value: 'love', label: 'Heart' },
        { value: 'star', label: 'Star' },
        { value: 'happy', label: 'Happy' },
        { value: 'worried', label: 'Worried' },
        { value: 'agree', label: 'Agree' },
        { value: 'question', label: 'Question' },
        { value: 'careful', label: 'Careful' },
      ],
      default: 'like',
    },
    from: { kind: 'line', label: 'From', help: 'Whose reaction it is, if they say so' },
  },
  draw: ({ size: [width, height], values }): DrawItem[] => {
    const stamp: Stamp = stamps[values.kind]
    const scale = Math.min(width, height) / 24
    const x = (width - 24 * scale) / 2
    const y = (height - 24 * scale) / 2
    const by = values.from.trim()
    return [
      {
        kind: 'path',
        d: placedPath(stamp.shape, x, y, scale),
        fill: stamp.fill,
        stroke: 'noteInk',
        strokeWidth: 1.1 * scale,
        cap: 'round',
      },
      ...(stamp.line
        ? [
            {
              kind: 'path' as const,
              d: placedPath(stamp.line, x, y, scale),
              stroke: 'noteInk' as const,
              strokeWidth: 1.6 * scale,
              cap: 'round' as const,
            },
          ]
        : []),
      ...(by === ''
        ? []
        : [
            {
              kind: 'text' as const,
              x: width / 2,
              y: height + 3,
              lines: [by.length > 24 ? `${by.slice(0, 23)}…` : by],
              size: 12,
              lineHeight: 15,
              weight: 600 as const,
              fill: 'quiet' as const,
              align: 'centre' as const,
              detail: 'fine' as const,
            },
          ]),
    ]
  },
})
