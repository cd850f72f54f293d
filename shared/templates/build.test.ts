import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { boardKeys, rootsOf } from '../board/layout.ts'
import { viewOf } from '../board/view.ts'
import { boundsOf, pieceOf } from '../draw/scene.ts'
import { boxOf, contains, intersects } from '../geometry.ts'
import { languages, type Language, type NewOrganisation } from '../protocol/http.ts'
import { buildBoard } from './build.ts'
import { templates } from './list.ts'
import { toldIn, type ToldView } from '../paper/told-view.ts'
import { cy } from '../words/cy/cy.ts'
import { english } from '../words/words.ts'

const sectors = ['public', 'voluntary', 'private', 'community', 'other'] as const
const people = (count: number): NewOrganisation[] =>
  Array.from({ length: count }, (_, i) => ({ name: `Organisation ${i}`, sector: sectors[i % 5]! }))

function board(template: string, count: number, language: Language): ToldView {
  const organisations = people(count)
  const built = buildBoard({ title: 'Winter plan', template, language, organisations })
  if (!built.ok) throw new Error(built.error.detail)
  const doc = new Y.Doc()
  Y.applyUpdate(doc, built.value)
  return toldIn(viewOf(doc), language === 'cy' ? cy : english)
}

const boards = languages.flatMap((language) =>
  templates.flatMap(({ id }) => [0, 1, 8, 25, 200].map((count) => ({ id, count, language }))),
)

describe.each(boards)('$id with $count organisations in $language', ({ id, count, language }) => {
  const view = board(id, count, language)
  const boxes = view.objects.map((object) => ({ object, box: boundsOf(object, view)! }))
  const frames = view.objects.filter(({ type }) => type === 'frame')

  test('everything lies inside its frame', () => {
    const outside = boxes.filter(({ object, box }) => {
      const frame = object.frame === undefined ? undefined : view.object(object.frame)
      return object.frame !== undefined && !(frame && contains(boxOf(frame.at, frame.size), box))
    })
    expect(outside).toEqual([])
  })

  test('nothing covers its neighbour', () => {
    const clashes = boxes.filter(({ object: a, box }, i) =>
      boxes.some(
        ({ object: b, box: other }, j) => i < j && a.frame === b.frame && intersects(box, other),
      ),
    )
    expect(clashes).toEqual([])
  })

  test('every organisation is there once', () => {
    const names = view.objects
      .filter((o) => o.type === 'organisation')
      .map((o) => String(o.fields['name']))
    expect(names.sort()).toEqual(
      people(count)
        .map(({ name }) => name)
        .sort(),
    )
  })

  test('frames and prompts are furniture, and no word of them is cut off', () => {
    const furniture = view.objects.filter((object) => object.type !== 'organisation')
    expect(furniture.filter((object) => object.fields['furniture'] !== true)).toEqual([])
    const items = furniture.flatMap((object) => pieceOf(object, view)?.items ?? [])
    const lines = items.flatMap((item) => (item.kind === 'text' ? item.lines : []))
    expect(lines.filter((line) => line.endsWith('…'))).toEqual([])
  })

  test('the minutes of the steps are those of the list', () => {
    const minutes = view.objects
      .map((object) => /^(\d+) (?:minutes|munud)$/.exec(String(object.fields['text']))?.[1])
      .reduce((sum, n) => sum + Number(n ?? 0), 0)
    expect(minutes).toBe(templates.find((template) => template.id === id)?.minutes ?? 0)
    expect(frames.length > 0).toBe(id !== 'blank')
  })
})

test('the board says what it is', () => {
  const built = buildBoard({ title: 'Winter plan' })
  if (!built.ok) throw new Error(built.error.detail)
  const doc = new Y.Doc()
  Y.applyUpdate(doc, built.value)
  expect(rootsOf(doc).board.toJSON()).toEqual({
    [boardKeys.title]: 'Winter plan',
    [boardKeys.schema]: 1,
    [boardKeys.template]: 'blank',
  })
})

test('a name that is given twice, however it is written, is one organisation', () => {
  const organisations = [
    { name: 'Northbank Council', sector: 'public' as const },
    { name: ' northbank  COUNCIL', sector: 'other' as const },
    { name: 'Police', sector: 'public' as const },
  ]
  const built = buildBoard({ title: 'T', organisations })
  const doc = new Y.Doc()
  if (built.ok) Y.applyUpdate(doc, built.value)
  const names = viewOf(doc).objects.map(({ fields }) => fields['name'])
  expect(names).toEqual(['Northbank Council', 'Police'])
})

test('an unknown template is refused', () => {
  expect(buildBoard({ title: 'x', template: 'toString' })).toMatchObject({
    ok: false,
    error: { detail: 'There is no template “toString”.' },
  })
})
