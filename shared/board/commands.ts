import { generateNKeysBetween } from 'fractional-indexing'
import * as Y from 'yjs'
import type { Point, Size } from '../geometry.ts'
import { newId } from '../ids.ts'
import { isKeyed, type Field } from '../objects/fields.ts'
import { grownFor } from '../objects/grown.ts'
import { definitionOf } from '../objects/index.ts'
import { rootsOf } from './layout.ts'
import { givenBy } from './lane-meaning.ts'
import { readObject } from './object.ts'
import { mendRisk } from './old-risk.ts'
import { isOrderKey } from './order.ts'
import { openReadingId, type End, type Reading } from './readings.ts'
import { isRecord } from '../record.ts'

/** What makes an object; whatever `fields` leaves out is absent and reads as its default. Without a size it has its type's, or what its text needs. */
export interface NewObject {
  id?: string
  type: string
  at: Point
  size?: Size
  frame?: string
  order?: string
  fields?: Readonly<Record<string, unknown>>
}

/** A plain value as it is stored for `field`: text becomes Y.Text, ends become nested maps, the rest stays plain. */
function stored(field: Field | undefined, value: unknown): unknown {
  if (field?.kind === 'text') return new Y.Text(typeof value === 'string' ? value : '')
  if (isKeyed(field)) return new Y.Map(isRecord(value) ? Object.entries(value) : [])
  if (field?.kind !== 'ends') return value
  const ends = new Y.Map<unknown>()
  for (const side of ['from', 'to'] as const) {
    const map = new Y.Map<unknown>()
    const values = isRecord(value) ? value[side] : undefined
    if (isRecord(values)) {
      for (const [key, item] of Object.entries(values))
        map.set(key, stored(field.fields[key], item))
    }
    ends.set(side, map)
  }
  return ends
}

const isNested = (field: Field | undefined): boolean =>
  field?.kind === 'text' || field?.kind === 'ends' || isKeyed(field)

/** The object's map; undefined when it is gone, or when a foreign client has put something else in its place. */
function mapOf(doc: Y.Doc, id: string): Y.Map<unknown> | undefined {
  const map: unknown = rootsOf(doc).objects.get(id)
  return map instanceof Y.Map ? map : undefined
}

/** The greatest `order` on the board, or null on an empty one. */
export function topOrder(doc: Y.Doc): string | null {
  let top: string | null = null
  for (const map of rootsOf(doc).objects.values() as Iterable<unknown>) {
    // A foreign client can have stored anything under an id.
    const order = map instanceof Y.Map ? map.get('order') : undefined
    if (isOrderKey(order) && (top === null || order > top)) top = order
  }
  return top
}

/** Adds objects on top of all others, in their order, as one transaction with `origin`; returns their ids. */
export function addObjects(doc: Y.Doc, news: readonly NewObject[], origin: unknown): string[] {
  const { objects } = rootsOf(doc)
  const ids: string[] = []
  doc.transact(() => {
    const orders = generateNKeysBetween(topOrder(doc), null, news.length)
    for (const [index, { id = newId(), type, at, size, frame, order, fields }] of news.entries()) {
      const definition = definitionOf(type)
      const map = new Y.Map<unknown>()
      map.set('type', type)
      map.set('at', [at[0], at[1]])
      map.set('size', [...(size ?? definition?.size ?? [160, 100])])
      map.set('order', order ?? orders[index])
      if (frame !== undefined) map.set('frame', frame)
      const known = definition?.fields ?? {}
      for (const [key, field] of Object.entries(known)) {
        // What is nested exists from the start, so that two people who begin at once write into the same one.
        if (isNested(field)) map.set(key, stored(field, fields?.[key]))
      }
      for (const [key, value] of Object.entries(fields ?? {})) {
        if (!isNested(known[key]) && value !== undefined) map.set(key, value)
      }
      objects.set(id, map)
      ids.push(id)
      if (frame !== undefined) takeMeaning(doc, id, origin)
      if (!size && definition?.heightFor) makeRoom(doc, id, origin)
    }
  }, origin)
  return ids
}

/** Where an object lies now, as far as that changes: its place, its size and its angle (whole degrees, 0–359). */
export interface Placed {
  id: string
  at?: Point
  size?: Size
  angle?: number
}

/** New places for objects, in one transaction; ids that are gone are passed over. */
export function placeObjects(doc: Y.Doc, places: Iterable<Placed>, origin: unknown): void {
  doc.transact(() => {
    for (const { id, at, size, angle } of places) {
      const map = mapOf(doc, id)
      if (!map) continue
      mendRisk(map)
      if (at) map.set('at', [at[0], at[1]])
      if (size) map.set('size', [size[0], size[1]])
      if (angle === 0) map.delete('turn')
      else if (angle !== undefined) map.set('turn', angle)
    }
  }, origin)
}

/** Has an object grow until all of its text shows, if its type grows with its text; called wherever text was written into it, in the same transaction. */
export function makeRoom(doc: Y.Doc, id: string, origin: unknown): void {
  const map = mapOf(doc, id)
  const grown = map && grownFor(readObject(id, map))
  if (grown) placeObjects(doc, [{ id, ...grown }], origin)
}

/**
 * Sets one plain field, or removes it with `undefined`; not for Y.Text, which is edited through `textOf`. Changes nothing
 * where the object's type refuses that, and gives the reason as a sentence for people.
 */
export function setField(
  doc: Y.Doc,
  id: string,
  key: string,
  value: unknown,
  origin: unknown,
): string | undefined {
  const map = mapOf(doc, id)
  if (!map) return undefined
  const object = readObject(id, map)
  const refusal = definitionOf(object.type)?.refuses?.(object, key, value)
  if (refusal !== undefined) return refusal
  doc.transact(() => {
    mendRisk(map)
    if (value === undefined) map.delete(key)
    else map.set(key, value)
  }, origin)
  return undefined
}

/** Gives an object what the frame that it lies in says of its cards. */
function takeMeaning(doc: Y.Doc, id: string, origin: unknown): void {
  const map = mapOf(doc, id)
  const frame = map?.get('frame')
  const home = typeof frame === 'string' ? mapOf(doc, frame) : undefined
  if (!map || !home?.has('means')) return
  for (const [key, value] of givenBy(home.get('means'), readObject(id, map)))
    setField(doc, id, key, value, origin)
}

/** Puts an object into a frame, where it gets what that says of its cards, or with undefined out of all frames; its place stays. */
export function putInto(doc: Y.Doc, id: string, frame: string | undefined, origin: unknown): void {
  doc.transact(() => {
    setField(doc, id, 'frame', frame, origin)
    takeMeaning(doc, id, origin)
  }, origin)
}

/** Sets one plain field of one end of a relationship, or removes it with `undefined`. */
export function setEndField(
  doc: Y.Doc,
  id: string,
  end: End,
  key: string,
  value: unknown,
  origin: unknown,
): void {
  const ends = mapOf(doc, id)?.get('ends')
  const side = ends instanceof Y.Map ? ends.get(end) : undefined
  if (!(side instanceof Y.Map)) return
  doc.transact(() => {
    if (value === undefined) side.delete(key)
    else side.set(key, value)
  }, origin)
}

/** Sets what `item` has in a field of shares or signatures, or removes it with `undefined`; those of others stay as they are. */
export function setKeyed(
  doc: Y.Doc,
  id: string,
  key: string,
  item: string,
  value: unknown,
  origin: unknown,
): void {
  const map = mapOf(doc, id)
  if (!map) return
  doc.transact(() => {
    const known = map.get(key)
    const keyed: Y.Map<unknown> =
      known instanceof Y.Map ? known : new Y.Map(isRecord(known) ? Object.entries(known) : [])
    if (keyed !== known) map.set(key, keyed)
    if (value === undefined) keyed.delete(item)
    else keyed.set(item, value)
  }, origin)
}

/** Removes objects. What refers to them stays and is shown as far as it can be: a later undo brings it all back. */
export function removeObjects(doc: Y.Doc, ids: Iterable<string>, origin: unknown): void {
  const { objects } = rootsOf(doc)
  doc.transact(() => {
    for (const id of ids) objects.delete(id)
  }, origin)
}

/** Writes a side's own reading in open mode; a later one on the same day takes its place. */
export function setOpenReading(doc: Y.Doc, reading: Reading, origin: unknown): void {
  const { readings } = rootsOf(doc)
  const key = openReadingId(reading.relationship, reading.end, reading.at)
  doc.transact(() => readings.set(key, { ...reading, source: 'open' }), origin)
}
