import * as Y from 'yjs'
import { rootsOf } from '../../shared/board/layout.ts'
import type { Reading } from '../../shared/board/readings.ts'
import type { Tie } from '../../shared/session/round.ts'
import type { Round } from '../../shared/session/state.ts'
import { issue, TALKED } from '../../shared/objects/issue.ts'
import { organisation } from '../../shared/objects/organisation.ts'
import { relationship } from '../../shared/objects/relationship.ts'
import { minutesOf } from '../../shared/session/time-spent.ts'

/** What `look` finds among the objects of a document, whatever a foreign client has put there. */
function lookIn<T>(state: Uint8Array, look: (objects: Y.Map<unknown>) => T): T {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  const found = look(rootsOf(doc).objects as Y.Map<unknown>)
  doc.destroy()
  return found
}

const isOf = (object: unknown, type: string): object is Y.Map<unknown> =>
  object instanceof Y.Map && object.get('type') === type

/** The relationships of a document that join two organisations which are there. */
export const tiesIn = (state: Uint8Array): Tie[] =>
  lookIn(state, (objects) => {
    const isBody = (id: unknown): id is string =>
      typeof id === 'string' && isOf(objects.get(id), organisation.type)
    return [...objects]
      .flatMap(([id, object]) => {
        if (!isOf(object, relationship.type)) return []
        const [from, to] = [object.get('from'), object.get('to')]
        return from !== to && isBody(from) && isBody(to) ? [{ id, from, to }] : []
      })
      .sort((a, b) => (a.id < b.id ? -1 : 1))
  })

/** Whether the object of this id is an organisation. */
export const isOrganisation = (state: Uint8Array, id: string): boolean =>
  lookIn(state, (objects) => isOf(objects.get(id), organisation.type))

/** The id of the issue that lies in `frame`, if it is the only one there; else null. */
export const onlyIssueIn = (state: Uint8Array, frame: string): string | null =>
  lookIn(state, (objects) => {
    const found = [...objects].filter(
      ([, object]) => isOf(object, issue.type) && object.get('frame') === frame,
    )
    return found.length === 1 ? (found[0]?.[0] ?? null) : null
  })

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
