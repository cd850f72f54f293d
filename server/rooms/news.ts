import type { Clock } from '../clock.ts'
import type { LoggedUpdate } from '../store/store.ts'
import type { BoardDocument } from './document.ts'
import { mergeAll } from './fold.ts'
import type { Folder } from './folder.ts'
import { encodeClocks } from './frames.ts'
import type { Guard } from './guard.ts'
import type { Ledger } from './ledger.ts'
import type { Persister } from './persister.ts'
import type { Saved } from './saved.ts'
import { Ticker } from './ticker.ts'

/** Bytes of an update from which on only what is new in it is sent on: it is a snapshot, of which most is known. */
const LARGE = 100_000

interface NewsParts {
  ledger: Ledger
  guard: Guard
  document: BoardDocument
  saved: Saved
  persister: Persister
  /** ms between two rounds of edits */
  pace(): number
  /** clocks of what everyone here has been given */
  relayed: ReadonlyMap<number, number>
  /** gives everyone here an update that is in the document already */
  relay(update: Uint8Array): void
  failed(error: unknown): void
}

/** Takes in what other nodes have put on disk, and gives it to everyone here, in order and a round at a time. */
export class News {
  readonly #folder: Folder
  readonly #parts: NewsParts
  readonly #ticker: Ticker
  #waiting: Uint8Array[] = []
  #busy = false
  #stopped = false

  constructor({ clock, folder }: { clock: Clock; folder: Folder }, parts: NewsParts) {
    this.#folder = folder
    this.#parts = parts
    this.#ticker = new Ticker(clock, parts.pace, () => this.#flush())
  }

  /** The document and what is known of it hold the updates when this returns. Some of it may have been known. */
  take(updates: readonly LoggedUpdate[]): void {
    const { ledger, guard, document, saved, persister } = this.#parts
    for (const { update, claims } of updates) {
      saved.reached(ledger.learn(update, claims))
      // Who wrote it is not told; the node that took it has put back what they may not change.
      guard.accepted(update, true)
      document.add(update)
      persister.rows += 1
      persister.bytes += update.length
      this.#waiting.push(update)
    }
    this.#ticker.request()
  }

  stop(): void {
    this.#stopped = true
    this.#ticker.stop()
  }

  #flush(): void {
    if (this.#busy || this.#stopped) return
    const small = this.#waiting.splice(0, this.#smallOnes())
    if (small.length > 0) this.#parts.relay(mergeAll(small))
    const [snapshot] = this.#waiting
    if (!snapshot) return
    if (snapshot.length < LARGE) {
      this.#ticker.request()
      return
    }
    this.#waiting.shift()
    this.#busy = true
    this.#cut(snapshot)
      .catch((error: unknown) => this.#parts.failed(error))
      .finally(() => {
        this.#busy = false
        this.#flush()
      })
  }

  /** How many go out in one round: merging what another node took in pieces would hold everyone up. */
  #smallOnes(): number {
    let bytes = 0
    let count = 0
    for (const { length } of this.#waiting) {
      bytes += length
      if (bytes >= LARGE) break
      count += 1
    }
    return count
  }

  async #cut(snapshot: Uint8Array): Promise<void> {
    const { relayed, relay } = this.#parts
    const news = await this.#folder.diff(snapshot, encodeClocks(relayed))
    if (!this.#stopped) relay(news)
  }
}
