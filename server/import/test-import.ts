import { readFileSync } from 'node:fs'
import * as Y from 'yjs'
import type { BoardObject } from '../../shared/board/object.ts'
import { dimensions, type End } from '../../shared/board/readings.ts'
import { viewOf } from '../../shared/board/view.ts'
import { endsOf } from '../../shared/draw/tie-settings.ts'
import { importFile, type ImportFile, type ImportIssue, type ImportOptions } from './import.ts'

/** The moment of every import in tests. */
export const NOW = '2026-03-04T10:00:00.000Z'

/** Text as the bytes of a file. */
export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

/** A file from `fixtures/`. */
export const fixture = (name: string): Uint8Array =>
  readFileSync(new URL(`fixtures/${name}`, import.meta.url))

/** Reads a file at the moment of every import. */
export function read(
  file: Uint8Array,
  format: ImportFile['format'],
  options: Partial<ImportOptions> = {},
) {
  return importFile({ format, bytes: file, options: { now: NOW, ...options } })
}

/** Imports into `doc`, or into a new board; fails the test when it is refused. */
export function imported(
  format: ImportFile['format'],
  file: string | Uint8Array,
  options: Partial<ImportOptions> = {},
  doc: Y.Doc = new Y.Doc(),
) {
  const found = read(typeof file === 'string' ? bytesOf(file) : file, format, options)
  const applied = found.ok ? found.value.apply(doc, 'test') : found
  if (!applied.ok) throw new Error(JSON.stringify(applied.error))
  return {
    doc,
    summary: applied.value,
    get map() {
      return mapOf(doc)
    },
  }
}

/** Why a file is refused; empty when it isn't. */
export function refusal(
  format: ImportFile['format'],
  file: string | Uint8Array,
  options: Partial<ImportOptions> = {},
): readonly ImportIssue[] {
  const found = read(typeof file === 'string' ? bytesOf(file) : file, format, options)
  return found.ok ? [] : found.error
}

const known = (fields: Readonly<Record<string, unknown>>, without: readonly string[]) =>
  Object.fromEntries(
    Object.entries(fields).filter(
      ([key, value]) =>
        !without.includes(key) &&
        value !== '' &&
        value !== undefined &&
        value !== 'unsaid' &&
        !(Array.isArray(value) && value.length === 0),
    ),
  )

/** What a board says of its organisations and of each side of their relationships, without ids and places. */
export function mapOf(doc: Y.Doc) {
  const view = viewOf(doc)
  const nameOf = (id: string): string => String(view.object(id)?.fields['name'])
  const organisations = view.objects.filter(({ type }) => type === 'organisation')
  const side = (tie: BoardObject, end: End) => {
    const ends = tie.fields['ends'] as Record<End, Record<string, unknown>>
    const reading = view.reading(tie.id, end)
    const trust = Object.fromEntries(
      [...dimensions, 'overall' as const].flatMap((key) =>
        reading?.[key] === undefined ? [] : [[key, reading[key]]],
      ),
    )
    return { trust, ...known(ends[end], []) }
  }
  return {
    organisations: Object.fromEntries(
      organisations.map(({ fields }) => [
        String(fields['name']),
        known(fields, ['name', 'colour']),
      ]),
    ),
    ties: view.objects
      .flatMap((tie) => {
        const pair = tie.type === 'relationship' ? endsOf(tie) : undefined
        if (!pair) return []
        const sides = pair.map((id, i) => [nameOf(id), side(tie, i === 0 ? 'from' : 'to')] as const)
        return [{ sides: Object.fromEntries(sides), ...known(tie.fields, ['from', 'to', 'ends']) }]
      })
      .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
  }
}
