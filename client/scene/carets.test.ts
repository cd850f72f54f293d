import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { TextItem } from '../../shared/draw/items.ts'
import { breakText } from '../../shared/text/break.ts'
import { textWidth } from '../../shared/text/measure.ts'
import { caretIn, caretOf, indexOfCaret } from './carets.ts'

const itemOf = (text: string, align: TextItem['align'] = 'left'): TextItem => ({
  kind: 'text',
  x: 10,
  y: 20,
  lines: breakText({ text, width: 100, size: 20, weight: 400 }).lines,
  size: 20,
  lineHeight: 25,
  weight: 400,
  fill: 'ink',
  align,
})

test('a caret keeps its place while others type before it', () => {
  const doc = new Y.Doc()
  const text = doc.getText('a')
  text.insert(0, 'winter beds')
  const inMap = doc.getMap<Y.Text>('objects')
  const nested = new Y.Text('winter beds')
  inMap.set('n', nested)
  const caret = JSON.parse(JSON.stringify(caretOf(nested, 7))) as unknown
  nested.insert(0, 'More ')
  expect(indexOfCaret(doc, nested, caret)).toBe(12)
  expect(indexOfCaret(doc, text, caret)).toBeUndefined()
})

test('a caret in an empty text is found, and nonsense is not', () => {
  const doc = new Y.Doc()
  const nested = new Y.Text()
  doc.getMap<Y.Text>('objects').set('n', nested)
  expect(indexOfCaret(doc, nested, caretOf(nested, 0))).toBe(0)
  const nonsense = [
    null,
    7,
    'x',
    {},
    { item: { client: 'x', clock: 1 } },
    { item: { client: 1, clock: Number.NaN } },
    { item: { client: 5, clock: 900 } },
    { tname: 'objects' },
    { type: { client: -1, clock: 0 } },
  ]
  for (const caret of nonsense) expect(indexOfCaret(doc, nested, caret)).toBeUndefined()
  expect([...doc.share.keys()]).toEqual(['objects'])
})

test('a caret is seen in the line and at the letter that it stands at', () => {
  const text = 'one two three four\n\nfive'
  const item = itemOf(text)
  const at = (index: number) => caretIn(item, text, index)
  expect(at(0)).toEqual({ x: 10, y: 20, height: 25 })
  expect(at(3).x).toBeCloseTo(10 + textWidth('one', 20, 400))
  const second = text.indexOf(item.lines[1]!)
  expect(at(second)).toMatchObject({ x: 10, y: 45 })
  const last = item.lines.length - 1
  expect(item.lines[last]).toBe('five')
  expect(at(text.length).y).toBe(20 + last * 25)
  expect(at(text.indexOf('five') - 1).y).toBe(20 + (last - 1) * 25)
  const centred = caretIn(itemOf('ab', 'centre'), 'ab', 0)
  expect(centred.x).toBeCloseTo(10 - textWidth('ab', 20, 400) / 2)
})
