import { encodeSaved } from '../../shared/protocol/messages.ts'
import { raise } from './clocks.ts'
import type { Connection } from './connection.ts'
import { encodeClocks } from './frames.ts'
import type { Batch } from './batch.ts'

/** Knows what of a board is on disk, and tells those whose edits are. */
export class Saved {
  readonly #clocks: Map<number, number>
  #bytes: Uint8Array | undefined
  /** connections that are told once storage works again */
  readonly #owed = new Set<Connection>()

  /** `clocks` is what was read from the store. */
  constructor(clocks: ReadonlyMap<number, number>) {
    this.#clocks = new Map(clocks)
  }

  /** More is on disk, by way of another node. */
  reached(clocks: ReadonlyMap<number, number>): void {
    if (clocks.size > 0) this.#bytes = undefined
    raise(this.#clocks, clocks)
  }

  /** Batches are on disk. Their authors are told, or owed that while storage fails. */
  committed(batches: readonly Batch[], isFailing: boolean): void {
    for (const { clocks, handled } of batches) {
      this.reached(clocks)
      for (const [connection, count] of handled) {
        connection.handled = count
        this.#owed.add(connection)
      }
    }
    if (isFailing) return
    for (const connection of this.#owed) this.tell(connection)
    this.#owed.clear()
  }

  tell(connection: Connection): void {
    if (connection.dialect !== 'rapport' || !connection.joined) return
    this.#bytes ??= encodeClocks(this.#clocks)
    connection.send(encodeSaved({ stateVector: this.#bytes, messages: connection.handled }))
  }

  leave(connection: Connection): void {
    this.#owed.delete(connection)
  }
}
