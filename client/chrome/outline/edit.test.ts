import { expect, test } from 'vitest'
import { boxOf, contains, intersects } from '../../../shared/geometry.ts'
import { commitment } from '../../../shared/objects/commitment.ts'
import { issue } from '../../../shared/objects/issue.ts'
import { note } from '../../../shared/objects/note.ts'
import { workspaceWith } from '../../model/fixtures/workspace.ts'
import { add, moveTo } from './edit.ts'

const LANE = { id: 'lane', type: 'frame', at: [1000, 500], size: [400, 800] } as const

test.each([note, issue])(
  'what is added to a frame lies in it, below its title and beside what is there',
  (kind) => {
    const workspace = workspaceWith([LANE])
    const ids = [1, 2, 3].map(() => add(workspace, kind, 'lane')!)
    const boxes = ids.map((id) => {
      const { at, size, frame } = workspace.board.object(id)!
      expect(frame).toBe('lane')
      return boxOf(at, size)
    })
    for (const box of boxes) {
      expect(contains({ x: 1000, y: 600, width: 400, height: 700 }, box)).toBe(true)
      expect(boxes.filter((other) => intersects(other, box))).toEqual([box])
    }
  },
)

test('what is moved into a frame is not laid on what is there', () => {
  const workspace = workspaceWith([
    LANE,
    { id: 'a', type: 'note', at: [0, 0] },
    { id: 'b', type: 'note', at: [0, 0] },
  ])
  const of = (id: string) => workspace.board.object(id)!
  moveTo(workspace, [of('a'), of('b')], 'lane')
  expect(of('a').frame).toBe('lane')
  expect(intersects(boxOf(of('a').at, of('a').size), boxOf(of('b').at, of('b').size))).toBe(false)
})

test('a commitment that a partner writes is their organisation’s, and one that a facilitator writes nobody’s yet', () => {
  const partner = workspaceWith([{ id: 'north', type: 'organisation', at: [0, 0] }])
  partner.me.organisation = 'north'
  const by = (workspace: typeof partner): unknown =>
    workspace.board.object(add(workspace, commitment)!)?.fields['by']
  expect(by(partner)).toBe('north')
  expect(by({ ...partner, me: { ...partner.me, role: 'facilitator' } })).toBeUndefined()
  expect(by({ ...partner, me: { ...partner.me, organisation: 'gone' } })).toBeUndefined()
})
