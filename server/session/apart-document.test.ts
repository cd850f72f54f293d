import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { viewOf } from '../../shared/board/view.ts'
import { boxOf, contains, grow, intersects } from '../../shared/geometry.ts'
import { grownFor } from '../../shared/objects/grown.ts'
import { buildBoard } from '../../shared/templates/build.ts'
import { putUp } from './apart-document.ts'

const LONG =
  'The council never answers before it has asked three committees, and then the answer is that somebody else must decide, which takes another winter'

test('cards without a name stand side by side in the lane that takes them, each as tall as what it says', () => {
  const built = buildBoard({ title: 'Assumptions', template: 'together-or-alone' })
  if (!built.ok) throw new Error('there is such a template')
  const doc = new Y.Doc()
  Y.applyUpdate(doc, built.value)
  const texts = [LONG, 'Charities are cheap', LONG, 'The NHS owns it all', 'They ask last', LONG]
  putUp(
    doc,
    texts.map((text, i) => ({ id: `card${i}`, text, about: 'all' })),
  )
  const { objects } = viewOf(doc)
  const lane = objects.find(({ fields }) => fields['takes'] === 'assumption')!
  const cards = objects.filter(({ type }) => type === 'assumption')
  expect(cards.map(({ fields }) => fields['title'])).toEqual(texts)
  const boxes = cards.map(({ at, size }) => boxOf(at, size))
  for (const [i, card] of cards.entries()) {
    expect(card.frame).toBe(lane.id)
    expect(contains(boxOf(lane.at, lane.size), boxes[i]!)).toBe(true)
    expect(grownFor(card)).toBeUndefined()
    expect(boxes.filter((other) => intersects(grow(other, 20), boxes[i]!))).toEqual([boxes[i]])
  }
})
