import { IndexeddbPersistence, clearDocument } from 'y-indexeddb'
import * as Y from 'yjs'
import type { Credentials } from './credentials.ts'
import { lasting } from './storage.ts'

const UNSAVED = 'unsaved'

/** This browser's copy of one board, kept between visits. */
export interface OfflineCopy {
  /** unsaved changes that an earlier visit left behind */
  unsaved: number
  /** Notes how many changes are unsaved; resolves to false when the browser refuses to keep it. */
  note(unsaved: number): Promise<boolean>
  /** Stops keeping; what is there stays. */
  close(): Promise<void>
  /** Deletes the copy from this browser. */
  drop(): Promise<void>
}

const nameOf = ({ board, participant }: Credentials): string =>
  `rapport:${board.id}:${board.epoch}:${participant.id}`

const indexKey = (board: string): string => `rapport.copies.${board}`

function namesFor(board: string): string[] {
  const names = lasting.read(indexKey(board))
  return Array.isArray(names) ? names.filter((name) => typeof name === 'string') : []
}

/** Whether the browser lets this page keep a database at all; private windows of some do not. */
function canKeep(name: string): Promise<boolean> {
  return new Promise((resolve) => {
    try {
      const probe = indexedDB.open(`${name}:probe`)
      probe.onsuccess = () => {
        probe.result.close()
        indexedDB.deleteDatabase(`${name}:probe`)
        resolve(true)
      }
      probe.onerror = () => resolve(false)
      probe.onblocked = () => resolve(false)
    } catch (error) {
      if (error instanceof DOMException || error instanceof ReferenceError) resolve(false)
      else throw error
    }
  })
}

const numberOf = (value: unknown): number => (typeof value === 'number' && value > 0 ? value : 0)

/** Reads this browser's copy into `doc` and keeps it up to date from then on; undefined where nothing can be kept. */
export async function openCopy(
  doc: Y.Doc,
  credentials: Credentials,
): Promise<OfflineCopy | undefined> {
  const name = nameOf(credentials)
  if (!(await canKeep(name))) return undefined
  const names = namesFor(credentials.board.id)
  if (!names.includes(name)) lasting.write(indexKey(credentials.board.id), [...names, name])
  const copy = new IndexeddbPersistence(name, doc)
  await copy.whenSynced
  return {
    unsaved: numberOf(await copy.get(UNSAVED)),
    note: (unsaved) =>
      copy.set(UNSAVED, unsaved).then(
        () => true,
        () => false,
      ),
    close: () => copy.destroy(),
    drop: async () => {
      await copy.destroy()
      await forget(credentials.board.id, name)
    },
  }
}

async function forget(board: string, name: string): Promise<void> {
  await clearDocument(name)
  lasting.write(
    indexKey(board),
    namesFor(board).filter((other) => other !== name),
  )
}

/** A copy of this board from before it was restored or erased, that still holds changes nobody else has. */
export interface StaleCopy {
  unsaved: number
  doc: Y.Doc
  /** Deletes the copy from this browser. */
  drop(): Promise<void>
}

/** This participant's copies of other epochs: those with unsaved changes are returned, the others deleted at once. */
export async function staleCopies(credentials: Credentials): Promise<StaleCopy[]> {
  const { id } = credentials.board
  const current = nameOf(credentials)
  const stale: StaleCopy[] = []
  for (const name of namesFor(id)) {
    if (name === current || !name.endsWith(`:${credentials.participant.id}`)) continue
    const doc = new Y.Doc()
    const copy = new IndexeddbPersistence(name, doc)
    await copy.whenSynced
    const unsaved = numberOf(await copy.get(UNSAVED))
    await copy.destroy()
    if (unsaved > 0) stale.push({ unsaved, doc, drop: () => forget(id, name) })
    else await forget(id, name)
  }
  return stale
}
