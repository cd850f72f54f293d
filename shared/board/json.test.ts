import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { assert } from '../assert.ts'
import { addObjects } from './commands.ts'
import { boardToJson, jsonToBoard } from './json.ts'
import { rootsOf } from './layout.ts'

function sample(): Y.Doc {
  const doc = new Y.Doc()
  const roots = rootsOf(doc)
  roots.board.set('title', 'Winter pressures')
  roots.board.set('schema', 1)
  roots.board.set('paper', { profile: 'plain', sections: ['map'], $odd: 'dollar key' })
  addObjects(
    doc,
    [
      { type: 'note', at: [10.5, -20], fields: { text: 'One\nthought', colour: 'noteBlue' } },
      { type: 'from-the-future', at: [0, 0], fields: { shape: { sides: 5, of: [1, null, true] } } },
    ],
    'test',
  )
  const rich = new Y.Map<unknown>()
  roots.objects.set('rich', rich)
  const text = new Y.Text('plain and bold')
  rich.set('type', 'text')
  rich.set('text', text)
  text.format(10, 4, { bold: true })
  const trailing = new Y.Text()
  rich.set('trailing', trailing)
  trailing.applyDelta([{ insert: 'ends\n', attributes: { list: true } }])
  const ends = new Y.Map<unknown>()
  rich.set('ends', ends)
  ends.set('from', new Y.Map(Object.entries({ trust: 3, __proto__x: 1, ['__proto__']: 2 })))
  ends.set('tags', Y.Array.from(['a', { b: 1 }]))
  rich.set('$value', 'a field with a reserved name')
  rich.set('odd', [NaN, -0, Infinity, 12n, undefined, new Uint8Array([0, 128, 255])])
  ;(roots.objects as Y.Map<unknown>).set('not-a-map', 'a string where an object should be')
  roots.readings.set('r.from.2026-03-01', {
    relationship: 'r',
    end: 'from',
    at: '2026-03-01',
    reliability: 2,
  })
  roots.comments.set('c1', { text: '<b>markup</b> & 🎉', to: 'x' })
  doc.getText('scratch').insert(0, 'an unknown root')
  doc.getMap('later').set('kept', true)
  doc.getArray('queue').push([1, new Y.Text('two')])
  return doc
}

const throughJson = (doc: Y.Doc): Y.Doc => {
  const read = jsonToBoard(JSON.parse(JSON.stringify(boardToJson(doc))))
  assert(read.ok, 'the board can be read back')
  return read.value
}

describe('board JSON', () => {
  it('gives back every value, type and unknown root', () => {
    const doc = sample()
    const copy = throughJson(doc)
    expect(boardToJson(copy)).toEqual(boardToJson(doc))

    const rich = rootsOf(copy).objects.get('rich')
    const text = rich?.get('text')
    assert(text instanceof Y.Text, 'text stays Y.Text')
    expect(text.toDelta()).toEqual([
      { insert: 'plain and ' },
      { insert: 'bold', attributes: { bold: true } },
    ])
    const trailing = rich?.get('trailing')
    assert(trailing instanceof Y.Text, 'text stays Y.Text')
    expect(trailing.toDelta()).toEqual([{ insert: 'ends\n', attributes: { list: true } }])
    expect(rich?.get('ends')).toBeInstanceOf(Y.Map)
    expect(rich?.get('odd')).toEqual([
      NaN,
      -0,
      Infinity,
      12n,
      undefined,
      new Uint8Array([0, 128, 255]),
    ])
    expect(rich?.get('$value')).toBe('a field with a reserved name')
    expect(rootsOf(copy).board.get('paper')).toEqual({
      profile: 'plain',
      sections: ['map'],
      $odd: 'dollar key',
    })
    expect(copy.getText('scratch').toJSON()).toBe('an unknown root')
    expect(copy.getMap('later').get('kept')).toBe(true)
    expect(copy.getArray('queue').get(1)).toBeInstanceOf(Y.Text)
  })

  it('does not depend on the order of edits or on the replica', () => {
    const doc = sample()
    const replica = new Y.Doc()
    Y.applyUpdate(replica, Y.encodeStateAsUpdate(doc))
    const other = new Y.Doc()
    for (const key of ['zebra', 'apple']) rootsOf(other).board.set(key, 1)
    const reversed = new Y.Doc()
    for (const key of ['apple', 'zebra']) rootsOf(reversed).board.set(key, 1)

    expect(JSON.stringify(boardToJson(replica))).toBe(JSON.stringify(boardToJson(doc)))
    expect(JSON.stringify(boardToJson(other))).toBe(JSON.stringify(boardToJson(reversed)))
  })

  it('leaves the document as it was', () => {
    const doc = sample()
    const replica = new Y.Doc()
    Y.applyUpdate(replica, Y.encodeStateAsUpdate(doc))
    const before = Y.encodeStateAsUpdate(replica)
    boardToJson(replica)
    expect(Y.encodeStateAsUpdate(replica)).toEqual(before)
    // An unknown root may still be asked for as what it is.
    expect(replica.getText('scratch').toJSON()).toBe('an unknown root')
  })

  const valid = () => structuredClone(boardToJson(sample())) as unknown as Record<string, unknown>
  let deep: unknown = 'bottom'
  for (let level = 0; level < 10_000; level++) deep = [deep]

  it.each([
    ['something else', { hello: 1 }, 'format'],
    ['a list', [], 'format'],
    ['no version', { ...valid(), schema: 'one' }, 'schema'],
    ['a newer version', { ...valid(), schema: 999 }, 'schema'],
    ['no objects', { ...valid(), objects: undefined }, 'objects'],
    ['an object that is a number', { ...valid(), objects: { a: 5 } }, 'objects.a'],
    ['an unknown mark', { ...valid(), objects: { a: { x: { $oops: 1 } } } }, 'objects.a.x'],
    [
      'a mark beside other keys',
      { ...valid(), objects: { a: { x: { $text: '', y: 1 } } } },
      'objects.a.x',
    ],
    ['broken bytes', { ...valid(), board: { x: { $bytes: '???' } } }, 'board.x'],
    ['a known root under others', { ...valid(), others: { board: { $map: {} } } }, 'others.board'],
    ['a root of no type', { ...valid(), others: { z: 4 } }, 'others.z'],
  ])('refuses %s and says where', (_, json, field) => {
    const read = jsonToBoard(json)
    assert(!read.ok, 'the file is refused')
    expect(read.error.map((problem) => problem.field)).toEqual([field])
    expect(read.error[0]?.detail).toMatch(/\.$/)
  })

  it('refuses absurd nesting without overflowing', () => {
    const read = jsonToBoard({ ...valid(), board: { deep } })
    assert(!read.ok, 'the file is refused')
    expect(read.error[0]?.detail).toContain('nested too deeply')
  })
})
