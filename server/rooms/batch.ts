import type { Append } from '../store/store.ts'
import { StoreError } from '../store/store-error.ts'
import type { Connection } from './connection.ts'

/** What a board took in during one tick. */
export interface Batch {
  /** all updates as one; null when there was nothing to store */
  update: Uint8Array | null
  /** clocks after it, of the clients in it */
  clocks: ReadonlyMap<number, number>
  claims: Append['claims']
  /** whose updates these are; null stands for the server */
  authors: ReadonlySet<Connection | null>
  /** how many sync messages of each connection are handled with this batch */
  handled: ReadonlyMap<Connection, number>
  /** called once it is on disk and was relayed; with an error when the board went before that */
  done: readonly ((error?: Error) => void)[]
}

/** Tells who waits for the batch that the board went before it was on disk. */
export function abandon({ done }: Batch): void {
  for (const tell of done)
    tell(new StoreError('unavailable', 'The board was closed before the edit was on disk.'))
}
