import { isRecord } from '../../shared/record.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { filled } from '../../shared/words/told.ts'
import { Issues, type ImportIssue } from './issue.ts'
import { readJson } from './read-json.ts'
import { MOST_ROWS, tableOf, tooManyRows, type Sources } from './table.ts'

type Values = Map<string, string>

const textOf = (value: unknown): string => {
  if (typeof value === 'string') return value.trim()
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return Array.isArray(value) ? value.map(textOf).filter(Boolean).join('|') : ''
}

const headings: Readonly<Record<string, string>> = { label: 'Label', from: 'From', to: 'To' }

/** An entry’s values by column; a project that Kumu has written keeps them one level down. */
function valuesOf(entry: Record<string, unknown>): Values {
  const { attributes, ...own } = entry
  const all = { ...own, ...(isRecord(attributes) && attributes) }
  const values: Values = new Map()
  for (const [key, value] of Object.entries(all)) {
    if (key === 'id' || key === '_id') continue
    const text = textOf(value)
    if (text !== '') values.set(headings[key.toLowerCase()] ?? key, text)
  }
  return values
}

const idOf = ({ id, _id }: Record<string, unknown>): string => textOf(id ?? _id)

const NOT_KUMU: ImportIssue = {
  field: 'elements',
  detail: 'This is not a Kumu blueprint: it has no list of elements.',
}

/** Reads a Kumu blueprint: its elements are organisations, its connections relationships. */
export function readKumu(bytes: Uint8Array): Result<Sources, readonly ImportIssue[]> {
  const json = readJson(bytes)
  if (!json.ok) return json
  const { elements, connections = [] } = isRecord(json.value) ? json.value : {}
  if (!Array.isArray(elements)) return fail([NOT_KUMU])
  if (!Array.isArray(connections)) {
    return fail([{ field: 'connections', detail: 'The connections are not a list.' }])
  }
  if (elements.length > MOST_ROWS || connections.length > MOST_ROWS) {
    return fail([tooManyRows()])
  }
  const errors = new Issues()
  const labels = new Map<string, string>()
  const ids = new Set<string>()
  const entries = (list: readonly unknown[], name: string) =>
    list.flatMap((entry, i) => {
      const path = `${name}[${i}]`
      if (isRecord(entry)) {
        return [{ path, id: idOf(entry), values: valuesOf(entry) }]
      }
      errors.add({ field: path, detail: 'This is not an object.' })
      return []
    })
  const nodes = entries(elements, 'elements')
  for (const { path, id, values } of nodes) {
    const label = values.get('Label') ?? ''
    if (id !== '' && ids.has(id)) {
      const why = filled('The id “{id}” stands twice.', { id: id.slice(0, 40) })
      errors.add({ field: `${path}.id`, ...why })
    }
    ids.add(id)
    labels.set(label, label)
  }
  // An id wins over a label that happens to be the same.
  for (const { id, values } of nodes) if (id !== '') labels.set(id, values.get('Label') ?? '')
  const ties = entries(connections, 'connections')
  for (const { path, values } of ties) {
    for (const end of ['From', 'To']) {
      const named = values.get(end) ?? ''
      const label = labels.get(named)
      if (label !== undefined) values.set(end, label)
      else if (named !== '') {
        const why = filled('There is no element “{name}”.', { name: named.slice(0, 80) })
        errors.add({ field: `${path}.${end.toLowerCase()}`, ...why })
      }
    }
  }
  if (errors.some) return fail(errors.list())
  const rows = (list: typeof nodes) => list.map(({ path, values }) => ({ path, values }))
  const named = tableOf(['Label'], rows(nodes))
  if (!named.ok) return named
  const joined = tableOf(['From', 'To'], rows(ties))
  if (!joined.ok) return joined
  return ok({
    tables: [
      { name: 'elements', kind: 'organisations', table: named.value },
      { name: 'connections', kind: 'relationships', table: joined.value },
    ],
    notes: [],
  })
}
