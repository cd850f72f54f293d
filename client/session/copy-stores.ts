import * as idb from 'lib0/indexeddb'
import type { Credentials } from './credentials.ts'

/** The stores of a copy, of which one holds updates under rising numbers, and the other facts by name. */
export const stores = ['updates', 'custom'] as const

/** The database of a copy, and whether it was made just now, so that there is nothing in it. */
interface Stores {
  db: IDBDatabase
  isNew: boolean
}

/** The name of the database that holds this participant's copy of a board. */
export const copyName = ({ board, participant }: Credentials): string =>
  `rapport:${board.id}:${board.epoch}:${participant.id}`

async function open(name: string): Promise<Stores> {
  let isNew = false
  const db = await idb.openDB(name, (made) => {
    isNew = true
    idb.createStores(made, [['updates', { autoIncrement: true }], ['custom']])
  })
  return { db, isNew }
}

const begun = new Map<string, Promise<Stores>>()

/** Begins to open a copy's database: whoever opens it next with `openStores` waits less. */
export function openStoresAhead(name: string): void {
  const opening = open(name)
  // Whoever takes it meets the failure.
  opening.catch(() => undefined)
  begun.set(name, opening)
}

/** Opens a copy's database, made where there is none; rejects where the browser refuses. */
export function openStores(name: string): Promise<Stores> {
  const opening = begun.get(name) ?? open(name)
  begun.delete(name)
  return opening
}
