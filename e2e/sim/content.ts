import * as Y from 'yjs'
import { rootsOf } from '../../shared/board/layout.ts'

/** A document's content, clocks and deletions, in an order that doesn't depend on how they came about. */
export function contentOf(doc: Y.Doc): Record<string, string> {
  const content: Record<string, string> = {}
  for (const [name, root] of Object.entries(rootsOf(doc))) {
    for (const [key, value] of root as Y.Map<unknown>) {
      const plain = value instanceof Y.Map ? (value.toJSON() as unknown) : value
      content[`${name}.${key}`] = JSON.stringify(plain, sortKeys)
    }
  }
  for (const [client, clock] of Y.decodeStateVector(Y.encodeStateVector(doc))) {
    content[`clock of ${client}`] = String(clock)
  }
  for (const [client, items] of Y.snapshot(doc).ds.clients) {
    content[`deletes of ${client}`] = items.map(({ clock, len }) => `${clock}+${len}`).join()
  }
  return content
}

const sortKeys = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value

/** Throws, saying where, when two contents are not the same. */
export function sameContent(
  actual: Record<string, string>,
  expected: Record<string, string>,
  what: string,
): void {
  for (const key of new Set([...Object.keys(actual), ...Object.keys(expected)])) {
    if (actual[key] === expected[key]) continue
    throw new Error(`${what} differ in ${key}: ${actual[key]} and ${expected[key]}`)
  }
}

/** Throws when two plain values are not the same. */
export function equal(actual: unknown, expected: unknown, what: string): void {
  const [one, other] = [JSON.stringify(actual), JSON.stringify(expected)]
  if (one !== other) throw new Error(`${what}: ${one}, not ${other}`)
}
