import type { TextItem } from './items.ts'

/** Where one line of a text item stands, and which way it is read. */
export interface LinePlace {
  /** its left, middle or right edge, as `align` says */
  x: number
  align: TextItem['align']
  rightToLeft: boolean
}

/** The place of a line: what is read from right to left begins at the right edge where the others begin at the left. */
export function linePlace({ x, align, rightToLeft, room }: TextItem, line: number): LinePlace {
  const turned = rightToLeft?.[line] === true
  return turned && align === 'left' && room !== undefined
    ? { x: x + room, align: 'right', rightToLeft: true }
    : { x, align, rightToLeft: turned }
}

/** The part of a text item that says how its lines run; `room` in world units. Spread it into the item. */
export const turning = (
  { rightToLeft }: Pick<TextItem, 'rightToLeft'>,
  room: number,
): Pick<TextItem, 'rightToLeft' | 'room'> =>
  rightToLeft ? { rightToLeft, ...(Number.isFinite(room) && { room }) } : {}
