import type * as Y from 'yjs'
import { endsOf } from '../draw/tie-settings.ts'
import { readAs } from '../objects/define.ts'
import {
  idsIn,
  isKeyed,
  readField,
  type Field,
  type Share,
  type Signature,
} from '../objects/fields.ts'
import { definitionOf } from '../objects/index.ts'
import { organisation } from '../objects/organisation.ts'
import { relationship } from '../objects/relationship.ts'
import { removeObjects, setField, setKeyed } from './commands.ts'
import { parseComment } from './comments.ts'
import { foldInto } from './fold-object.ts'
import { rootsOf } from './layout.ts'
import { readObject, type BoardObject } from './object.ts'
import { openReadingId, otherEnd, parseReading, type End } from './readings.ts'
import { viewOf } from './view.ts'

/** Id of what is gone → id of what stands in its place. */
type Replaced = ReadonlyMap<string, string>

/** A relationship of the one that stays, as it is when the others are gone. */
interface Tie {
  object: BoardObject
  /** at which end the one that stays is, and who is at the other */
  end: End
  other: string
}

function tieOf(object: BoardObject, replaced: Replaced, stays: string): Tie | undefined {
  const ends = object.type === relationship.type ? endsOf(object) : undefined
  if (!ends) return undefined
  const [from, to] = ends.map((id) => replaced.get(id) ?? id) as [string, string]
  if (from === to) return undefined
  if (from === stays) return { object, end: 'from', other: to }
  return to === stays ? { object, end: 'to', other: from } : undefined
}

/** The teams that a tie names: of the one that stays, and of the other. */
function teamsOf({ object, end }: Tie): [own: string, others: string] {
  const { ends } = readAs(relationship, object).values
  return [ends[end].team.trim(), ends[otherEnd[end]].team.trim()]
}

/** Two ties say the same of the same two, unless they name two teams of one side. */
function areTwins(one: Tie, other: Tie): boolean {
  if (one.other !== other.other) return false
  const teams = teamsOf(other)
  return teamsOf(one).every((team, side) => !team || !teams[side] || team === teams[side])
}

/** The readings of a tie become its twin's; where that has one of the same side and day, both are kept. */
function moveReadings(doc: Y.Doc, tie: Tie, twin: Tie): void {
  const { readings } = rootsOf(doc)
  for (const [id, value] of readings.entries()) {
    const reading = parseReading(value)
    if (reading?.relationship !== tie.object.id) continue
    const isOwn = reading.end === tie.end
    const end = isOwn ? twin.end : otherEnd[twin.end]
    const key = openReadingId(twin.object.id, end, reading.at)
    readings.set(readings.has(key) ? `${key}.${id}` : key, {
      ...reading,
      relationship: twin.object.id,
      end,
    })
    readings.delete(id)
  }
}

/** Adds up what was held by those that are gone and by the one that stays. */
function joinShares(held: readonly Share[], replaced: Replaced): Map<string, unknown> {
  const shares = new Map<string, number>()
  for (const { id, share } of held) {
    const holder = replaced.get(id) ?? id
    shares.set(holder, Math.min(100, (shares.get(holder) ?? 0) + share))
  }
  return shares
}

/** One's own signature, or else the first of those that are gone. */
function joinSignatures(signed: readonly Signature[], replaced: Replaced): Map<string, unknown> {
  const own = signed.filter(({ id }) => !replaced.has(id))
  const signatures = new Map<string, unknown>()
  for (const { id, on, of } of [...own, ...signed]) {
    const signer = replaced.get(id) ?? id
    if (!signatures.has(signer)) signatures.set(signer, of ? { on, of } : on)
  }
  return signatures
}

/** Has a field of `object` that refers to something that is gone refer to what stands in its place. */
function pointField(
  doc: Y.Doc,
  { id, fields }: BoardObject,
  [key, field]: readonly [string, Field],
  replaced: Replaced,
): void {
  const raw = fields[key]
  if (!idsIn(field, raw).some((one) => replaced.has(one))) return
  const value = readField(field, raw)
  if (field.kind === 'reference') setField(doc, id, key, replaced.get(value as string), null)
  if (field.kind === 'references') {
    const ids = (value as readonly string[]).map((one) => replaced.get(one) ?? one)
    setField(doc, id, key, [...new Set(ids)], null)
  }
  if (!isKeyed(field)) return
  const all =
    field.kind === 'shares'
      ? joinShares(value as readonly Share[], replaced)
      : joinSignatures(value as readonly Signature[], replaced)
  for (const gone of idsIn(field, raw)) {
    if (replaced.has(gone)) setKeyed(doc, id, key, gone, undefined, null)
  }
  for (const stays of new Set(replaced.values())) {
    if (all.has(stays)) setKeyed(doc, id, key, stays, all.get(stays), null)
  }
}

/** Comments on what is gone are on what stands in its place. */
function pointComments(doc: Y.Doc, replaced: Replaced): void {
  const { comments } = rootsOf(doc)
  for (const [id, value] of comments.entries()) {
    const comment = parseComment(value)
    const object = replaced.get(comment?.object ?? '')
    const speaker = replaced.get(comment?.organisation ?? '')
    if (!comment || (object === undefined && speaker === undefined)) continue
    comments.set(id, {
      ...comment,
      ...(object !== undefined && { object }),
      ...(speaker !== undefined && { organisation: speaker }),
    })
  }
}

/**
 * Makes organisations one: what the others say is added to the one that stays, and whatever refers to them refers to it; of two
 * relationships with the same third one becomes the other's part, with its readings, unless they are two teams'; what joined
 * them among themselves goes. One transaction with `origin`; nothing happens where the one that stays is not there.
 */
export function makeOne(doc: Y.Doc, stays: string, goes: readonly string[], origin: unknown): void {
  const { objects } = rootsOf(doc)
  const all = viewOf(doc).objects
  const ids = new Set(all.filter(({ type }) => type === organisation.type).map(({ id }) => id))
  const gone = goes.filter((id) => id !== stays && ids.has(id))
  if (!ids.has(stays) || gone.length === 0) return
  const replaced = new Map(gone.map((id) => [id, stays]))
  const isTouched = ({ fields }: BoardObject): boolean =>
    replaced.has(fields['from'] as string) || replaced.has(fields['to'] as string)
  const mapOf = (id: string): Y.Map<unknown> => objects.get(id) as Y.Map<unknown>

  doc.transact(() => {
    for (const id of gone) foldInto(mapOf(stays), mapOf(id), organisation.fields)
    const were = all
      .filter(({ id }) => id === stays || replaced.has(id))
      .flatMap((one) => [one.id, ...readAs(organisation, one).values.was])
    setField(
      doc,
      stays,
      'was',
      [...new Set(were)].filter((id) => id !== stays),
      null,
    )
    const within = all.filter((object) => {
      const ends = isTouched(object) ? endsOf(object) : undefined
      return ends !== undefined && ends.every((id) => id === stays || replaced.has(id))
    })
    const ties = all.flatMap((object) => tieOf(object, replaced, stays) ?? [])
    const kept = ties.filter(({ object }) => !isTouched(object))
    for (const tie of ties.filter(({ object }) => isTouched(object))) {
      const twin = kept.find((one) => areTwins(one, tie))
      if (!twin) {
        kept.push(tie)
        continue
      }
      const { id } = twin.object
      const turned = twin.end !== tie.end
      foldInto(mapOf(id), mapOf(tie.object.id), relationship.fields, turned)
      twin.object = readObject(id, mapOf(id))
      moveReadings(doc, tie, twin)
      replaced.set(tie.object.id, id)
    }
    const left = new Set([...replaced.keys(), ...within.map(({ id }) => id)])
    for (const object of all) {
      if (left.has(object.id)) continue
      const fields = Object.entries(definitionOf(object.type)?.fields ?? {})
      for (const field of fields) pointField(doc, object, field, replaced)
    }
    pointComments(doc, replaced)
    removeObjects(doc, left, origin)
  }, origin)
}
