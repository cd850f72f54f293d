import * as Y from 'yjs'
import { fail, ok, type Result } from '../result.ts'
import {
  decodeInto,
  decodeRoot,
  decodeValue,
  encodeEntries,
  encodeMap,
  encodeValue,
  UnreadableValue,
  type JsonRecord,
  type JsonValue,
} from './json-values.ts'
import { isRecord } from '../record.ts'
import { rootsOf, SCHEMA_VERSION, type BoardRoots } from './layout.ts'
import type { Told } from '../protocol/told.ts'
import { filled } from '../words/told.ts'

/** The value of `format` in every board file. */
export const BOARD_FORMAT = 'rapport-board'

const rootNames = [
  'board',
  'objects',
  'readings',
  'comments',
] as const satisfies readonly (keyof BoardRoots)[]

/** A whole board as JSON: each root by its name, entries in the order of their keys, nothing left out. */
export interface BoardJson {
  format: typeof BOARD_FORMAT
  /** version of the document's shape; a reader refuses what is newer than it knows */
  schema: number
  board: JsonRecord
  /** an object's id → its fields; an entry that is no Y.Map in the document stands under `$value` */
  objects: JsonRecord
  readings: JsonRecord
  comments: JsonRecord
  /** root types that this version doesn't know */
  others?: JsonRecord
  /** pictures by their ids, each with its `type` and its bytes in base64 as `data` */
  images?: JsonRecord
}

/** Something in a file that keeps it from being read: where, and a sentence to show. */
export interface JsonProblem extends Told {
  field: string
}

const copyOf = (doc: Y.Doc): Y.Doc => {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}

// The type of a root that nobody has asked for yet is not known; its content tells it: entries by key make a map,
// characters a text, anything else a list. Asking fixes the type, so each question goes to a copy of its own.
function othersOf(doc: Y.Doc): JsonRecord {
  const names = [...doc.share.keys()].filter((name) => !rootNames.some((known) => known === name))
  if (names.length === 0) return {}
  const probe = copyOf(doc)
  const lists = copyOf(doc)
  const entries: [string, JsonValue][] = []
  for (const name of names.sort()) {
    const text = probe.getText(name)
    const keyed = Object.entries(text.getAttributes())
    const ops = text.toDelta() as { insert: unknown }[]
    if (keyed.length > 0) entries.push([name, { $map: encodeEntries(keyed) }])
    else if (ops.some((op) => typeof op.insert === 'string'))
      entries.push([name, encodeValue(text)])
    else if (text.length > 0) entries.push([name, encodeValue(lists.getArray(name))])
  }
  probe.destroy()
  lists.destroy()
  return Object.fromEntries(entries)
}

/** The whole document as JSON without loss, unknown fields, types and Y.Text included; equal documents give equal JSON. */
export function boardToJson(doc: Y.Doc): BoardJson {
  const roots = rootsOf(doc)
  const schema = roots.board.get('schema')
  const entries = (root: Y.Map<unknown>): JsonRecord => {
    const written = encodeMap(root)
    return Object.fromEntries(
      Object.entries(written).map(([key, value]) => {
        const fields = (value as { $map?: JsonRecord } | null)?.$map
        return [key, fields && !('$value' in fields) ? fields : { $value: value }]
      }),
    )
  }
  const others = othersOf(doc)
  return {
    format: BOARD_FORMAT,
    schema: typeof schema === 'number' ? schema : SCHEMA_VERSION,
    board: encodeMap(roots.board),
    objects: entries(roots.objects as Y.Map<unknown>),
    readings: encodeMap(roots.readings),
    comments: encodeMap(roots.comments),
    ...(Object.keys(others).length > 0 && { others }),
  }
}

function fill(doc: Y.Doc, file: Record<string, unknown>): void {
  const roots = rootsOf(doc)
  for (const name of ['board', 'readings', 'comments'] as const) {
    decodeInto(roots[name], file[name] ?? {}, name)
  }
  const objects = roots.objects as Y.Map<unknown>
  if (!isRecord(file['objects'])) throw new UnreadableValue('objects', 'The objects are missing.')
  for (const [id, value] of Object.entries(file['objects'])) {
    const path = `objects.${id}`
    if (!isRecord(value)) throw new UnreadableValue(path, 'An object was expected here.')
    const entry = '$value' in value ? value['$value'] : { $map: value }
    objects.set(id, decodeValue(entry, path))
  }
  const others = file['others'] ?? {}
  if (!isRecord(others)) throw new UnreadableValue('others', 'An object was expected here.')
  for (const [name, value] of Object.entries(others)) {
    const path = `others.${name}`
    if (rootNames.some((known) => known === name)) {
      throw new UnreadableValue(path, 'This root can’t stand under “others”.')
    }
    decodeRoot(doc, name, value, path)
  }
}

/** A new document out of a board's JSON, or every reason why not; a half-read document is never returned. */
export function jsonToBoard(json: unknown): Result<Y.Doc, JsonProblem[]> {
  if (!isRecord(json) || json['format'] !== BOARD_FORMAT) {
    return fail([{ field: 'format', detail: 'This is not a Rapport board file.' }])
  }
  const { schema } = json
  if (typeof schema !== 'number' || !Number.isInteger(schema) || schema < 1) {
    return fail([{ field: 'schema', detail: 'The file doesn’t say which version it is.' }])
  }
  if (schema > SCHEMA_VERSION) {
    return fail([
      {
        field: 'schema',
        ...filled(
          'The file was written by a newer Rapport (version {theirs} of the board; this one reads up to {ours}).',
          { theirs: schema, ours: SCHEMA_VERSION },
        ),
      },
    ])
  }
  const doc = new Y.Doc()
  try {
    doc.transact(() => fill(doc, json))
  } catch (error) {
    doc.destroy()
    if (error instanceof UnreadableValue) {
      return fail([{ field: error.path, ...error.why }])
    }
    throw error
  }
  return ok(doc)
}
