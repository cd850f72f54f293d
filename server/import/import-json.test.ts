import { describe, expect, test } from 'vitest'
import * as prng from 'lib0/prng'
import * as Y from 'yjs'
import { addObjects } from '../../shared/board/commands.ts'
import { boardToJson } from '../../shared/board/json.ts'
import { viewOf } from '../../shared/board/view.ts'
import { endsOf } from '../../shared/draw/tie-settings.ts'
import { tieValue } from '../../shared/measures/tie.ts'
import { buildBoard } from '../../shared/templates/build.ts'
import { templates } from '../../shared/templates/list.ts'
import { boxOf, intersects } from '../../shared/geometry.ts'
import type { ImportFile } from './import.ts'
import { bytesOf, imported, read } from './test-import.ts'

const csv = (doc: Y.Doc, text: string) => imported('csv', text, {}, doc)

describe('Rapport JSON', () => {
  const file = (doc: Y.Doc): Uint8Array => bytesOf(JSON.stringify(boardToJson(doc)))
  const boards = templates.map(({ id }) => id)

  function built(template: string): Y.Doc {
    const made = buildBoard({
      title: 'Winter plan',
      template,
      organisations: [
        { name: 'Council', sector: 'public' },
        { name: 'Mind', sector: 'voluntary' },
      ],
    })
    if (!made.ok) throw new Error(made.error.detail)
    const doc = new Y.Doc()
    Y.applyUpdate(doc, made.value)
    return doc
  }

  test.each(boards)('the template “%s” comes back exactly as it was', (template) => {
    const doc = built(template)
    csv(doc, 'From,To,Trust\nCouncil,Mind,4\nMind,Council,2\n')
    const contact = csv(doc, 'From,To,Contact\nCouncil,Mind,2\nMind,Council,1\n')
    expect(contact.summary).toMatchObject({ relationships: 0, contacts: 2, levels: 0 })
    csv(doc, 'From,To,Level\nCouncil,Mind,3\n')
    const sides = { contacts: 2, levels: 1 }
    const copy = new Y.Doc()
    const summary = imported('json', file(doc), {}, copy).summary
    expect(boardToJson(copy)).toEqual(boardToJson(doc))
    expect(summary).toMatchObject({ organisations: 2, relationships: 1, readings: 2, ...sides })
  })

  test('what has a taken id gets a new one, and everything that refers to it follows', () => {
    const doc = built('right-relationships')
    csv(doc, 'From,To,Trust\nCouncil,Mind,4\n')
    const before = boardToJson(doc)
    imported('json', file(doc), {}, doc)
    const after = boardToJson(doc)
    expect(after.objects).toMatchObject(before.objects)
    const added = Object.entries(after.objects).filter(([id]) => !(id in before.objects))
    expect(added).toHaveLength(Object.keys(before.objects).length)

    const view = viewOf(doc)
    const fresh = new Set(added.map(([id]) => id))
    const objects = view.objects.filter(({ id }) => fresh.has(id))
    const references = objects
      .flatMap((o) => [o.frame, ...(endsOf(o) ?? [])])
      .filter((id) => id !== undefined)
    expect(references.length).toBeGreaterThan(1)
    expect(references.filter((id) => !fresh.has(id))).toEqual([])
    const tie = objects.find((object) => object.type === 'relationship')!
    expect(tieValue(tie, 'from', view) ?? tieValue(tie, 'to', view)).toBe(4)

    const boxes = (ids: (id: string) => boolean) =>
      view.objects.filter((o) => !endsOf(o) && ids(o.id)).map((o) => boxOf(o.at, o.size))
    const old = boxes((id) => !fresh.has(id))
    expect(boxes((id) => fresh.has(id)).filter((a) => old.some((b) => intersects(a, b)))).toEqual(
      [],
    )
  })

  test.each([
    ['broken JSON', '{\n  "format": "rapport-board",\n  oops', { line: 3 }],
    ['another kind of file', '{"elements": []}', { field: 'format' }],
    ['a newer version', '{"format": "rapport-board", "schema": 99}', { field: 'schema' }],
    [
      'objects that are none',
      '{"format": "rapport-board", "schema": 1, "objects": {"a": 5}}',
      { field: 'objects.a' },
    ],
  ])('%s is refused with its place', (_, text, place) => {
    const found = read(bytesOf(text), 'json')
    expect(found.ok ? [] : found.error).toEqual([expect.objectContaining(place)])
  })

  test('an order key that makes no sense does not get in the way of what comes after it', () => {
    const doc = new Y.Doc()
    const order =
      '{"format":"rapport-board","schema":1,"objects":{"a":{"type":"note","order":"~~ no key"}}}'
    imported('json', order, {}, doc)
    addObjects(doc, [{ type: 'note', at: [0, 0] }], 'test')
    csv(doc, 'From,To,Trust\nA,B,4\n')
    expect(
      viewOf(doc)
        .objects.map((object) => object.type)
        .sort(),
    ).toEqual(['note', 'note', 'organisation', 'organisation', 'relationship'])
  })
})

describe('random files', () => {
  /** Changes, drops and repeats random pieces of a file. */
  function mutated(source: Uint8Array, random: prng.PRNG): Uint8Array {
    let result = [...source]
    for (let n = prng.uint32(random, 1, 6); n > 0; n--) {
      const at = prng.uint32(random, 0, result.length)
      const some = result.slice(at, at + prng.uint32(random, 1, 40))
      const kind = prng.uint32(random, 0, 3)
      if (kind === 0) result.splice(at, some.length)
      else if (kind === 1) result.splice(at, 0, ...some)
      else if (kind === 2) result.splice(at, 1, prng.uint32(random, 0, 255))
      else
        result.splice(
          at,
          1,
          ...bytesOf(
            prng.oneOf(random, [',', '"', '\n', '{', ']', 'null', '-1', '\u0000', '$map']),
          ),
        )
    }
    return Uint8Array.from(result)
  }

  const sources = (): [ImportFile['format'], Uint8Array][] => {
    const doc = new Y.Doc()
    csv(doc, 'From,To,Trust\nCouncil,Mind,4\nMind,Council,2\nMind,"Police, fire",1\n')
    return [
      ['json', bytesOf(JSON.stringify(boardToJson(doc)))],
      [
        'csv',
        bytesOf(
          'From;To;Frequency\r\nCouncil;Mind;4\r\nMind;Council;2\r\nMind;"Police; fire";1\r\n',
        ),
      ],
    ]
  }

  test.each(sources())('%s never throws and is never half applied', (format, source) => {
    const random = prng.create(20_260_304)
    const start = new Y.Doc()
    csv(start, 'From,To,Trust\nA,B,4\n')
    const before = boardToJson(start)
    const state = Y.encodeStateAsUpdate(start)
    let taken = 0
    for (let i = 0; i < 300; i++) {
      const doc = new Y.Doc()
      Y.applyUpdate(doc, state)
      let updates = 0
      doc.on('update', () => (updates += 1))
      const found = read(mutated(source, random), format)
      const applied = found.ok ? found.value.apply(doc, 'test') : found
      if (applied.ok) {
        taken += 1
        expect(updates).toBeLessThanOrEqual(1)
        expect(viewOf(doc).objects.length).toBeGreaterThanOrEqual(3)
      } else {
        expect(applied.error.length).toBeGreaterThan(0)
        expect(boardToJson(doc)).toEqual(before)
      }
      doc.destroy()
    }
    expect(taken).toBeGreaterThan(5)
    expect(taken).toBeLessThan(295)
  })
})
