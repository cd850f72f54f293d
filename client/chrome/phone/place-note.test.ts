import { expect, test } from 'vitest'
import type { NewObject } from '../../../shared/board/commands.ts'
import { note } from '../../../shared/objects/note.ts'
import { workspaceWith } from '../../model/fixtures/workspace.ts'
import { placeNote } from './place-note.ts'

const stage: NewObject = { id: 'stage', type: 'frame', at: [0, 0], size: [1600, 960] }
const lane = (id: string, x: number): NewObject => ({
  id,
  type: 'frame',
  at: [x, 144],
  size: [400, 792],
  frame: 'stage',
})

function placed(count: number, objects: readonly NewObject[]) {
  const notes: { at: readonly [number, number]; frame: string }[] = []
  for (let n = 0; n < count; n++) {
    const own = notes.map((one): NewObject => ({ type: 'note', size: note.size, ...one }))
    const { board } = workspaceWith([...objects, ...own])
    notes.push(placeNote([...board.objects()], board.object('stage')!, note.size))
  }
  return notes
}

test('notes from phones go into the lanes of a stage, from left to right, below what the lanes say', () => {
  const notes = placed(5, [stage, lane('left', 360), lane('right', 800)])
  expect(notes.map(({ frame }) => frame)).toEqual(['left', 'right', 'left', 'right', 'left'])
  for (const { at } of notes) expect(at[1]).toBeGreaterThanOrEqual(144 + 128)
  expect(new Set(notes.map(({ at }) => String(at))).size).toBe(5)
})

test('a stage without lanes takes them itself, and one that is too small covers as little as can be', () => {
  expect(placed(2, [stage]).map(({ at, frame }) => [...at, frame])).toEqual([
    [24, 144, 'stage'],
    [24 + note.size[0] + 16, 144, 'stage'],
  ])
  expect(placed(1, [{ ...stage, size: [100, 100] }])).toEqual([{ at: [24, 144], frame: 'stage' }])
})
