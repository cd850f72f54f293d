import { endsOf } from '../../shared/draw/tie-settings.ts'
import type { BoardObject } from '../../shared/board/object.ts'
import { dimensions } from '../../shared/board/readings.ts'
import type { BoardView } from '../../shared/board/view.ts'
import { definitions } from '../../shared/objects/index.ts'
import { readField, type Field } from '../../shared/objects/fields.ts'
import { columnsOf, fieldWords, titleOf } from '../../shared/paper/compose-registers.ts'
import { dimensionNames } from '../../shared/paper/compose-ties.ts'
import { clean } from '../../shared/paper/printable.ts'
import { byName } from '../../shared/paper/words.ts'
import { inEnglish } from '../../shared/words/words.ts'
import { asRecord } from '../../shared/record.ts'

/** What a cell of a register holds; days stay days, as `YYYY-MM-DD`, and figures figures. */
export type RegisterCell = string | number | { day: string }

/** Everything of one kind on a board, as a table of data. */
export interface Register {
  /** a word without spaces, for addresses and file names */
  id: string
  name: string
  columns: readonly string[]
  /** how many of the first columns say what a row is about */
  naming: number
  rows: readonly (readonly RegisterCell[])[]
}

interface Column {
  label: string
  cell(object: BoardObject): RegisterCell
}

function fieldCell(field: Field, raw: unknown, view: BoardView): RegisterCell {
  const value = readField(field, raw)
  if (field.kind === 'date') return typeof value === 'string' ? { day: value } : ''
  return fieldWords(field, raw, { object: (id) => view.object(id), say: inEnglish })
}

const sideOf = (raw: unknown, end: 'from' | 'to'): Readonly<Record<string, unknown>> =>
  asRecord(asRecord(raw)[end])

// Both sides in one row, each under the name of its end: nothing is averaged.
function endColumns(key: string, fields: Record<string, Field>, view: BoardView): Column[] {
  return (['from', 'to'] as const).flatMap((end) => [
    ...Object.entries(fields).map(([name, field]) => ({
      label: `${field.label}, says “${end}”`,
      cell: (object: BoardObject) => fieldCell(field, sideOf(object.fields[key], end)[name], view),
    })),
    ...dimensions.map((dimension) => ({
      label: `${dimensionNames[dimension]}, says “${end}”`,
      cell: ({ id }: BoardObject): RegisterCell => {
        const answer = view.reading(id, end)?.[dimension]
        return answer === 'unknown' ? 'Don’t know' : (answer ?? '')
      },
    })),
    {
      label: `Answered on, says “${end}”`,
      cell: ({ id }: BoardObject): RegisterCell => {
        const day = view.reading(id, end)?.at.slice(0, 10) ?? ''
        return /^\d{4}-\d{2}-\d{2}$/.test(day) ? { day } : clean(day)
      },
    },
  ])
}

/** Where an object lies: its frame and, before that, those around it; a lane of a stage says something of its cards. */
function frameWords({ frame }: BoardObject, view: BoardView): string {
  const titles: string[] = []
  const seen = new Set<string>()
  for (let id = frame; id !== undefined && !seen.has(id);) {
    seen.add(id)
    const object = view.object(id)
    if (object) titles.unshift(titleOf(object, inEnglish))
    id = object?.frame
  }
  return titles.join(' › ')
}

const slug = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')

/** A register for each type of object that has columns, without rows where the board has none of it. */
export function registersOf(view: BoardView): Register[] {
  const told = { ...view, say: inEnglish }
  const kept = definitions.filter(({ register, sheet }) => register ?? sheet)
  return kept.map((definition): Register => {
    const keys = [...(definition.register ?? []), ...(definition.sheet ?? [])]
    const own = columnsOf(definition, keys, told).flatMap(
      ({ key, field, label, words }): Column[] => {
        if (field.kind === 'ends') return endColumns(key, field.fields, view)
        if (field.kind === 'date')
          return [{ label, cell: ({ fields }) => fieldCell(field, fields[key], view) }]
        return [{ label, cell: words }]
      },
    )
    const columns =
      definition.place === 'link'
        ? own
        : [...own, { label: 'Frame', cell: (object: BoardObject) => frameWords(object, view) }]
    const objects = view.objects
      .filter(({ type }) => type === definition.type)
      // A link without both its ends is on no map.
      .filter((object) =>
        definition.place === 'link'
          ? (endsOf(object)?.every((id) => view.object(id)) ?? false)
          : true,
      )
      .sort(
        (a, b) => byName(titleOf(a, inEnglish), titleOf(b, inEnglish)) || (a.id < b.id ? -1 : 1),
      )
    return {
      id: slug(definition.name.many),
      name: definition.name.many,
      naming: definition.place === 'link' ? 2 : 1,
      columns: [...columns.map(({ label }) => label), 'Id'],
      rows: objects.map((object) => [...columns.map(({ cell }) => cell(object)), clean(object.id)]),
    }
  })
}
