import type { ImportMapping } from '../../shared/exchange/mapping.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { filled } from '../../shared/words/told.ts'
import { knownUses, type Chosen } from './choose-tables.ts'
import type { ImportIssue } from './issue.ts'
import { NetworkDraft } from './network-draft.ts'
import type { Network } from './network.ts'
import { readOrganisations } from './read-organisations.ts'
import { readRelationships, type Reading } from './read-relationships.ts'

/** Reads the chosen tables as `mapping` says, and where it says nothing as their headings do. */
export function readNetwork(
  { relationships, organisations, notes: left }: Chosen,
  mapping: ImportMapping,
  reading: Reading,
): Result<Network, readonly ImportIssue[]> {
  const draft = new NetworkDraft()
  const notes: ImportIssue[] = [...left]
  if (relationships) {
    const known = mapping.relationships
      ? { uses: mapping.relationships, notes: [] }
      : knownUses('relationships', relationships)
    notes.push(...known.notes)
    const read = readRelationships(relationships, known.uses, draft, reading)
    if (!read.ok) return read
  }
  if (organisations) {
    const known = mapping.organisations
      ? { uses: mapping.organisations, notes: [] }
      : knownUses('organisations', organisations)
    notes.push(...known.notes)
    const listed = readOrganisations(organisations, known.uses, draft)
    if (!listed.ok) return listed
    for (const [key, { name }] of draft.organisations) {
      if (!listed.value.has(key)) {
        draft.notes.add(filled('“{name}” is not in the list of organisations.', { name }))
      }
    }
  }
  const rows = (relationships?.rows.length ?? 0) + (organisations?.rows.length ?? 0)
  if (rows === 0) draft.errors.add({ line: 1, detail: 'There are no rows below the header.' })
  const network = draft.network()
  if (!network.ok) return fail(network.error)
  return ok({ ...network.value, notes: [...network.value.notes, ...notes] })
}
