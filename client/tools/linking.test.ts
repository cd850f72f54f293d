import { expect, test } from 'vitest'
import type { Point } from '../../shared/geometry.ts'
import { connector } from '../../shared/objects/connector.ts'
import { workspaceWith } from '../model/fixtures/workspace.ts'
import { at, contextOf } from './fixtures/gesture.ts'
import { linking } from './linking.ts'
import type { PointerInput, ToolState } from './tool.ts'

const back: ToolState = { name: 'back' }
const finger = (place: Point): PointerInput => ({ ...at(place), touch: true })

test('a finger ends a tie where it is lifted, so that two may move the map before', () => {
  const w = workspaceWith([
    { id: 'one', type: 'shape', at: [0, 0], size: [100, 100] },
    { id: 'two', type: 'shape', at: [300, 0], size: [100, 100] },
  ])
  const context = contextOf(w)
  const tapped = (): ToolState => {
    const state = linking(connector, 'one', finger([50, 50]), back)
    expect(state.up?.(context, finger([50, 50]))).toBeUndefined()
    expect(state.down?.(context, finger([350, 50]))).toBeUndefined()
    return state
  }
  tapped().cancel?.(context)
  expect([...w.board.ofType('connector')]).toEqual([])
  expect(tapped().up?.(context, finger([350, 50]))).toBe(back)
  expect([...w.board.ofType('connector')]).toMatchObject([{ fields: { from: 'one', to: 'two' } }])
})
