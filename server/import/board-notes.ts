import type * as Y from 'yjs'
import { viewOf } from '../../shared/board/view.ts'
import { readField, type Share } from '../../shared/objects/fields.ts'
import { definitionOf } from '../../shared/objects/index.ts'
import { titleOf } from '../../shared/paper/compose-registers.ts'
import { inEnglish } from '../../shared/words/words.ts'
import { filled } from '../../shared/words/told.ts'
import { Issues, type ImportIssue } from './issue.ts'

/** What in a board file is taken as it is and should be looked at: ends that are gone, ties to oneself, shares that don't make a whole, answers of the future. */
export function boardNotes(doc: Y.Doc, now: string): readonly ImportIssue[] {
  const notes = new Issues()
  const view = viewOf(doc)
  for (const object of view.objects) {
    const { id, type, fields } = object
    const definition = definitionOf(type)
    for (const [key, field] of Object.entries(definition?.fields ?? {})) {
      if (field.kind !== 'shares') continue
      const shares = readField(field, fields[key]) as readonly Share[]
      const total = shares.reduce((sum, { share }) => sum + share, 0)
      if (shares.length > 0 && Math.abs(total - 100) > 0.5) {
        notes.add({
          field: `objects.${id}.${key}`,
          ...filled('“{field}” of “{name}” totals {n}%, not 100%.', {
            field: { detail: field.label },
            name: titleOf(object, inEnglish),
            n: Math.round(total),
          }),
        })
      }
    }
    if (definition?.place !== 'link') continue
    const { from, to } = fields
    const gone = [from, to].filter((end) => typeof end !== 'string' || !view.object(end))
    const kind = { detail: definition.name.one }
    if (gone.length > 0) {
      const why = filled('{kind}: an end is not in the file, so it is kept and not shown.', {
        kind,
      })
      notes.add({ field: `objects.${id}`, ...why })
    } else if (from === to) {
      const why = filled('{kind}: both ends are the same, so it is kept and not shown.', { kind })
      notes.add({ field: `objects.${id}`, ...why })
    }
    for (const end of ['from', 'to'] as const) {
      const at = view.reading(id, end)?.at
      if (at !== undefined && at > now) {
        const why = filled('An answer is dated {day}, which is in the future.', {
          day: at.slice(0, 10),
        })
        notes.add({ field: `objects.${id}.${end}`, ...why })
      }
    }
  }
  return notes.list()
}
