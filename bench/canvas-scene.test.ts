import { expect, test } from 'vitest'
import { jsonToBoard } from '../shared/board/json.ts'
import { viewOf } from '../shared/board/view.ts'
import { makeScene, sceneAsBoard } from './canvas-scene.ts'

test.each([500, 2_000, 5_000, 10_000])(
  'a scene of %i has as many arrows, five of them at its hub, and is a board',
  (count) => {
    const scene = makeScene(count)
    expect(scene.boxes).toHaveLength(count)
    expect(scene.arrows).toHaveLength(count)
    for (const { from, to } of scene.arrows) {
      expect(from).not.toBe(to)
      expect(scene.boxes[to]).toBeDefined()
    }
    const atHub = scene.arrows.filter(({ from, to }) => from === scene.hub || to === scene.hub)
    expect(atHub).toHaveLength(5)
    const board = jsonToBoard(sceneAsBoard(scene))
    if (!board.ok) throw new Error(board.error[0]?.detail)
    expect(viewOf(board.value).objects).toHaveLength(2 * count)
  },
)
