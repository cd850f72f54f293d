import { expect, test } from 'vitest'
import type { BoardObject } from './object.ts'
import { liesIn } from './lies-in.ts'

const objects = new Map(
  Object.entries({ note: 'lane', lane: 'stage', stage: undefined, a: 'b', b: 'a', in: 'a' }).map(
    ([id, frame]): [string, BoardObject] => [
      id,
      { id, type: 'frame', at: [0, 0], size: [9, 9], order: 'a0', frame, fields: {} },
    ],
  ),
)

const lies = (id: string, frame: string): boolean =>
  liesIn(objects.get(id), frame, (one) => objects.get(one))

test('what is in a lane lies in the stage around it', () => {
  expect(lies('note', 'lane')).toBe(true)
  expect(lies('note', 'stage')).toBe(true)
  expect(lies('stage', 'lane')).toBe(false)
  expect(lies('gone', 'stage')).toBe(false)
})

test('frames that lie in each other end the search', () => {
  expect(lies('in', 'b')).toBe(true)
  expect(lies('in', 'stage')).toBe(false)
})
