import type { DrawItem } from '../draw/items.ts'
import { words } from '../draw/words.ts'
import { turn } from './turn.ts'
import { defineObject } from './define.ts'

const PADDING = 12
const FONT = 15
const LINE_HEIGHT = 20

/** A picture that the board's server keeps. `image` is its id there; the words beside it are for those who don't see it. */
export const image = defineObject({
  type: 'image',
  name: { one: 'Image', many: 'Images' },
  help: 'Paste or drop an image, or choose a file.',
  icon: 'image',
  place: 'none',
  size: [320, 240],
  resize: 'both',
  keepsAspect: true,
  untyped: true,
  group: 'drawing',
  title: 'alt',
  fields: {
    alt: { kind: 'line', label: 'Describe the image', help: 'For those who do not see it' },
    image: { kind: 'line', label: 'Image', hidden: true },
    turn,
  },
  draw: ({ size: [width, height], values: { alt, image: id } }, { say }): DrawItem[] => {
    const room = Math.floor((height - PADDING) / LINE_HEIGHT)
    const box = { x: 0, y: 0, width, height }
    const [text] = words({
      text: alt.trim() || say('Image'),
      x: width / 2,
      y: 0,
      width: Math.max(1, width - 2 * PADDING),
      size: FONT,
      lineHeight: LINE_HEIGHT,
      fill: 'quiet',
      align: 'centre',
      maxLines: Math.max(1, room),
    })
    const lines = text?.lines.length ?? 0
    return [
      {
        kind: 'image',
        ...box,
        image: id,
        instead: [
          { kind: 'rect', ...box, fill: 'surface', stroke: 'trustNone', strokeWidth: 1 },
          ...(text && room > 0 && width > 4 * PADDING
            ? [{ ...text, y: (height - lines * LINE_HEIGHT) / 2 }]
            : []),
        ],
      },
    ]
  },
})
