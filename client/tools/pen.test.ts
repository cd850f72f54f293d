import { expect, test } from 'vitest'
import { decodeStroke } from '../../shared/draw/stroke.ts'
import { drawing } from '../../shared/objects/drawing.ts'
import { workspaceWith } from '../model/fixtures/workspace.ts'
import { at, contextOf } from './fixtures/gesture.ts'
import { penTool } from './pen.ts'

test('a scribble that never ends is on the board to where the pen was lifted', () => {
  const w = workspaceWith([])
  const context = contextOf(w)
  const stroke = penTool(drawing).start.down?.(context, at([0, 0]))
  const trail = Array.from(
    { length: 9_000 },
    (_, i) => [i, i === 0 ? 0 : 150 + 150 * Math.sin(i ** 2), 0.5] as const,
  )
  const [x, y] = trail.at(-1) ?? [0, 0]
  stroke?.move?.(context, { ...at([x, y]), trail })
  stroke?.up?.(context, at([x, y]))
  const [drawn] = w.board.ofType('drawing')
  const last = decodeStroke(drawn?.fields['points'], drawn?.size ?? [0, 0]).at(-1)
  expect((drawn?.at[0] ?? 0) + (last?.[0] ?? 0)).toBeCloseTo(x, 0)
})
