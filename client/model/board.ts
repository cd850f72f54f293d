import * as Y from 'yjs'
import { boardKeys, rootsOf, type BoardRoots, type TieMeasure } from '../../shared/board/layout.ts'
import { readObject, type BoardObject } from '../../shared/board/object.ts'
import type { End, Reading } from '../../shared/board/readings.ts'
import type { DrawContext, Obstacle } from '../../shared/draw/context.ts'
import { Comments } from './comments.ts'
import { isLocked } from './kinds.ts'
import { Obstacles } from './obstacles.ts'
import { ReadingIndex } from './readings.ts'
import { tieSettings } from '../../shared/draw/tie-settings.ts'
import type { TieSetting } from '../../shared/draw/tie-course.ts'
import type { Box } from '../../shared/geometry.ts'
import { t } from '../words/t.ts'
import { Referrers, referencesOf } from './references.ts'

/** What one transaction changed: object ids (added, changed, removed, with a new reading, or beside a tie that came or went), and whether the board's own facts did. */
export interface BoardChange {
  ids: ReadonlySet<string>
  board: boolean
}

/** The document as plain objects, kept until they change; local and remote edits arrive the same way. */
export class BoardModel implements DrawContext {
  readonly say = t
  readonly doc: Y.Doc
  readonly comments: Comments
  readonly #roots: BoardRoots
  readonly #objects = new Map<string, BoardObject>()
  readonly #byType = new Map<string, Map<string, BoardObject>>()
  readonly #readings: ReadingIndex
  readonly #referrers = new Referrers()
  readonly #obstacles = new Obstacles(this)
  readonly #listeners = new Set<(change: BoardChange) => void>()
  #settings: ((relationship: string) => TieSetting) | undefined
  #changed = new Set<string>()
  #boardChanged = false
  #isHeld: (object: BoardObject) => boolean = () => false
  #isGuarded: (object: BoardObject) => boolean = () => false

  constructor(doc: Y.Doc) {
    this.doc = doc
    this.#roots = rootsOf(doc)
    this.comments = new Comments(this.#roots.comments)
    this.#readings = new ReadingIndex(this.#roots.readings)
    for (const id of this.#roots.objects.keys()) this.#read(id)
    this.#roots.objects.observeDeep(this.#onObjects)
    this.#roots.readings.observe(this.#onReadings)
    this.#roots.board.observeDeep(this.#onBoard)
    doc.on('afterTransaction', this.#emit)
  }

  /** The object with this id, or undefined when there is none. */
  object(id: string): BoardObject | undefined {
    return this.#objects.get(id)
  }

  /** All objects, in no particular order. */
  objects(): Iterable<BoardObject> {
    return this.#objects.values()
  }

  /** The objects of one type, in no particular order; found without looking at the others. */
  ofType(type: string): Iterable<BoardObject> {
    return this.#byType.get(type)?.values() ?? []
  }

  /** How many objects of one type there are. */
  count(type: string): number {
    return this.#byType.get(type)?.size ?? 0
  }

  /** How many objects there are. */
  get size(): number {
    return this.#objects.size
  }

  /** Ids of the objects that refer to this one: the ties of an organisation, for instance; gone ones can be asked for too. */
  referrers(id: string): ReadonlySet<string> {
    return this.#referrers.of(id)
  }

  reading(relationship: string, end: End): Reading | undefined {
    return this.#readings.newest(relationship, end)
  }

  get tieMeasure(): TieMeasure {
    return this.#roots.board.get(boardKeys.tiesShow) === 'contact' ? 'contact' : 'trust'
  }

  tieSetting(relationship: string): TieSetting {
    this.#settings ??= tieSettings(this.#objects.values())
    return this.#settings(relationship)
  }

  obstacles(area: Box): readonly Obstacle[] {
    return this.#obstacles.within(area)
  }

  /** A text of the board's own (`title`, `purpose`); empty when it is not set. */
  fact(key: string): string {
    const value = this.#roots.board.get(key)
    return typeof value === 'string' ? value : value instanceof Y.Text ? value.toJSON() : ''
  }

  /** Calls `listener` once after every transaction that changed something; returns how to stop. */
  subscribe(listener: (change: BoardChange) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Tells what must stay as it is for this participant, beyond what says so of itself: a template's furniture, what the session locks; and which of that the server itself keeps from this participant, by default all. */
  holdFor(isHeld: (object: BoardObject) => boolean, isGuarded = isHeld): void {
    this.#isHeld = isHeld
    this.#isGuarded = isGuarded
  }

  /** Whether the object must stay as it is: it can be selected and read, and nothing else. */
  isHeld(object: BoardObject): boolean {
    return isLocked(object) || this.#isHeld(object)
  }

  /** Whether the server would put the object back if this participant changed it. */
  isGuarded(object: BoardObject): boolean {
    return this.#isGuarded(object)
  }

  /** Stops listening to the document. */
  destroy(): void {
    this.#roots.objects.unobserveDeep(this.#onObjects)
    this.#roots.readings.unobserve(this.#onReadings)
    this.#roots.board.unobserveDeep(this.#onBoard)
    this.comments.destroy()
    this.doc.off('afterTransaction', this.#emit)
    this.#listeners.clear()
  }

  /** Reads an object again; returns what it refers to, or did, where that is another now. */
  #read(id: string): readonly string[] {
    // A foreign client can store anything under an id; what is no map is passed over, and stays.
    const map: unknown = this.#roots.objects.get(id)
    const object = map instanceof Y.Map ? readObject(id, map) : undefined
    const before = this.#objects.get(id)
    if (before && before.type !== object?.type) this.#byType.get(before.type)?.delete(id)
    if (object) {
      this.#objects.set(id, object)
      const alike = this.#byType.get(object.type)
      if (alike) alike.set(id, object)
      else this.#byType.set(object.type, new Map([[id, object]]))
    } else this.#objects.delete(id)
    return this.#referrers.set(id, object ? referencesOf(object) : [])
  }

  readonly #onObjects = (events: Y.YEvent<Y.AbstractType<unknown>>[]): void => {
    for (const event of events) {
      if (event.path.length > 0) this.#changed.add(String(event.path[0]))
      // `keys` would find out for each what became of it.
      else if (event instanceof Y.YMapEvent)
        for (const id of event.keysChanged as Set<string>) this.#changed.add(id)
    }
  }

  readonly #onReadings = (event: Y.YMapEvent<unknown>): void => {
    for (const id of this.#readings.update(event.keysChanged)) this.#changed.add(id)
  }

  readonly #onBoard = (): void => {
    this.#boardChanged = true
  }

  readonly #emit = (): void => {
    if (this.#changed.size === 0 && !this.#boardChanged) return
    const ids = this.#changed
    const change = { ids, board: this.#boardChanged }
    this.#changed = new Set()
    this.#boardChanged = false
    const ends = new Set<string>()
    for (const id of ids) for (const end of this.#read(id)) ends.add(end)
    if (ends.size > 0) this.#settings = undefined
    this.#obstacles.take(ids)
    // How a tie is drawn depends on how many others meet at its ends.
    for (const end of ends) for (const id of this.#referrers.of(end)) ids.add(id)
    for (const listener of this.#listeners) listener(change)
  }
}
