import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { inOrder, type Struct } from './struct-order.ts'

const item = (client: number, clock: number, origin: Y.ID | null): Struct =>
  new Y.Item(
    new Y.ID(client, clock),
    null,
    origin,
    null,
    null,
    null,
    null,
    new Y.ContentString('x'),
  )
const namesOf = (structs: Iterable<Struct>): string[] =>
  [...structs].map(({ id }) => `${id.client}.${id.clock}`)
const nothing = (client: number): number => (client < 10 ? 0 : Infinity)

test('what two people wrote in turns comes in turns', () => {
  const length = 2_000
  const structs = [2, 1].flatMap((client) =>
    Array.from({ length }, (_, clock) => {
      if (client === 2) return item(2, clock, new Y.ID(1, clock))
      return item(1, clock, clock === 0 ? new Y.ID(10, 7) : new Y.ID(2, clock - 1))
    }),
  )
  expect(namesOf(inOrder(structs, nothing))).toEqual(
    Array.from({ length }, (_, clock) => [`1.${clock}`, `2.${clock}`]).flat(),
  )
})

test('what leans on itself, on what comes later or never, is left out with all that leans on it', () => {
  const structs = [
    item(3, 0, new Y.ID(3, 0)),
    item(2, 0, null),
    item(2, 1, new Y.ID(1, 5)),
    item(2, 2, null),
    item(1, 0, new Y.ID(2, 1)),
  ]
  expect(namesOf(inOrder(structs, nothing))).toEqual(['2.0'])
})

test('what is known already leans on nothing', () => {
  const structs = [item(1, 0, new Y.ID(1, 9)), item(1, 1, new Y.ID(1, 0))]
  expect(namesOf(inOrder(structs, (client) => (client === 1 ? 1 : Infinity)))).toEqual([
    '1.0',
    '1.1',
  ])
})
