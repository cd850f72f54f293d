import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { addObjects, placeObjects, type NewObject } from '../../shared/board/commands.ts'
import { rootsOf } from '../../shared/board/layout.ts'
import { viewOf } from '../../shared/board/view.ts'
import type { DrawItem } from '../../shared/draw/items.ts'
import { sceneOf } from '../../shared/draw/scene.ts'
import { boxOf, type Box, type Point } from '../../shared/geometry.ts'
import { inEnglish } from '../../shared/words/words.ts'
import { BoardModel } from '../model/board.ts'
import { Live } from './live.ts'
import { World } from './world.ts'

const shape = (id: string, at: Point, size: Point = [100, 60]): NewObject => ({
  id,
  type: 'shape',
  at,
  size,
})

const line = (route: string): NewObject => ({
  id: 'line',
  type: 'connector',
  at: [0, 0],
  fields: { from: 'a', to: 'b', route, label: 'around' },
})

const straight = 'M 104 30 L'

function open(route = 'elbow', ...more: NewObject[]) {
  const doc = new Y.Doc()
  addObjects(doc, [shape('a', [0, 0]), shape('b', [400, 0]), line(route), ...more], 1)
  const board = new BoardModel(doc)
  const world = new World(board)
  board.subscribe((change) => world.take(change))
  const pathOf = (items: readonly DrawItem[] = []): string => {
    const [first] = items
    return first?.kind === 'path' ? first.d : ''
  }
  return {
    doc,
    world,
    live: new Live(board, world),
    pathOf,
    seen: () => pathOf(world.drawings.get('line')?.items),
    exported: () => {
      const { pieces } = sceneOf(viewOf(doc).objects, { ...viewOf(doc), say: inEnglish })
      return pathOf(pieces.find(({ id }) => id === 'line')?.items)
    },
  }
}

const wall = shape('wall', [220, -60], [60, 200])

test('a line leads around what is put between its ends, and is straight again without it', () => {
  const { doc, world, seen } = open()
  const before = world.spatial.box('line')
  expect(seen()).toContain(straight)
  addObjects(doc, [wall], 1)
  const changed = world.settle()
  expect(changed !== 'all' && [...changed.keys()].sort()).toEqual(['line', 'wall'])
  expect(seen()).not.toContain(straight)
  expect(world.spatial.box('line')?.height).toBeGreaterThan(before?.height ?? 0)
  placeObjects(doc, [{ id: 'wall', at: [220, 600] }], 1)
  world.settle()
  expect(seen()).toContain(straight)
  placeObjects(doc, [{ id: 'wall', at: [220, -60] }], 1)
  world.settle()
  expect(seen()).not.toContain(straight)
  rootsOf(doc).objects.delete('wall')
  world.settle()
  expect(seen()).toContain(straight)
  expect(world.spatial.box('line')).toEqual(before)
})

test('files show the way that the map shows', () => {
  const { doc, world, seen, exported } = open('elbow', wall)
  const around = seen()
  expect(around).not.toContain(straight)
  expect(exported()).toBe(around)
  addObjects(doc, [shape('over', [200, -160], [90, 80])], 1)
  world.settle()
  expect(seen()).not.toBe(around)
  expect(exported()).toBe(seen())
})

test('frames, reactions, strokes and what holds an end are in nobody’s way', () => {
  const over = { at: [150, -100], size: [100, 300] } as const
  const { seen } = open(
    'elbow',
    { id: 'frame', type: 'frame', ...over },
    { id: 'reaction', type: 'reaction', ...over },
    { id: 'drawing', type: 'drawing', ...over },
    shape('ground', [-50, -50], [300, 200]),
  )
  expect(seen()).toContain(straight)
})

test('while something is dragged between its ends the line is led around it in each frame', () => {
  const { live, pathOf, world } = open('elbow', shape('wall', [220, 600], [60, 200]))
  const moving = (at: Point): ReadonlyMap<string, Box> => new Map([['wall', boxOf(at, [60, 200])]])
  live.update(moving([220, 400]), null, new Set())
  expect([...live.lifted]).toEqual(['wall'])
  live.update(moving([220, -60]), null, new Set())
  expect([...live.lifted].sort()).toEqual(['line', 'wall'])
  const box = live.box('line')
  expect(box?.height).toBeGreaterThan(100)
  live.update(new Map(), null, new Set())
  expect(live.lifted.size).toBe(0)
  expect(pathOf(world.drawings.get('line')?.items)).toContain(straight)
})

test('a straight line asks for nothing that is around it', () => {
  const { doc, world, seen } = open('straight')
  addObjects(doc, [wall], 1)
  const changed = world.settle()
  expect(changed !== 'all' && [...changed.keys()]).toEqual(['wall'])
  expect(seen()).toContain(straight)
})

test('with hundreds of lines that would look for a way, all run as if nothing were there, in files too', () => {
  const more = Array.from({ length: 300 }, (_, n): NewObject => ({
    ...line('elbow'),
    id: `line${n}`,
    fields: { from: 'a', to: 'wall', route: 'elbow' },
  }))
  const { seen, exported } = open('elbow', wall, ...more)
  expect(seen()).toContain(straight)
  expect(exported()).toBe(seen())
})
