import { encodeClocks } from './frames.ts'
import { mergeAll } from './fold.ts'
import type { Folder } from './folder.ts'

/** Bytes of an update from which on only what is new in it is sent on: it is a snapshot, of which most is known. */
const LARGE = 100_000

interface NewsParts {
  folder: Folder
  /** clocks of what everyone here has been given */
  relayed(): ReadonlyMap<number, number>
  /** gives everyone here an update that is in the document already */
  relay(update: Uint8Array): void
  failed(error: unknown): void
}

/** Other nodes' updates on their way to everyone here, in order. */
export class News {
  readonly #parts: NewsParts
  #waiting: Uint8Array[] = []
  #busy = false

  constructor(parts: NewsParts) {
    this.#parts = parts
  }

  add(update: Uint8Array): void {
    this.#waiting.push(update)
  }

  /** Sends on what was added since the last time. */
  flush(): void {
    if (this.#busy) return
    const large = this.#waiting.findIndex(({ length }) => length >= LARGE)
    const small = this.#waiting.splice(0, large === -1 ? this.#waiting.length : large)
    if (small.length > 0) this.#parts.relay(mergeAll(small))
    const snapshot = this.#waiting.shift()
    if (!snapshot) return
    this.#busy = true
    this.#cut(snapshot)
      .catch((error: unknown) => this.#parts.failed(error))
      .finally(() => {
        this.#busy = false
        this.flush()
      })
  }

  async #cut(snapshot: Uint8Array): Promise<void> {
    const known = encodeClocks(this.#parts.relayed())
    this.#parts.relay(await this.#parts.folder.diff(snapshot, known))
  }
}
