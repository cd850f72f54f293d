import * as Y from 'yjs'
import { Deletes } from './deletes.ts'
import { rangesOf } from '../../shared/update/delete-set.ts'
import { inOwnOrder, type Struct } from '../../shared/update/struct-order.ts'

const FURNITURE = 'furniture'
const OBJECTS = 'objects'

type Objects = Y.Map<Y.Map<unknown>>

/** What a guard asks of its room. */
export interface GuardSource {
  /** everything that has been accepted, as updates to be applied in order */
  parts(): Uint8Array[]
  /** ids of the objects that are locked */
  locks(): readonly string[]
  /** a client id for edits of the guard alone */
  client(): number
}

const mentionsFurniture = (update: Uint8Array): boolean => Buffer.from(update).includes(FURNITURE)

/** Whether an update says of an object that it is furniture, or isn't any more. */
const marksFurniture = (update: Uint8Array): boolean =>
  mentionsFurniture(update) &&
  Y.decodeUpdate(update).structs.some((s) => s instanceof Y.Item && s.parentSub === FURNITURE)

const objectsOf = (doc: Y.Doc): Objects => doc.getMap(OBJECTS)

function docOf(parts: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc({ gc: false })
  for (const part of parts) Y.applyUpdate(doc, part)
  return doc
}

/** The id of the object that a type belongs to; undefined when it is none's. */
function ownerOf(type: Y.AbstractType<unknown>, objects: Objects): string | undefined {
  let at = type
  while (at._item) {
    const { parent, parentSub } = at._item
    if (parent === objects) return parentSub ?? undefined
    if (!(parent instanceof Y.AbstractType)) return undefined
    at = parent
  }
  return undefined
}

/**
 * Knows which structs of the document make up the objects that partners must leave as they are: the locked ones and a
 * template's furniture. It is an index of ids, read from the document when something becomes guarded; checking an update
 * against it doesn't grow with the document.
 */
export class Guard {
  readonly #source: GuardSource
  #ids = new Set<string>()
  #structs = new Deletes()
  #stale = true

  constructor(source: GuardSource) {
    this.#source = source
  }

  /** Something else may be guarded now. */
  invalidate(): void {
    this.#stale = true
  }

  /** Whether an update, which is not accepted yet, changes a guarded object or takes it away. */
  isTouchedBy(update: Uint8Array): boolean {
    this.#build()
    if (this.#ids.size === 0) return false
    const { structs, ds } = Y.decodeUpdate(update)
    if (structs.some((struct) => this.#touches(struct))) return true
    for (const [client, ranges] of rangesOf(ds)) {
      if (ranges.some((range) => this.#holds(client, range.clock, range.length))) return true
    }
    return false
  }

  /** Takes note of an update that has been accepted; `mayGuard` says whether its author may make something furniture. */
  accepted(update: Uint8Array, mayGuard: boolean): void {
    if (mayGuard && marksFurniture(update)) this.#stale = true
    if (this.#stale || this.#ids.size === 0) return
    const { structs } = Y.decodeUpdate(update)
    // What hangs on something new that is guarded is guarded too.
    for (const struct of inOwnOrder(structs)) {
      if (!this.#touches(struct)) continue
      const { client, clock } = struct.id
      this.#structs.add(client, { clock, length: struct.length })
    }
  }

  /**
   * The server's edit that, after `update`, puts guarded objects back as they are now; undefined when that is how they stay.
   */
  remedy(update: Uint8Array): Uint8Array | undefined {
    const parts = this.#source.parts()
    const before = docOf(parts)
    const after = docOf(parts)
    /** by object: the keys that changed, or all of it */
    const touched = new Map<string, Set<string> | 'whole'>()
    objectsOf(after).observeDeep((events) => {
      for (const event of events) {
        const [id, key] = event.path.map(String)
        if (id === undefined) {
          for (const one of event.keys.keys()) touched.set(one, 'whole')
          continue
        }
        const known = touched.get(id) ?? new Set()
        if (known === 'whole') continue
        for (const one of key === undefined ? event.keys.keys() : [key]) known.add(one)
        touched.set(id, known)
      }
    })
    Y.applyUpdate(after, update)
    after.clientID = this.#source.client()
    const made: Uint8Array[] = []
    after.on('update', (one: Uint8Array) => made.push(one))
    after.transact(() => {
      for (const [id, keys] of touched) {
        if (this.#ids.has(id)) putBack(id, keys, objectsOf(before), objectsOf(after))
      }
    })
    before.destroy()
    after.destroy()
    return made.length > 0 ? Y.mergeUpdates(made) : undefined
  }

  #holds(client: number, clock: number, length: number): boolean {
    const outside = this.#structs.news(client, { clock, length })
    return outside.reduce((sum, range) => sum + range.length, 0) < length
  }

  #touches(struct: Struct): boolean {
    if (!(struct instanceof Y.Item)) return false
    const { parentSub, origin, rightOrigin } = struct
    const parent: unknown = struct.parent
    if (parent === OBJECTS && parentSub !== null && this.#ids.has(parentSub)) return true
    const leansOn = [origin, rightOrigin, parent instanceof Y.ID ? parent : null]
    return leansOn.some((id) => id !== null && this.#holds(id.client, id.clock, 1))
  }

  #build(): void {
    if (!this.#stale) return
    this.#stale = false
    this.#structs = new Deletes()
    const locks = this.#source.locks()
    const parts = this.#source.parts()
    this.#ids = new Set(locks)
    if (locks.length === 0 && !parts.some(mentionsFurniture)) return
    const doc = docOf(parts)
    const objects = objectsOf(doc)
    for (const [id, map] of objects) {
      if (map instanceof Y.Map && map.get(FURNITURE) === true) this.#ids.add(id)
    }
    const owners = new Map<unknown, string | undefined>()
    for (const structs of doc.store.clients.values()) {
      for (const struct of structs) {
        if (!(struct instanceof Y.Item)) continue
        const { parent, parentSub } = struct
        if (!owners.has(parent) && parent instanceof Y.AbstractType) {
          owners.set(parent, ownerOf(parent, objects))
        }
        const owner = parent === objects ? parentSub : owners.get(parent)
        if (typeof owner !== 'string' || !this.#ids.has(owner)) continue
        this.#structs.add(struct.id.client, { clock: struct.id.clock, length: struct.length })
      }
    }
    doc.destroy()
  }
}

/** Deeper than the types of a board are ever nested. */
const DEEPEST = 8

type Delta = Parameters<Y.Text['applyDelta']>[0]

/** A value as it can be set anew; undefined for types that boards don't have, some of which can't be copied at all. */
function copyOf(value: unknown, depth: number): unknown {
  if (!(value instanceof Y.AbstractType)) return value
  if (depth > DEEPEST) return undefined
  switch (value.constructor) {
    case Y.Text:
      return copyOfText(value as Y.Text)
    case Y.Array:
      return copyOfArray(value as Y.Array<unknown>, depth)
    case Y.Map:
      return copyOfMap(value as Y.Map<unknown>, depth)
    default:
      return undefined
  }
}

function copyOfText(text: Y.Text): Y.Text {
  const copy = new Y.Text()
  const delta: Delta = text.toDelta()
  copy.applyDelta(delta.filter(({ insert }) => !(insert instanceof Y.AbstractType)))
  return copy
}

function copyOfArray(array: Y.Array<unknown>, depth: number): Y.Array<unknown> {
  const copy = new Y.Array<unknown>()
  copy.push(array.map((one) => copyOf(one, depth + 1)))
  return copy
}

function copyOfMap(map: Y.Map<unknown>, depth = 0): Y.Map<unknown> {
  const copy = new Y.Map<unknown>()
  for (const [key, value] of map) copy.set(key, copyOf(value, depth + 1))
  return copy
}

function putBack(
  id: string,
  keys: ReadonlySet<string> | 'whole',
  before: Objects,
  after: Objects,
): void {
  const [old, now] = [before.get(id), after.get(id)]
  // A lock may name what was not there, and a key of the objects hold anything.
  if (!(old instanceof Y.Map)) return
  const isOld = now && Y.compareIDs(now._item?.id ?? null, old._item?.id ?? null)
  if (!isOld || keys === 'whole') {
    after.set(id, copyOfMap(old))
    return
  }
  for (const key of keys) {
    const value = copyOf(old.get(key), 0)
    if (value === undefined) now.delete(key)
    else now.set(key, value)
  }
}
