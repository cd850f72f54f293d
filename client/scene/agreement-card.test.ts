import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { addObjects, removeObjects, setField, type NewObject } from '../../shared/board/commands.ts'
import { viewOf } from '../../shared/board/view.ts'
import type { DrawItem } from '../../shared/draw/items.ts'
import { sceneOf } from '../../shared/draw/scene.ts'
import { inEnglish } from '../../shared/words/words.ts'
import { BoardModel } from '../model/board.ts'
import { World } from './world.ts'

const organisation = (name: string): NewObject => ({
  id: name,
  type: 'organisation',
  at: [0, 0],
  fields: { name },
})

function open(fields: Record<string, unknown>, names = ['Council', 'Mind', 'Police']) {
  const doc = new Y.Doc()
  addObjects(
    doc,
    [...names.map(organisation), { id: 'card', type: 'agreement', at: [0, 0], fields }],
    1,
  )
  const board = new BoardModel(doc)
  const world = new World(board)
  board.subscribe((change) => world.take(change))
  const discs = (items: readonly DrawItem[] = []) =>
    items.flatMap((item) =>
      item.kind === 'ellipse'
        ? [item.fill ? 'signed' : item.dash ? 'not signed' : 'changed since']
        : [],
    )
  const words = () =>
    (world.drawings.get('card')?.items ?? []).flatMap((item) =>
      item.kind === 'text' ? item.lines : [],
    )
  return {
    doc,
    words,
    seen: () => {
      world.settle()
      return discs(world.drawings.get('card')?.items)
    },
    exported: () => {
      const { pieces } = sceneOf(viewOf(doc).objects, { ...viewOf(doc), say: inEnglish })
      return discs(pieces.find(({ id }) => id === 'card')?.items)
    },
  }
}

test('an agreement that names nobody shows every organisation that has not signed, as they come, sign and go', () => {
  const { doc, seen, exported } = open({ signatures: { Mind: '2026-03-04' } })
  const expectBoth = (...discs: string[]) => {
    expect(seen()).toEqual(discs)
    expect(exported()).toEqual(discs)
  }
  expectBoth('not signed', 'signed', 'not signed')
  addObjects(doc, [organisation('Trust')], 1)
  expectBoth('not signed', 'signed', 'not signed', 'not signed')
  removeObjects(doc, ['Council'], 1)
  expectBoth('signed', 'not signed', 'not signed')
  setField(doc, 'card', 'parties', ['Police'], 1)
  expectBoth('not signed', 'signed')
})

test('a signature is an empty ring once the promises are changed, and full when they are again what was signed', () => {
  const promises = ['We ring back']
  const { doc, seen } = open({ promises, signatures: { Mind: { on: '2026-03-04', of: promises } } })
  expect(seen()).toEqual(['not signed', 'signed', 'not signed'])
  setField(doc, 'card', 'promises', ['We ring back', 'We pay'], 1)
  expect(seen()).toEqual(['not signed', 'changed since', 'not signed'])
  setField(doc, 'card', 'promises', promises, 1)
  expect(seen()).toEqual(['not signed', 'signed', 'not signed'])
})

test('an agreement says how many more there are than it has room for', () => {
  const names = Array.from({ length: 20 }, (_, i) => `Body ${i}`)
  const { seen, words } = open({}, names)
  expect(words().at(-1)).toBe(`+${20 - seen().length}`)
})
