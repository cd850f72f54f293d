import { deleteDB } from 'lib0/indexeddb'
import * as Y from 'yjs'
import { copyName } from './copy-stores.ts'
import { credentialsFor, keepCredentials, type Credentials } from './credentials.ts'
import { copiesKey } from './early.ts'
import { KeptUpdates } from './kept-updates.ts'
import { lasting } from './storage.ts'

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

function namesFor(board: string): string[] {
  const names = lasting.read(copiesKey(board))
  return Array.isArray(names) ? names.filter((name) => typeof name === 'string') : []
}

/** Reads this browser's copy into `doc` and keeps it up to date from then on; undefined where nothing can be kept. */
export async function openCopy(
  doc: Y.Doc,
  credentials: Credentials,
): Promise<OfflineCopy | undefined> {
  const name = copyName(credentials)
  const { id } = credentials.board
  const listed = (): void => {
    const names = namesFor(id)
    if (names.includes(name)) return
    lasting.write(copiesKey(id), [...names, name])
    // Whoever cleared this browser's data while the board was open has taken away the way back to it too.
    if (!credentialsFor(id)) keepCredentials(credentials)
  }
  // Private windows of some browsers keep nothing, and neither does a full disk.
  const copy = await KeptUpdates.open(name, doc).catch(() => undefined)
  if (!copy) return undefined
  const { kept, unsaved } = copy
  let dropped = false
  listed()
  return {
    unsaved,
    note: async (count) => {
      const done = await kept.note(count)
      if (done && !dropped) listed()
      return done
    },
    close: () => kept.close(),
    drop: async () => {
      dropped = true
      await kept.close()
      await forget(id, name)
    },
  }
}

async function forget(board: string, name: string): Promise<void> {
  await deleteDB(name)
  const others = namesFor(board).filter((other) => other !== name)
  if (others.length > 0) lasting.write(copiesKey(board), others)
  else lasting.remove(copiesKey(board))
}

/** A copy of this board from before it was restored or erased, that still holds changes nobody else has. */
export interface StaleCopy {
  unsaved: number
  doc: Y.Doc
  /** Deletes the copy from this browser. */
  drop(): Promise<void>
}

/** This participant's copies of other epochs: those with unsaved changes are returned, the others deleted at once; what this browser can't open is passed over. */
export async function staleCopies(credentials: Credentials): Promise<StaleCopy[]> {
  const { id } = credentials.board
  const current = copyName(credentials)
  const stale: StaleCopy[] = []
  for (const name of namesFor(id)) {
    if (name === current || !name.endsWith(`:${credentials.participant.id}`)) continue
    const doc = new Y.Doc()
    // One that can't be opened now stays for another visit, and hides no other.
    const copy = await KeptUpdates.open(name, doc).catch(() => undefined)
    if (!copy) continue
    const { kept, unsaved } = copy
    await kept.close()
    if (unsaved > 0) stale.push({ unsaved, doc, drop: () => forget(id, name) })
    else await forget(id, name).catch(() => undefined)
  }
  return stale
}
