import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { addObjects, removeObjects, setField } from '../board/commands.ts'
import { rootsOf } from '../board/layout.ts'
import { readObject, type BoardObject } from '../board/object.ts'
import type { DrawContext } from '../draw/context.ts'
import { distanceToRoute } from '../draw/route.ts'
import { tieSettings } from '../draw/tie-settings.ts'
import type { Point } from '../geometry.ts'
import { courseOf } from './connector-course.ts'

function contextOf(doc: Y.Doc): DrawContext {
  const objects = new Map<string, BoardObject>()
  for (const [id, map] of rootsOf(doc).objects) objects.set(id, readObject(id, map))
  return {
    say: String,
    object: (id) => objects.get(id),
    reading: () => undefined,
    tieMeasure: 'trust',
    tieSetting: tieSettings(objects.values()),
  }
}

function pointsOf(doc: Y.Doc, id: string): readonly Point[] {
  const context = contextOf(doc)
  const object = context.object(id)
  const course = object && courseOf(object, object.fields['route'] === 'elbow', context)
  if (!course) throw new Error(`${id} has no course`)
  return course.points
}

const board = (route: string, to: Point): Y.Doc => {
  const doc = new Y.Doc()
  addObjects(
    doc,
    [
      { id: 'a', type: 'note', at: [0, 0], size: [176, 176] },
      { id: 'b', type: 'note', at: to, size: [176, 176] },
      { id: 'there', type: 'connector', at: [0, 0], fields: { from: 'a', to: 'b', route } },
      { id: 'back', type: 'connector', at: [0, 0], fields: { from: 'b', to: 'a', route } },
    ],
    null,
  )
  return doc
}

const middle = ([first, second]: readonly Point[]): Point => [
  ((first?.[0] ?? 0) + (second?.[0] ?? 0)) / 2,
  ((first?.[1] ?? 0) + (second?.[1] ?? 0)) / 2,
]

test.each(['straight', 'elbow'])('there and back, %s connectors run side by side', (route) => {
  for (const to of [
    [500, 0],
    [0, 500],
    [500, 420],
    [-600, 300],
  ] as const) {
    const doc = board(route, to)
    const [there, back] = [pointsOf(doc, 'there'), pointsOf(doc, 'back')]
    expect(distanceToRoute(there, middle(back))).toBeGreaterThan(10)
    for (const [points, first, last] of [
      [there, [0, 0], to],
      [back, to, [0, 0]],
    ] as const) {
      for (const [point, at] of [
        [points[0], first],
        [points.at(-1), last],
      ] as const) {
        const [x = 0, y = 0] = point ?? []
        const beside = Math.max(at[0] - x, x - at[0] - 176, at[1] - y, y - at[1] - 176)
        expect(beside).toBeGreaterThan(0)
        expect(beside).toBeLessThan(8)
      }
    }
  }
})

test('the one that is left goes straight from middle to middle again, and another between them leads it aside', () => {
  const doc = board('straight', [500, 0])
  const level = [
    [180, 88],
    [496, 88],
  ]
  expect(pointsOf(doc, 'there')).not.toEqual(level)
  removeObjects(doc, ['back'], null)
  expect(pointsOf(doc, 'there')).toEqual(level)
  addObjects(
    doc,
    [{ id: 'new', type: 'connector', at: [0, 0], fields: { from: 'a', to: 'b' } }],
    null,
  )
  expect(pointsOf(doc, 'there')).not.toEqual(level)
  setField(doc, 'new', 'to', 'gone', null)
  expect(pointsOf(doc, 'there')).toEqual(level)
})

test.each(['straight', 'elbow'])(
  'hundreds of %s connectors between two objects all still end at them',
  (route) => {
    const doc = board(route, [500, 0])
    const more = Array.from({ length: 300 }, (_, n) => ({
      id: `more${n}`,
      type: 'connector',
      at: [0, 0] as const,
      fields: { from: 'a', to: 'b', route },
    }))
    addObjects(doc, more, null)
    for (const id of ['there', 'more0', 'more299']) {
      for (const [, y] of pointsOf(doc, id)) {
        expect(y).toBeGreaterThan(0)
        expect(y).toBeLessThan(176)
      }
    }
  },
)
