import { describe, expect, test } from 'vitest'
import type { TieMeasure } from '../board/layout.ts'
import type { BoardObject } from '../board/object.ts'
import type { Answer, Reading } from '../board/readings.ts'
import type { DrawContext } from '../draw/context.ts'
import type { DrawItem } from '../draw/items.ts'
import { boundsOf } from '../draw/scene.ts'
import { tieSettings } from '../draw/tie-settings.ts'
import { relationship } from './relationship.ts'
import { inEnglish } from '../words/words.ts'

const organisation = (id: string, x: number, y: number, name: string): BoardObject => ({
  id,
  type: 'organisation',
  at: [x, y],
  size: [200, 80],
  order: 'a0',
  frame: undefined,
  fields: { name },
})

const a = organisation('a', 0, 0, 'Kent County Council')
const b = organisation('b', 700, 0, 'Mind')

const tie = (fields: Record<string, unknown> = {}, id = 't'): BoardObject => ({
  id,
  type: 'relationship',
  at: [0, 0],
  size: [1, 1],
  order: 'a0',
  frame: undefined,
  fields: { from: 'a', to: 'b', ...fields },
})

type Said = Answer | readonly [Answer, Answer, Answer] | undefined

const readingOf = (said: Said): Reading | undefined => {
  if (said === undefined) return undefined
  const [reliability, purpose, openness] = Array.isArray(said) ? said : [said, said, said]
  return { relationship: 't', end: 'from', at: '2026-01-01', reliability, purpose, openness }
}

function board(
  from: Said,
  to: Said,
  {
    objects = [a, b],
    measure = 'trust',
  }: { objects?: readonly BoardObject[]; measure?: TieMeasure } = {},
): DrawContext {
  return {
    object: (id) => objects.find((object) => object.id === id),
    reading: (_, end) => readingOf(end === 'from' ? from : to),
    say: inEnglish,
    tieMeasure: measure,
  }
}

const textsOf = (items: readonly DrawItem[]): string[] =>
  items.flatMap((item) => (item.kind === 'text' ? item.lines : []))

const draw = (from: Said, to: Said, fields?: Record<string, unknown>): DrawItem[] =>
  relationship.draw(tie(fields), board(from, to))

const linesOf = (items: readonly DrawItem[]) =>
  items.filter((item) => item.kind === 'path').filter((item) => item.d.includes('Q'))

describe('the two lanes', () => {
  test('tell each step by a line of its own as well as by a colour', () => {
    const styles = ([1, 2, 3, 4, 'unknown', undefined] as const).map((said) => {
      const lines = linesOf(draw(said, 3)).slice(0, -1)
      return lines.map(({ strokeWidth, dash, cap }) => ({ strokeWidth, dash, cap }))
    })
    expect(new Set(styles.map((style) => JSON.stringify(style))).size).toBe(6)
    const colours = ([1, 2, 3, 4, 'unknown', undefined] as const).map(
      (said) => linesOf(draw(said, 3))[0]!.stroke,
    )
    expect(new Set(colours).size).toBe(6)
  })

  test('carry a figure on the side that spoke, and none on the side that did not', () => {
    expect(textsOf(draw(4, 4))).toEqual(['4', '4'])
    expect(textsOf(draw('unknown', 3))).toEqual(['?', '3'])
    expect(textsOf(draw(undefined, 2))).toEqual(['2'])
    expect(textsOf(draw(undefined, undefined))).toEqual([])
  })

  test('put the figure at the box of the side that spoke', () => {
    const chips = (items: DrawItem[]) => items.filter((item) => item.kind === 'text')
    expect(chips(draw(4, undefined))[0]!.x).toBeLessThan(250)
    expect(chips(draw(undefined, 4))[0]!.x).toBeGreaterThan(650)
  })

  test('show the mean where the dimensions differ, leaving out don’t know', () => {
    expect(textsOf(draw([3, 3, 2], [4, 'unknown', 4]))).toContain('2.7')
    expect(textsOf(draw([3, 3, 2], [4, 'unknown', 4]))).toContain('4')
  })

  test('show contact when the board asks for contact', () => {
    const object = tie({ ends: { from: { contact: 1 }, to: { contact: 9 } } })
    expect(textsOf(relationship.draw(object, board(4, 4, { measure: 'contact' })))).toEqual(['1'])
  })
})

describe('the gap', () => {
  test('is signed, from the first side’s view, with its direction named', () => {
    expect(textsOf(draw(4, 2))).toEqual(['4', '2', 'KCC', 'Mi', '+2'])
    expect(textsOf(draw(1, 4))).toContain('−3')
  })

  test('shows from one step upward, thirds included', () => {
    expect(textsOf(draw([3, 3, 2], [2, 2, 1]))).toContain('+1')
    expect(textsOf(draw([3, 3, 3], [2, 2, 3]))).not.toContain('+0.7')
  })

  test('does not exist between an answer and none, or don’t know', () => {
    expect(textsOf(draw(4, undefined))).toEqual(['4'])
    expect(textsOf(draw(1, 'unknown'))).toEqual(['1', '?'])
  })
})

test('both marks are drawn on one tie, and both sides’ modes when they disagree', () => {
  const marks = (fields: Record<string, unknown>) => draw(3, 3, fields).length - draw(3, 3).length
  const place = marks({ sharedPlace: 'Thanet' })
  const competing = marks({ competingFor: 'The contract' })
  expect(place).toBeGreaterThan(0)
  expect(marks({ sharedPlace: 'Thanet', competingFor: 'The contract' })).toBe(place + competing)
  const one = marks({ ends: { from: { mode: 'naive' } } })
  expect(marks({ ends: { from: { mode: 'naive' }, to: { mode: 'genuine' } } })).toBe(2 * one)
})

describe('ends', () => {
  test.each([
    ['is gone', { from: 'a', to: 'nobody' }],
    ['is the same', { from: 'a', to: 'a' }],
    ['is missing', { to: undefined }],
    ['is nonsense', { from: 7 }],
    ['is itself a tie', { to: 'u' }],
  ])('hide the tie when one %s', (_, fields) => {
    const context = board(3, 3, { objects: [a, b, tie({}, 'u')] })
    const object = tie(fields)
    expect(relationship.draw(object, context)).toEqual([])
    expect(boundsOf(object, context)).toBeUndefined()
    expect(relationship.touches!(object, context, [400, 40], 10)).toBe(false)
  })

  test('may be any object that has a box', () => {
    const notes = [a, b].map((object) => ({ ...object, type: 'note' }))
    expect(relationship.draw(tie(), board(3, 3, { objects: notes })).length).toBeGreaterThan(0)
  })

  test.each([
    [700, 0],
    [0, 400],
    [-500, -300],
    [230, 70],
  ])('at %i, %i keep lanes and chips out of the boxes', (x, y) => {
    const far = organisation('b', x, y, 'Mind')
    const items = relationship.draw(tie(), board(3, 3, { objects: [a, far] }))
    for (const line of linesOf(items)) {
      const [x0, y0, , , x1, y1] = line.d.match(/-?\d+(\.\d+)?/g)!.map(Number)
      for (const [px, py] of [
        [x0!, y0!],
        [x1!, y1!],
      ] as const) {
        for (const box of [a, far]) {
          const within =
            px > box.at[0] && px < box.at[0] + 200 && py > box.at[1] && py < box.at[1] + 80
          expect(within).toBe(false)
        }
      }
    }
  })

  test('that lie on top of each other hide the tie without an error', () => {
    for (const at of [a.at, [40, 20]] as const) {
      const items = relationship.draw(tie(), board(3, 1, { objects: [a, { ...b, at }] }))
      expect(items.every((item) => item.kind !== 'text' || item.lines.length > 0)).toBe(true)
    }
  })
})

test('a point on the lanes touches, one beside them does not, and the bounds hold the lanes', () => {
  const context = board(4, 2)
  const bounds = boundsOf(tie(), context)!
  expect(bounds.x).toBeLessThan(230)
  expect(bounds.x + bounds.width).toBeGreaterThan(670)
  const hits = (y: number) => relationship.touches!(tie(), context, [450, y], 2)
  const ys = Array.from({ length: 200 }, (_, i) => i - 60)
  const touched = ys.filter(hits)
  expect(touched.length).toBeGreaterThan(10)
  expect(touched.length).toBeLessThan(40)
  expect(touched.every((y) => y > bounds.y && y < bounds.y + bounds.height)).toBe(true)
})

describe('neighbours', () => {
  test('between the same two objects bow apart, whichever way they were drawn', () => {
    const ties = [tie({}, 't1'), tie({ from: 'b', to: 'a' }, 't2'), tie({}, 't3')]
    const tieSetting = tieSettings([a, b, ...ties])
    const context = { ...board(3, 3), tieSetting }
    const heights = ties.map((object) => {
      const ys = Array.from({ length: 400 }, (_, i) => i - 200)
      const hit = ys.filter((y) => relationship.touches!(object, context, [450, y], 0))
      return hit.reduce((sum, y) => sum + y, 0) / hit.length
    })
    const [low, middle, high] = heights.toSorted((p, q) => p - q)
    expect(middle! - low!).toBeGreaterThan(25)
    expect(high! - middle!).toBeGreaterThan(25)
  })

  test('make lanes thinner and chips smaller where many meet', () => {
    const many = Array.from({ length: 14 }, (_, i) => tie({ to: `o${i}` }, `n${i}`))
    const sparse = tieSettings([tie()])('t')
    const dense = tieSettings([tie(), ...many])('t')
    expect([sparse.crowd, dense.crowd]).toEqual(['roomy', 'dense'])
    const width = (crowd: typeof dense) =>
      linesOf(relationship.draw(tie(), { ...board(3, 3), tieSetting: () => crowd }))[0]!
        .strokeWidth!
    expect(width(dense)).toBeLessThan(width(sparse))
  })
})
