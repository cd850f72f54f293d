import type { LoggedUpdate } from '../store/store.ts'

/** Times of a link, ms. */
export interface LinkTimes {
  /** how long a missing update may still come by the bus before the log is read */
  grace: number
  /** how often the log is looked at in any case: while the bus is in contact, and while it isn't */
  checkEvery: number
  pollEvery: number
  /** a node that was not heard of for so long is gone */
  forgetAfter: number
}

/** What a link keeps to unless it is told otherwise. */
export const defaultTimes: LinkTimes = {
  grace: 30,
  checkEvery: 5_000,
  pollEvery: 500,
  forgetAfter: 15_000,
}

/** What a room does with what other nodes have done. None of these may call the link back, `presence` and `session` aside. */
export interface LinkEvents {
  /**
   * Updates that are in the log, in its order; `seq` moves on when this returns. They may repeat what the room knows: own ones
   * whose commit was not answered, a snapshot in place of the updates that it was made from, a client's that moved here.
   */
  news(updates: readonly LoggedUpdate[]): void
  /** what another node says of its people */
  presence(node: string, body: Uint8Array): void
  session(node: string, body: Uint8Array): void
  /** other nodes want to know of this node's people: publish presence and session in full */
  announce(): void
  /** the node has closed the board, or was not heard of for long: its people are gone from here */
  left(node: string): void
  /** the board's row, links or participants may have changed: read them anew */
  changed(): void
  /** the board was removed, or its log is another one; the link is closed, and the room must go */
  ended(reason: 'gone' | 'replaced'): void
}
