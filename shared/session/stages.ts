import { boxOf } from '../geometry.ts'
import type { BoardObject } from '../board/object.ts'

/** A step of the agenda: a frame that lies in no other. */
export interface Stage {
  id: string
  title: string
  prompt: string
  /** planned length; undefined when none is set */
  minutes: number | undefined
}

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')

/** Frames whose tops are nearer than this share of their height stand in one row. */
const SAME_ROW = 0.5

/** The agenda of a board: its outermost frames, read like a page. */
export function stagesOf(objects: Iterable<BoardObject>): Stage[] {
  const frames = [...objects].filter(({ type }) => type === 'frame')
  const ids = new Set(frames.map(({ id }) => id))
  const outermost = frames
    .filter(({ frame }) => frame === undefined || !ids.has(frame))
    .map((object) => ({ object, box: boxOf(object.at, object.size) }))
    .sort((a, b) => a.box.y - b.box.y || a.box.x - b.box.x)
  const rows: (typeof outermost)[] = []
  for (const one of outermost) {
    const row = rows.at(-1)
    const first = row?.[0]
    if (row && first && one.box.y - first.box.y < first.box.height * SAME_ROW) row.push(one)
    else rows.push([one])
  }
  return rows.flatMap((row) =>
    row
      .sort((a, b) => a.box.x - b.box.x)
      .map(({ object: { id, fields } }) => {
        const minutes = fields['minutes']
        return {
          id,
          title: text(fields['title']),
          prompt: text(fields['prompt']),
          minutes: typeof minutes === 'number' && minutes > 0 ? minutes : undefined,
        }
      }),
  )
}
