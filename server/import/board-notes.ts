import type * as Y from 'yjs'
import { viewOf } from '../../shared/board/view.ts'
import { readField, type Share } from '../../shared/objects/fields.ts'
import { definitionOf } from '../../shared/objects/index.ts'
import { titleOf } from '../../shared/paper/compose-registers.ts'
import { inEnglish } from '../../shared/words/words.ts'
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
        const detail = `“${field.label}” of “${titleOf(object, inEnglish)}” totals ${Math.round(total)} %, not 100 %.`
        notes.add({ field: `objects.${id}.${key}`, detail })
      }
    }
    if (definition?.place !== 'link') continue
    const { from, to } = fields
    const gone = [from, to].filter((end) => typeof end !== 'string' || !view.object(end))
    const name = definition.name.one
    if (gone.length > 0) {
      const detail = `${name}: an end is not in the file, so it is kept and not shown.`
      notes.add({ field: `objects.${id}`, detail })
    } else if (from === to) {
      const detail = `${name}: both ends are the same, so it is kept and not shown.`
      notes.add({ field: `objects.${id}`, detail })
    }
    for (const end of ['from', 'to'] as const) {
      const at = view.reading(id, end)?.at
      if (at !== undefined && at > now) {
        const detail = `An answer is dated ${at.slice(0, 10)}, which is in the future.`
        notes.add({ field: `objects.${id}.${end}`, detail })
      }
    }
  }
  return notes.list()
}
