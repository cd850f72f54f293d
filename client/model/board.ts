import * as Y from 'yjs'
import { boardKeys, rootsOf, type TieMeasure } from '../../shared/board/layout.ts'
import { readObject, type BoardObject } from '../../shared/board/object.ts'
import { parseReading, type End, type Reading } from '../../shared/board/readings.ts'
import type { DrawContext } from '../../shared/draw/context.ts'

/** What one transaction changed: object ids (added, changed, removed, or with a new reading), and whether the board's own facts did. */
export interface BoardChange {
  ids: ReadonlySet<string>
  board: boolean
}

/** The document as plain objects, read lazily and kept until they change; local and remote edits arrive the same way. */
export class BoardModel implements DrawContext {
  readonly doc: Y.Doc
  readonly #roots
  readonly #objects = new Map<string, BoardObject>()
  readonly #newest = new Map<string, Reading>()
  readonly #listeners = new Set<(change: BoardChange) => void>()
  readonly #onTransaction: (transaction: Y.Transaction) => void

  constructor(doc: Y.Doc) {
    this.doc = doc
    this.#roots = rootsOf(doc)
    for (const [id, map] of this.#roots.objects) this.#read(id, map)
    for (const value of this.#roots.readings.values()) this.#takeReading(value)
    this.#onTransaction = (transaction) => this.#apply(transaction)
    doc.on('afterTransaction', this.#onTransaction)
  }

  /** The object with this id, or undefined when there is none. */
  object(id: string): BoardObject | undefined {
    return this.#objects.get(id)
  }

  /** All objects, in no particular order. */
  objects(): Iterable<BoardObject> {
    return this.#objects.values()
  }

  reading(relationship: string, end: End): Reading | undefined {
    return this.#newest.get(`${relationship}.${end}`)
  }

  get tieMeasure(): TieMeasure {
    return this.#roots.board.get(boardKeys.tiesShow) === 'contact' ? 'contact' : 'trust'
  }

  /** A text of the board's own (`title`, `purpose`); empty when it is not set. */
  fact(key: string): string {
    const value = this.#roots.board.get(key)
    return typeof value === 'string' ? value : value instanceof Y.Text ? value.toJSON() : ''
  }

  /** Calls `listener` after every transaction that changed something; returns how to stop. */
  subscribe(listener: (change: BoardChange) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Stops listening to the document. */
  destroy(): void {
    this.doc.off('afterTransaction', this.#onTransaction)
    this.#listeners.clear()
  }

  #read(id: string, map: unknown): void {
    // A foreign client can store anything under an id; what is no map is passed over, and stays.
    if (map instanceof Y.Map) this.#objects.set(id, readObject(id, map))
  }

  #takeReading(value: unknown): string | undefined {
    const reading = parseReading(value)
    if (!reading) return undefined
    const key = `${reading.relationship}.${reading.end}`
    const known = this.#newest.get(key)
    if (!known || known.at <= reading.at) this.#newest.set(key, reading)
    return reading.relationship
  }

  #apply({ changedParentTypes, changed }: Y.Transaction): void {
    const ids = new Set<string>()
    for (const [type, events] of changedParentTypes) {
      if (type !== (this.#roots.objects as unknown)) continue
      for (const event of events) {
        if (event.path.length > 0) ids.add(String(event.path[0]))
        else for (const id of event.keys.keys()) ids.add(id)
      }
    }
    for (const id of ids) {
      this.#objects.delete(id)
      this.#read(id, this.#roots.objects.get(id))
    }
    if (changed.has(this.#roots.readings as never)) {
      this.#newest.clear()
      for (const value of this.#roots.readings.values()) {
        const relationship = this.#takeReading(value)
        if (relationship) ids.add(relationship)
      }
    }
    const board = changed.has(this.#roots.board as never)
    if (ids.size === 0 && !board) return
    for (const listener of this.#listeners) listener({ ids, board })
  }
}
