import * as Y from 'yjs'
import { rootsOf } from '../../shared/board/layout.ts'
import type { Reading } from '../../shared/board/readings.ts'
import type { Tie } from '../../shared/session/round.ts'
import type { Round } from '../../shared/session/state.ts'
import { issue, TALKED } from '../../shared/objects/issue.ts'
import { organisation } from '../../shared/objects/organisation.ts'
import { minutesOf } from '../../shared/session/time-spent.ts'

/** The relationships of a document that join two organisations which are there. */
export function tiesIn(state: Uint8Array): Tie[] {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  const { objects } = rootsOf(doc)
  const ofType = (id: unknown, type: string): boolean => {
    const map: unknown = typeof id === 'string' ? objects.get(id) : undefined
    return map instanceof Y.Map && map.get('type') === type
  }
  const ties = [...objects.keys()].flatMap((id) => {
    if (!ofType(id, 'relationship')) return []
    const [from, to] = [objects.get(id)?.get('from'), objects.get(id)?.get('to')]
    const isTie = from !== to && ofType(from, 'organisation') && ofType(to, 'organisation')
    return isTie ? [{ id, from: from as string, to: to as string }] : []
  })
  doc.destroy()
  return ties.sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** Whether the object of this id is an organisation. */
export function isOrganisation(state: Uint8Array, id: string): boolean {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  const object: unknown = rootsOf(doc).objects.get(id)
  const isOne = object instanceof Y.Map && object.get('type') === organisation.type
  doc.destroy()
  return isOne
}

/** The id of the issue that lies in `frame`, if it is the only one there; else null. */
export function onlyIssueIn(state: Uint8Array, frame: string): string | null {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  const found: string[] = []
  for (const [id, object] of rootsOf(doc).objects as Y.Map<unknown>) {
    const isIssue = object instanceof Y.Map && object.get('type') === issue.type
    if (isIssue && object.get('frame') === frame) found.push(id)
  }
  doc.destroy()
  return found.length === 1 ? (found[0] ?? null) : null
}

/** Writes what a revealed trust round came to as dated readings, one for each side that may be shown and is still there. */
export function recordReadings(doc: Y.Doc, { id, results, endedAt }: Round): void {
  if (results?.kind !== 'trust' || endedAt === null) return
  const { objects, readings } = rootsOf(doc)
  for (const side of results.sides) {
    const { tie, end, n, withheld, reliability, purpose, openness, notes } = side
    if (n === 0 || withheld || !objects.has(tie)) continue
    const reading: Reading = {
      relationship: tie,
      end,
      at: new Date(endedAt).toISOString(),
      ...(reliability !== undefined && { reliability }),
      ...(purpose !== undefined && { purpose }),
      ...(openness !== undefined && { openness }),
      ...(notes.length > 0 && { note: notes.join('\n') }),
      source: 'round',
      n,
    }
    readings.set(`${tie}.${end}.${id}`, reading)
  }
}

/** Writes on an issue for how many minutes it has been talked about; on nothing else. */
export function recordTime(doc: Y.Doc, id: string, ms: number): void {
  const object = rootsOf(doc).objects.get(id)
  if (object?.get('type') === issue.type) object.set(TALKED, minutesOf(ms))
}
