import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'

/** How many strings are remembered; a power of two. */
const SLOTS = 4096
const known: (string | undefined)[] = Array.from({ length: SLOTS })
/** The longest text, in bytes, that is worth looking for among those remembered; its length then takes one byte. */
const MOST_BYTES = 64
/** How a value begins that is a string. */
const STRING = 119

/**
 * Reads what Yjs's own reader does. The same few keys and words come again and again, and are made only once; plain ASCII is cut
 * from one string of all the bytes, for a tenth of what it costs to decode each by itself.
 */
class RememberingDecoder extends Y.UpdateDecoderV1 {
  #letters: string | undefined

  override readString(): string {
    const { arr, pos } = this.restDecoder
    const length = arr[pos] ?? 0
    const start = pos + 1
    const end = start + length
    if (length > MOST_BYTES || end > arr.length) return decoding.readVarString(this.restDecoder)
    let hash = length
    for (let at = start; at < end; at++) {
      const byte = arr[at] ?? 0
      if (byte > 127) return decoding.readVarString(this.restDecoder)
      hash = (Math.imul(hash, 31) + byte) | 0
    }
    this.restDecoder.pos = end
    this.#letters ??= new TextDecoder('latin1').decode(arr)
    const slot = hash & (SLOTS - 1)
    const before = known[slot]
    if (before?.length === length && this.#letters.startsWith(before, start)) return before
    const read = this.#letters.slice(start, end)
    known[slot] = read
    return read
  }

  override readKey(): string {
    return this.readString()
  }

  override readAny(): unknown {
    const { arr, pos } = this.restDecoder
    if (arr[pos] !== STRING) return super.readAny()
    this.restDecoder.pos += 1
    return this.readString()
  }
}

type Listener = (update: Uint8Array, origin: unknown, doc: Y.Doc, by: Y.Transaction) => void

/**
 * Does what `Y.applyUpdate` does with a large update, faster: whoever listens for updates is given these very bytes, even
 * where some of them were known, and not what Yjs would write anew.
 */
export function takeIn(doc: Y.Doc, update: Uint8Array, origin: unknown): void {
  const listeners = doc._observers.get('update') as Set<Listener> | undefined
  let isAway = doc._observers.delete('update')
  const bringBack = (): void => {
    if (!isAway || !listeners) return
    isAway = false
    const since = doc._observers.get('update') ?? []
    doc._observers.set('update', new Set([...listeners, ...since]))
  }
  try {
    const by = Y.transact(
      doc,
      (transaction) => {
        // Who answers what comes with an edit is heard; this update is then told as Yjs tells it.
        doc.on('beforeTransaction', bringBack)
        Y.applyUpdateV2(doc, update, origin, RememberingDecoder)
        return transaction
      },
      origin,
      false,
    )
    if (isAway) for (const listener of listeners ?? []) listener(update, origin, doc, by)
  } finally {
    doc.off('beforeTransaction', bringBack)
    bringBack()
  }
}
