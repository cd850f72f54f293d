import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { assert } from '../assert.ts'
import { addObjects } from '../board/commands.ts'
import { boardToJson, jsonToBoard } from '../board/json.ts'
import { viewOf } from '../board/view.ts'
import { toldIn } from '../paper/told-view.ts'
import { english } from '../words/words.ts'
import { boundsOf, pieceOf } from '../draw/scene.ts'
import { definitions } from './index.ts'
import { angleOf, canTurn, outlineOf, turnOf } from './turn.ts'

const withTurn = (type: string, turn: unknown, size: [number, number] = [200, 100]) => {
  const doc = new Y.Doc()
  addObjects(doc, [{ id: 'it', type, at: [100, 100], size, fields: { turn, text: 'x' } }], 'test')
  const view = toldIn(viewOf(doc), english)
  return { doc, view, object: view.object('it')! }
}

test('the types that can be turned are those that have the field', () => {
  const having = definitions.filter(({ fields }) => fields['turn'] !== undefined)
  expect(having.map(({ type }) => type).sort()).toEqual(
    definitions.flatMap(({ type }) => (canTurn(type) ? [type] : [])).sort(),
  )
  expect(angleOf(withTurn('organisation', 90).object)).toBe(0)
  expect(angleOf(withTurn('frame', 90).object)).toBe(0)
})

test.each([
  [90, 90],
  [-15, 345],
  [725, 5],
  [359.6, 0],
  [NaN, 0],
  [Infinity, 0],
  ['90', 0],
  [[90], 0],
  [null, 0],
])('%s in the document is read as %s degrees', (raw, angle) => {
  expect(angleOf(withTurn('shape', raw).object)).toBe(angle)
})

test('an absurd angle is somewhere on the circle, and its drawing finite', () => {
  const { object, view } = withTurn('shape', 1e300)
  expect(angleOf(object)).toBeGreaterThanOrEqual(0)
  expect(angleOf(object)).toBeLessThan(360)
  expect(Object.values(boundsOf(object, view)!).every(Number.isFinite)).toBe(true)
})

test('a quarter of a turn lays the box on its side about its middle', () => {
  const { object, view } = withTurn('shape', 90)
  const box = boundsOf(object, view)!
  expect([box.x, box.y, box.width, box.height].map(Math.round)).toEqual([150, 50, 100, 200])
  expect(pieceOf(object, view)?.turn).toEqual({ angle: 90, about: [200, 150] })
})

test('text turns about its first line, so that it does not swing while it grows', () => {
  const { object, view } = withTurn('text', 180, [200, 20])
  expect(turnOf(object)?.about).toEqual([200, 110])
  const tall = { x: 100, y: 100, width: 200, height: 60 }
  expect(outlineOf(object, tall)).toMatchObject({ y: 60, height: 60, angle: 180 })
  expect(boundsOf(object, view)!.y).toBeCloseTo(94)
})

test('the angle is in the JSON of a board and comes back', () => {
  const read = jsonToBoard(JSON.parse(JSON.stringify(boardToJson(withTurn('note', 30).doc))))
  assert(read.ok, 'what was written is read')
  expect(angleOf(viewOf(read.value).object('it')!)).toBe(30)
})
