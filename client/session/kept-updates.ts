import * as idb from 'lib0/indexeddb'
import * as Y from 'yjs'
import { openStores, stores } from './copy-stores.ts'
import { takeIn } from './take-in.ts'

const UNSAVED = 'unsaved'

/** So many updates are made one, ms after the last of them. */
const TRIM_AT = 500
const TRIM_AFTER_MS = 1_000
/** Fewer too, or what was deleted would stay in them: after a longer rest, and one more ms for so many bytes of the document. */
const ERASE_AFTER_MS = 4_000
const BYTES_PER_MS = 100
/** How soon a browser that has refused is asked again, ms. */
const AGAIN_MS = 10_000

/** Whether what a transaction brought has in it what was deleted since it was written. */
const holdsDeleted = ({ deleteSet }: Y.Transaction): boolean => deleteSet.clients.size > 0

/**
 * A document's updates in a database of this browser. What the browser refuses, because its disk is full or somebody has
 * cleared its data, fails no edit: it is noticed, and all is written anew as soon as the browser takes it.
 */
export class KeptUpdates {
  readonly #name: string
  readonly #doc: Y.Doc
  #db: IDBDatabase
  /** numbers of the updates that the document has */
  readonly #known = new Set<IDBValidKey>()
  #last: Promise<boolean> = Promise.resolve(true)
  /** the database holds everything that the document does */
  #isLevel = true
  /** bytes of the document when its updates were last one, or read */
  #size = 0
  #again = 0
  #trimming: ReturnType<typeof setTimeout> | undefined
  #isEmpty = false
  #isClosed = false

  private constructor(name: string, doc: Y.Doc, db: IDBDatabase) {
    this.#name = name
    this.#doc = doc
    this.#db = db
  }

  /** Reads what is kept under `name` into `doc`, and keeps what is added to it from then on; rejects where the browser refuses. */
  static async open(name: string, doc: Y.Doc): Promise<{ kept: KeptUpdates; unsaved: number }> {
    const { db, isNew } = await openStores(name)
    const kept = new KeptUpdates(name, doc, db)
    const unsaved = isNew ? 0 : await kept.#read()
    kept.#isEmpty = kept.#known.size === 0
    doc.on('update', kept.#keep)
    return { kept, unsaved }
  }

  /** Reads what is there into the document; returns how many changes of it are unsaved. */
  async #read(): Promise<number> {
    const [updates, custom] = idb.transact(this.#db, [...stores], 'readonly')
    if (!updates || !custom) throw new Error('a copy has its stores')
    const [entries, unsaved] = await Promise.all([
      idb.getAllKeysValues(updates),
      idb.get(custom, UNSAVED) as Promise<unknown>,
    ])
    const by = Y.transact(this.#doc, (transaction) => {
      for (const { k, v } of entries) {
        this.#known.add(k)
        this.#size += (v as Uint8Array).length
        takeIn(this.#doc, v as Uint8Array, this)
      }
      return transaction
    })
    // The last visit's undo may have held on to what was deleted.
    if (entries.length > 1 || holdsDeleted(by)) this.#trimSoon()
    return typeof unsaved === 'number' && unsaved > 0 ? unsaved : 0
  }

  /** Notes how many changes are unsaved; false when that, or anything else about the document, is not kept now. */
  async note(unsaved: number): Promise<boolean> {
    if (this.#isClosed) return false
    if (this.#isLevel) {
      const before = this.#last
      const noted = this.#write((_, custom) => custom.put(unsaved, UNSAVED))
      if ((await before) && (await noted)) return true
    }
    return this.#begin(unsaved)
  }

  /** Stops keeping; what is there stays. */
  async close(): Promise<void> {
    this.#isClosed = true
    this.#doc.off('update', this.#keep)
    clearTimeout(this.#trimming)
    await this.#last
    this.#db.close()
  }

  readonly #keep = (update: Uint8Array, origin: unknown, _: Y.Doc, by: Y.Transaction): void => {
    if (origin === this || !this.#isLevel) return
    this.#last = this.#write((updates) => this.#add(updates, update))
    // A whole board that came at once is one update already, and writing a large one anew holds up the map.
    const isWhole = this.#isEmpty && !holdsDeleted(by)
    this.#isEmpty = false
    if (isWhole) this.#size = update.length
    else this.#trimSoon()
  }

  #trimSoon(): void {
    const isLong = this.#known.size >= TRIM_AT
    const rest = isLong ? TRIM_AFTER_MS : ERASE_AFTER_MS + this.#size / BYTES_PER_MS
    clearTimeout(this.#trimming)
    this.#trimming = setTimeout(() => void this.#trim(), rest)
  }

  #add(updates: IDBObjectStore, update: Uint8Array): void {
    const adding = updates.add(update)
    adding.onsuccess = () => this.#known.add(adding.result)
  }

  /** Runs in one transaction; whether it is on this computer's disk. */
  async #write(run: (updates: IDBObjectStore, custom: IDBObjectStore) => void): Promise<boolean> {
    const done = await new Promise<boolean>((resolve, reject) => {
      try {
        const transaction = this.#db.transaction(stores, 'readwrite')
        transaction.oncomplete = () => resolve(true)
        transaction.onabort = () => resolve(false)
        run(transaction.objectStore('updates'), transaction.objectStore('custom'))
      } catch (error) {
        // The browser has closed the database, because somebody cleared its data.
        if (error instanceof DOMException) resolve(false)
        else reject(error)
      }
    })
    if (!done) this.#isLevel = false
    return done
  }

  /** Opens the database anew, where need be an empty one, and writes everything; not too often while the browser refuses. */
  async #begin(unsaved: number): Promise<boolean> {
    const now = performance.now()
    if (now < this.#again) return false
    this.#again = now + AGAIN_MS
    const { db } = (await openStores(this.#name).catch(() => undefined)) ?? {}
    if (!db || this.#isClosed) {
      db?.close()
      return false
    }
    this.#db.close()
    this.#db = db
    this.#isLevel = true
    this.#known.clear()
    return this.#write((updates, custom) => {
      this.#add(updates, Y.encodeStateAsUpdate(this.#doc))
      custom.put(unsaved, UNSAVED)
    }).then((done) => {
      if (done) this.#again = 0
      return done
    })
  }

  /** Makes all updates one, with those of other windows on the same copy. */
  #trim(): Promise<boolean> {
    return this.#write((updates) => {
      const reading = updates.getAllKeys()
      reading.onsuccess = () => {
        const keys = reading.result
        const [foreign] = keys.filter((key) => !this.#known.has(key))
        if (foreign !== undefined) {
          this.#takeOver(updates, keys)
          return
        }
        this.#replace(updates, keys)
      }
    })
  }

  #takeOver(updates: IDBObjectStore, keys: readonly IDBValidKey[]): void {
    const reading = updates.getAll()
    reading.onsuccess = () => {
      for (const update of reading.result) Y.applyUpdate(this.#doc, update as Uint8Array, this)
      this.#replace(updates, keys)
    }
  }

  #replace(updates: IDBObjectStore, keys: readonly IDBValidKey[]): void {
    const whole = Y.encodeStateAsUpdate(this.#doc)
    if (keys.length === 1 && whole.length === this.#size) return
    for (const key of keys) updates.delete(key)
    this.#known.clear()
    this.#size = whole.length
    this.#add(updates, whole)
  }
}
