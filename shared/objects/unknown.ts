import type { BoardObject } from '../board/object.ts'
import type { DrawContext } from '../draw/context.ts'
import type { DrawItem } from '../draw/items.ts'
import { words } from '../draw/words.ts'

/** What stands for an object of a type that this version doesn't know: its place, its size and a plain word. */
export function drawUnknown(
  { type, size: [width, height] }: BoardObject,
  { say }: Pick<DrawContext, 'say'>,
): DrawItem[] {
  return [
    {
      kind: 'rect',
      x: 0,
      y: 0,
      width,
      height,
      radius: 8,
      stroke: 'quiet',
      strokeWidth: 1.5,
      dash: [4, 4],
      fill: 'surface',
    },
    ...words({
      text: say('Made with a newer version: {type}', { type: type.slice(0, 80) }),
      x: 12,
      y: 10,
      width: Math.max(width - 24, 8),
      size: 13,
      fill: 'quiet',
      maxLines: Math.max(1, Math.floor((height - 16) / 17)),
    }),
  ]
}
