import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { addObjects } from '../board/commands.ts'
import { rootsOf } from '../board/layout.ts'
import { plain, readObject, type BoardObject } from '../board/object.ts'
import type { DrawContext } from '../draw/context.ts'
import type { DrawItem } from '../draw/items.ts'
import { sceneOf } from '../draw/scene.ts'
import { svgOf } from '../draw/svg.ts'
import { tokens } from '../look/palette.ts'
import { sectors } from '../protocol/http.ts'
import { readAs, type ObjectDefinition } from './define.ts'
import type { Field } from './fields.ts'
import { definitionOf, definitions } from './index.ts'
import { organisation } from './organisation.ts'
import { drawUnknown } from './unknown.ts'
import { inEnglish } from '../words/words.ts'

const ends: readonly BoardObject[] = ['a', 'b'].map((id, i) => ({
  id,
  type: 'organisation',
  at: [i * 600, 0],
  size: [224, 88],
  order: 'a0',
  frame: undefined,
  fields: { name: id },
}))

const contextOf = (objects: readonly BoardObject[]): DrawContext => ({
  object: (id) => objects.find((object) => object.id === id),
  say: inEnglish,
  reading: () => undefined,
  tieMeasure: 'trust',
})

const nonsense: readonly unknown[] = [
  null,
  -1,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  1e300,
  true,
  '',
  'x'.repeat(5_000),
  '\u0000\ud800<&>',
  '👩‍👩‍👧'.repeat(40),
  'שלום עולם',
  [],
  [null, 3, 'x'],
  {},
  { a: '2026-02-31', b: 1e9, c: -4, __proto__: 50 },
  { from: null, to: 4 },
  { from: { mode: 7, contact: 'x', evidence: [] }, to: [] },
]

const sizes: readonly (readonly [number, number])[] = [
  [1, 1],
  [3, 400],
  [400, 3],
  [1_000_000, 1_000_000],
]

const numbersOf = (item: DrawItem): number[] => [
  ...Object.values(item).filter((value) => typeof value === 'number'),
  ...(item.kind === 'path'
    ? (item.d.match(/[^\sMLCQZ]+/g) ?? []).map(Number)
    : item.kind === 'text'
      ? []
      : [item.width, item.height]),
]

const samples: Record<Field['kind'], unknown> = {
  text: 'Some words',
  line: 'One line',
  choice: 'no such choice',
  scale: 2,
  list: ['one', 'two'],
  date: '2026-04-01',
  angle: 30,
  flag: true,
  reference: 'a',
  references: ['a', 'b'],
  shares: { a: 60, b: 40 },
  signatures: { a: '2026-04-01' },
  ends: { from: { contact: 2 }, to: { contact: 4 } },
}

const objectOf = (
  definition: ObjectDefinition,
  fields: Record<string, unknown>,
  size = definition.size,
): BoardObject => ({
  id: 'x',
  type: definition.type,
  at: [0, 0],
  size,
  order: 'a0',
  frame: undefined,
  fields,
})

describe('the list of object types', () => {
  test('gives no type, key or name twice', () => {
    const unique = (list: readonly string[]) => expect(new Set(list).size).toBe(list.length)
    unique(definitions.map((d) => d.type))
    unique(definitions.flatMap((d) => d.key ?? []))
    unique(definitions.flatMap((d) => [d.name.one, d.name.many]))
    for (const { key } of definitions) if (key !== undefined) expect(key).toMatch(/^[a-z]$/)
  })

  test('does not know what nobody registered', () => {
    expect(definitionOf('hologram')).toBeUndefined()
    expect(definitionOf('constructor')).toBeUndefined()
  })
})

describe.each(definitions.map((d) => [d.type, d] as const))('%s', (_, definition) => {
  const isLink = definition.place === 'link'
  const linked = isLink ? { from: 'a', to: 'b' } : {}

  test('names fields that it has', () => {
    const keys = Object.keys(definition.fields)
    expect(keys).toContain(definition.title)
    for (const key of [...(definition.register ?? []), ...(definition.sheet ?? [])])
      expect(keys).toContain(key)
    for (const field of Object.values(definition.fields)) expect(field.label).not.toBe('')
  })

  test('keeps no field where every object keeps something of its own', () => {
    const map = new Y.Map<unknown>()
    new Y.Doc().getMap('objects').set('x', map)
    const keys = Object.keys(definition.fields)
    for (const key of keys) map.set(key, 'a field')
    expect(Object.keys(readObject('x', map).fields).toSorted()).toEqual(keys.toSorted())
    for (const key of ['id', 'group', 'furniture', 'locked']) expect(keys).not.toContain(key)
  })

  test('offers choices that hold their default, and references that exist', () => {
    for (const field of Object.values(definition.fields)) {
      if (field.kind === 'choice') {
        expect(field.options.map((option) => option.value)).toContain(field.default)
      }
      if ('types' in field) {
        for (const type of field.types) expect(definitionOf(type)).toBeDefined()
      }
    }
  })

  test('looks from far off as it does from close by, without its words', () => {
    const fields: Record<string, unknown> = { ...linked }
    for (const [key, { kind }] of Object.entries(definition.fields)) fields[key] ??= samples[kind]
    const context = contextOf(ends)
    const near = definition.draw(objectOf(definition, fields), context)
    const far = (definition.drawFar ?? definition.draw)(objectOf(definition, fields), context)
    expect(far.length).toBeGreaterThan(0)
    if (!definition.drawFar) return
    expect(far.map(({ kind }) => kind)).not.toContain('text')
    const look = ({ kind, ...item }: DrawItem) =>
      kind === 'path' ? { ...item, d: undefined, points: undefined } : item
    // A line that goes on to where its arrow's head would begin is longer.
    for (const item of far) expect(near.map(look)).toContainEqual(look(item))
  })

  test('reads a default for every field of an empty object', () => {
    const { values } = readAs(definition, objectOf(definition, {}))
    expect(Object.keys(values)).toEqual(Object.keys(definition.fields))
    for (const [key, field] of Object.entries(definition.fields)) {
      const mayBeUnset = ['scale', 'date', 'reference'].includes(field.kind)
      if (!mayBeUnset) expect({ key, value: values[key] }).not.toEqual({ key, value: undefined })
    }
  })

  test('draws something in known colours when it is new, and something else when it is filled in', () => {
    const filled = Object.fromEntries(
      Object.entries(definition.fields).map(([key, field]) => [key, samples[field.kind]]),
    )
    const context = contextOf(ends)
    const fresh = definition.draw(objectOf(definition, linked), context)
    expect(fresh.length).toBeGreaterThan(definition.type === 'text' ? -1 : 0)
    expect(definition.draw(objectOf(definition, { ...filled, ...linked }), context)).not.toEqual(
      fresh,
    )
    for (const item of fresh.flatMap((one) => (one.kind === 'image' ? one.instead : one))) {
      for (const token of [item.fill, item.kind === 'text' ? undefined : item.stroke]) {
        if (token !== undefined) expect(tokens).toContain(token)
      }
    }
  })

  test('draws finite numbers whatever the document holds', () => {
    const bad: BoardObject[] = []
    for (const value of nonsense) {
      const all = Object.fromEntries(Object.keys(definition.fields).map((key) => [key, value]))
      for (const size of [definition.size, ...sizes]) {
        bad.push(objectOf(definition, all, size), objectOf(definition, { ...all, ...linked }, size))
      }
    }
    for (const object of bad) {
      const context = contextOf([...ends, object])
      for (const item of definition.draw(object, context)) {
        expect(numbersOf(item).every(Number.isFinite) ? undefined : item).toBeUndefined()
      }
      const bounds = definition.bounds?.(object, context)
      if (bounds) expect(Object.values(bounds).every(Number.isFinite)).toBe(true)
      definition.touches?.(object, context, [Number.NaN, 1e300], 4)
      expect(svgOf(sceneOf([...ends, object], context), { theme: 'light' })).not.toMatch(
        /NaN|Infinity|undefined/,
      )
    }
  })

  test('keeps fields that it does not know through the document and back', () => {
    const doc = new Y.Doc()
    const fromLater = { pressure: { shared: false, steps: [1, 2] } }
    const [id] = addObjects(
      doc,
      [{ type: definition.type, at: [1, 2], fields: { ...linked, ...fromLater } }],
      'test',
    )
    const copy = new Y.Doc()
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
    const object = readObject(id!, rootsOf(copy).objects.get(id!)!)
    expect(object.fields).toMatchObject(fromLater)
    expect(plain(rootsOf(copy).objects.get(id!)!.get('pressure'))).toEqual(fromLater.pressure)
  })
})

test('an organisation can have each sector that a board can be created with', () => {
  const { sector } = organisation.fields
  expect(sector.options.map((option) => option.value)).toEqual(sectors)
})

test('an object of an unknown type is drawn as a place of its size', () => {
  const [ground] = drawUnknown(
    { ...objectOf(definitions[0]!, {}, [120, 80]), type: 'hologram' },
    { say: inEnglish },
  )
  expect(ground).toMatchObject({ kind: 'rect', width: 120, height: 80 })
})

test('a connector joins any two objects that have a box of their own', () => {
  const boxes = definitions.filter(({ place }) => place !== 'link').map(({ type }) => type)
  const { from, to } = definitionOf('connector')!.fields
  for (const field of [from, to]) {
    expect(field?.kind === 'reference' ? field.types.toSorted() : []).toEqual(boxes.toSorted())
  }
})
