import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { addObjects } from '../../shared/board/commands.ts'
import { BoardModel } from '../model/board.ts'
import { copyOf, newFrom } from '../tools/copies.ts'
import {
  clipAsHtml,
  clipInHtml,
  clipLimits,
  decodeClip,
  encodeClip,
  gridOf,
  notesFrom,
} from './clip.ts'

function board(): { doc: Y.Doc; model: BoardModel } {
  const doc = new Y.Doc()
  addObjects(
    doc,
    [
      { id: 'frame', type: 'frame', at: [0, 0], size: [800, 600] },
      { id: 'a', type: 'organisation', at: [20, 100], frame: 'frame', fields: { name: 'Ä & <b>' } },
      { id: 'b', type: 'organisation', at: [400, 110], frame: 'frame', fields: { name: 'B' } },
      { id: 'c', type: 'organisation', at: [1000, 90], fields: { name: 'C' } },
      { id: 'ab', type: 'relationship', at: [0, 0], fields: { from: 'a', to: 'b', label: 'beds' } },
      { id: 'bc', type: 'relationship', at: [0, 0], fields: { from: 'b', to: 'c' } },
      { id: 'm', type: 'commitment', at: [30, 300], fields: { title: 'Nurses', by: 'c' } },
    ],
    'seed',
  )
  return { doc, model: new BoardModel(doc) }
}

test('a copy survives the clipboard as HTML, and lands on another board with its ties whole', () => {
  const { model } = board()
  const clip = encodeClip({ objects: copyOf(model, ['frame', 'm']) })
  const html = clipAsHtml(clip, 'Ä & <b>')
  expect(html).not.toContain('<b>')
  const objects = decodeClip(clipInHtml(`<html><body>${html}</body></html>`) ?? '')?.objects
  const other = new BoardModel(new Y.Doc())
  addObjects(other.doc, newFrom(objects ?? [], [1000, 0], other), 'paste')
  const all = [...other.objects()]
  expect(all.map(({ type }) => type).sort()).toEqual([
    'commitment',
    'frame',
    'organisation',
    'organisation',
    'relationship',
  ])
  const find = (name: string) => all.find(({ fields }) => fields['name'] === name)
  const tie = all.find(({ type }) => type === 'relationship')
  expect([tie?.fields['from'], tie?.fields['to']]).toEqual([find('Ä & <b>')?.id, find('B')?.id])
  expect(find('B')?.frame).toBe(all.find(({ type }) => type === 'frame')?.id)
  expect(find('B')?.at).toEqual([1400, 110])
  // The organisation that it is from was left behind.
  expect(all.find(({ type }) => type === 'commitment')?.fields).not.toHaveProperty('by')
})

test('on the same board a copy still refers to what was not copied', () => {
  const { model } = board()
  const [copy] = newFrom(copyOf(model, ['m']), [0, 0], model)
  expect(copy?.fields?.['by']).toBe('c')
})

test('what is no clip is not read as one', () => {
  const nonsense = [
    '',
    'null',
    '{"rapport":2,"objects":[]}',
    '{"rapport":1,"objects":[{"id":"a","type":"note","at":[null,0],"size":[1,1],"fields":{}}]}',
    `{"rapport":1,"objects":[{"id":"a","type":"note","at":[1e300,0],"size":[1,1],"fields":{}}]}`,
    'x'.repeat(clipLimits.bytes + 1),
  ]
  for (const text of nonsense) expect(decodeClip(text)).toBeUndefined()
  expect(clipInHtml('<p data-rapport="abc">')).toBeUndefined()
})

test('a list becomes a note a line, without its bullets', () => {
  const list = '• Beds\r\n\n  - Carers at home\n2. Transport\n- 5 nurses\n'
  expect(notesFrom(list)).toEqual({
    ok: true,
    value: ['Beds', 'Carers at home', 'Transport', '5 nurses'],
  })
})

test('a row of a spreadsheet becomes one note, its cells on lines of their own', () => {
  const cells = 'Beds\t12\n"Carers\nat ""home"""\t\tlate\n\t\n'
  expect(notesFrom(cells)).toEqual({
    ok: true,
    value: ['Beds\n12', 'Carers\nat "home"\nlate'],
  })
})

test('too much text is refused whole', () => {
  expect(notesFrom('x'.repeat(5_000_000))).toEqual({ ok: false, error: 'too-much' })
  expect(notesFrom('a\n'.repeat(clipLimits.notes + 1))).toEqual({ ok: false, error: 'too-many' })
  expect(notesFrom('x'.repeat(30_000))).toEqual({ ok: false, error: 'too-long' })
  expect(notesFrom('a\n'.repeat(clipLimits.notes)).ok).toBe(true)
})

test('notes are laid out around one point and never over each other', () => {
  const boxes = gridOf(Array.from({ length: 7 }, () => 'Beds'))
  expect(new Set(boxes.map(({ x, y }) => `${x} ${y}`)).size).toBe(7)
  expect(boxes.reduce((sum, { x, width }) => sum + x + width / 2, 0) / 7).toBeLessThan(60)
})

test('a note that is pasted is as tall as its text needs, and those below it make room', () => {
  const long = 'Two discharge coordinators from the council. '.repeat(20)
  const [first, second, , below] = gridOf([long, 'Beds', 'Carers', 'Transport'])
  expect(first?.height).toBeGreaterThan(200)
  expect(second?.height).toBe(176)
  expect(below?.y).toBeGreaterThanOrEqual((first?.y ?? 0) + (first?.height ?? 0))
})
