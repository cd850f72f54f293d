import { fromBase64, toBase64 } from 'lib0/buffer'
import * as Y from 'yjs'
import type { Told } from '../protocol/told.ts'
import { filled } from '../words/told.ts'
import { isRecord } from '../record.ts'

/**
 * How a document value is written in a board's JSON. Plain JSON stands for itself; what JSON has no word for is an
 * object with one key that begins with `$`: `$text`, `$map`, `$array`, `$bytes`, `$number`, `$bigint`, `$undefined`.
 * A plain object that has such a key itself is wrapped in `$plain`.
 */
export type JsonValue =
  | null
  | boolean
  | number
  | string
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue }

/** An object of a board's JSON: key → value. */
export type JsonRecord = { readonly [key: string]: JsonValue }

/** Nesting beyond this is refused on reading: nothing that Rapport writes comes near it. */
const MAX_DEPTH = 64

const byKey = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
  a < b ? -1 : a > b ? 1 : 0

/** Keyed values in the order of their keys, each written as JSON. */
export const encodeEntries = (entries: readonly [string, unknown][]): JsonRecord =>
  Object.fromEntries([...entries].sort(byKey).map(([key, value]) => [key, encodeValue(value)]))

/** The entries of a Y.Map as `encodeEntries` writes them. */
export const encodeMap = (map: Y.Map<unknown>): JsonRecord => encodeEntries([...map.entries()])

interface Op {
  insert: unknown
  attributes?: Record<string, unknown>
}

function encodeText(text: Y.Text): JsonValue {
  const ops = text.toDelta() as Op[]
  if (ops.every((op) => typeof op.insert === 'string' && !op.attributes)) return text.toJSON()
  return ops.map(({ insert, attributes }) => ({
    insert: encodeValue(insert),
    ...(attributes && { attributes: encodeValue(attributes) }),
  }))
}

/** Any value of a Yjs document as JSON, nothing lost; XML types and subdocuments, which no board has, become null. */
export function encodeValue(value: unknown): JsonValue {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value
    case 'number':
      // JSON has no minus zero, no infinities, no NaN.
      if (Object.is(value, -0)) return { $number: '-0' }
      return Number.isFinite(value) ? value : { $number: String(value) }
    case 'bigint':
      return { $bigint: String(value) }
    case 'undefined':
      return { $undefined: true }
    default:
  }
  if (value instanceof Y.Text) return { $text: encodeText(value) }
  if (value instanceof Y.Map) return { $map: encodeMap(value as Y.Map<unknown>) }
  if (value instanceof Y.Array) return { $array: value.toArray().map(encodeValue) }
  if (value instanceof Uint8Array) return { $bytes: toBase64(value) }
  if (value instanceof Y.AbstractType || value instanceof Y.Doc) return null
  if (Array.isArray(value)) return value.map(encodeValue)
  if (!isRecord(value)) return null
  const plain = Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, encodeValue(item)]),
  )
  return Object.keys(plain).some((key) => key.startsWith('$')) ? { $plain: plain } : plain
}

/** Why a value can't be read; `path` is where, as in `objects.k3….text`. */
export class UnreadableValue extends Error {
  readonly path: string
  readonly why: Told
  constructor(path: string, why: string | Told) {
    const sentence = typeof why === 'string' ? { detail: why } : why
    super(sentence.detail)
    this.path = path
    this.why = sentence
  }
}

const record = (value: unknown, path: string): Record<string, unknown> => {
  if (!isRecord(value)) throw new UnreadableValue(path, 'An object was expected here.')
  return value
}

const list = (value: unknown, path: string): unknown[] => {
  if (!Array.isArray(value)) throw new UnreadableValue(path, 'A list was expected here.')
  return value
}

/** Writes text, plain or with formats, into an empty `text`; throws `UnreadableValue`. */
function decodeIntoText(text: Y.Text, value: unknown, path: string, depth: number): void {
  if (typeof value === 'string') {
    text.insert(0, value)
    return
  }
  text.applyDelta(
    list(value, path).map((op, index) => {
      const { insert, attributes } = record(op, `${path}.${index}`)
      return {
        insert: decodeValue(insert, `${path}.${index}`, depth),
        ...(attributes !== undefined && {
          attributes: decodePlain(attributes, `${path}.${index}`, depth),
        }),
      }
    }),
  )
}

/** Puts the entries of a JSON object into `map`; throws `UnreadableValue`. */
export function decodeInto(map: Y.Map<unknown>, value: unknown, path: string, depth = 0): void {
  for (const [key, item] of Object.entries(record(value, path))) {
    map.set(key, decodeValue(item, `${path}.${key}`, depth + 1))
  }
}

function arrayOf(items: unknown[]): Y.Array<unknown> {
  const array = new Y.Array<unknown>()
  array.push(items)
  return array
}

function decodePlain(value: unknown, path: string, depth: number): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(record(value, path)).map(([key, item]) => [
      key,
      decodeValue(item, `${path}.${key}`, depth + 1),
    ]),
  )
}

function decodeMarked(mark: string, value: unknown, path: string, depth: number): unknown {
  switch (mark) {
    case '$plain':
      return decodePlain(value, path, depth)
    case '$text': {
      const text = new Y.Text()
      decodeIntoText(text, value, path, depth + 1)
      return text
    }
    case '$map': {
      const map = new Y.Map<unknown>()
      decodeInto(map, value, path, depth)
      return map
    }
    case '$array':
      return arrayOf(
        list(value, path).map((item, i) => decodeValue(item, `${path}.${i}`, depth + 1)),
      )
    case '$undefined':
      return undefined
    default:
  }
  if (typeof value === 'string') {
    if (mark === '$number' && ['-0', 'NaN', 'Infinity', '-Infinity'].includes(value)) {
      return Number(value)
    }
    if (mark === '$bigint' && /^-?\d{1,19}$/.test(value)) return BigInt(value)
    if (mark === '$bytes' && /^[A-Za-z0-9+/]*={0,2}$/.test(value) && value.length % 4 === 0) {
      return fromBase64(value)
    }
  }
  throw new UnreadableValue(path, filled('“{mark}” can’t be read here.', { mark }))
}

/** What `encodeValue` wrote, as a document value; throws `UnreadableValue` with the path of what it can't read. */
export function decodeValue(value: unknown, path: string, depth = 0): unknown {
  if (depth > MAX_DEPTH) throw new UnreadableValue(path, 'The file is nested too deeply.')
  if (Array.isArray(value)) {
    return value.map((item, index) => decodeValue(item, `${path}.${index}`, depth + 1))
  }
  if (!isRecord(value)) return value
  const mark = Object.keys(value).find((key) => key.startsWith('$'))
  if (mark === undefined) return decodePlain(value, path, depth)
  if (Object.keys(value).length > 1) {
    throw new UnreadableValue(path, filled('“{mark}” can’t stand beside other keys.', { mark }))
  }
  return decodeMarked(mark, value[mark], path, depth)
}

/** Writes what `encodeValue` gave for a root back into that root of `doc`; throws `UnreadableValue`. */
export function decodeRoot(doc: Y.Doc, name: string, value: unknown, path: string): void {
  const { $text, $map, $array } = record(value, path)
  if ($text !== undefined) decodeIntoText(doc.getText(name), $text, path, 1)
  else if ($map !== undefined) decodeInto(doc.getMap(name), $map, path)
  else if ($array !== undefined) {
    doc
      .getArray<unknown>(name)
      .push(list($array, path).map((item, i) => decodeValue(item, `${path}.${i}`, 1)))
  } else throw new UnreadableValue(path, 'A text, map or list was expected here.')
}
