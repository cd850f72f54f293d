import type { BoardJson } from '../../shared/board/json.ts'
import { type JsonRecord, type JsonValue } from '../../shared/board/json-values.ts'
import { isRecord } from '../../shared/record.ts'
import { newId } from '../../shared/ids.ts'
import { isKeyed } from '../../shared/objects/fields.ts'
import { definitionOf } from '../../shared/objects/index.ts'

/** Old id → new id, for the objects whose ids are taken. */
export type Renames = ReadonlyMap<string, string>

const entriesOf = (record: JsonRecord): [string, JsonValue][] => Object.entries(record)

/** A value whose meaning is not known, with every string that is a renamed id replaced. */
function replaced(value: JsonValue, renames: Renames): JsonValue {
  if (typeof value === 'string') return renames.get(value) ?? value
  if (Array.isArray(value)) return (value as JsonValue[]).map((item) => replaced(item, renames))
  if (!isRecord(value)) return value
  return Object.fromEntries(entriesOf(value).map(([key, item]) => [key, replaced(item, renames)]))
}

/** A map by object id, nested or plain, with the ids that are renamed. */
function rekeyed(value: JsonValue, renames: Renames): JsonValue {
  if (!isRecord(value)) return value
  const map = value['$map']
  if (map !== undefined) return { $map: rekeyed(map, renames) }
  return renamedKeys(
    value,
    (id) => renames.get(id) ?? id,
    (item) => item,
  )
}

function renamedObject(value: JsonValue, renames: Renames): JsonValue {
  if (!isRecord(value)) return value
  const { type } = value
  const fields = (typeof type === 'string' && definitionOf(type)?.fields) || {}
  return Object.fromEntries(
    entriesOf(value).map(([key, item]) => {
      const field = fields[key]
      if (isKeyed(field)) return [key, rekeyed(item, renames)]
      const kind = field?.kind
      // Words that happen to equal an id stay words; only what refers to objects, or may do so, is changed.
      const refers =
        key === 'frame' ||
        kind === 'reference' ||
        kind === 'references' ||
        (kind === undefined && key !== 'type')
      return [key, refers ? replaced(item, renames) : item]
    }),
  )
}

const renamedKeys = (
  record: JsonRecord,
  rename: (key: string) => string,
  each: (value: JsonValue) => JsonValue,
): JsonRecord =>
  Object.fromEntries(entriesOf(record).map(([key, value]) => [rename(key), each(value)]))

interface Taken {
  objects: (id: string) => boolean
  readings: (id: string) => boolean
  comments: (id: string) => boolean
}

/** The file with new ids for everything whose id is taken on the board, and all references following them. */
export function renameIds(json: BoardJson, taken: Taken): BoardJson {
  const renames = new Map(
    Object.keys(json.objects)
      .filter((id) => taken.objects(id))
      .map((id) => [id, newId()]),
  )
  const comments = new Map(
    Object.keys(json.comments)
      .filter((id) => taken.comments(id))
      .map((id) => [id, newId()]),
  )
  const all = new Map([...renames, ...comments])
  // A reading of the open mode is named after its relationship, so that a later one of the same day replaces it.
  const readingKey = (key: string): string => {
    const [relationship = '', ...rest] = key.split('.')
    const renamed = renames.get(relationship)
    const wanted = renamed === undefined ? key : [renamed, ...rest].join('.')
    return taken.readings(wanted) ? newId() : wanted
  }
  return {
    ...json,
    objects: renamedKeys(
      json.objects,
      (id) => renames.get(id) ?? id,
      (value) => renamedObject(value, renames),
    ),
    readings: renamedKeys(json.readings, readingKey, (value) => {
      if (!isRecord(value)) return value
      const reading = value
      return { ...reading, relationship: replaced(reading['relationship'] ?? null, renames) }
    }),
    comments: renamedKeys(
      json.comments,
      (id) => comments.get(id) ?? id,
      (value) => replaced(value, all),
    ),
  }
}
