import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import { RememberingDecoder } from './remembering-decoder.ts'
import { takeStructs } from './take-structs.ts'

type Listener = (update: Uint8Array, origin: unknown, doc: Y.Doc, by: Y.Transaction) => void

/** What came earlier and waits for what it leans on; undefined for nothing. */
function waitingIn({ store }: Y.Doc): Uint8Array | undefined {
  const updates = [store.pendingStructs?.update, store.pendingDs].filter(
    (one) => one instanceof Uint8Array,
  )
  return updates.length > 0 ? Y.convertUpdateFormatV2ToV1(Y.mergeUpdatesV2(updates)) : undefined
}

/** Takes the structs of an update in; what of it Yjs has still to see to, which may be all of it: what it knows it passes over. */
function leftToYjs(update: Uint8Array, transaction: Y.Transaction): Uint8Array {
  const decoder = new RememberingDecoder(decoding.createDecoder(update))
  if (!takeStructs(decoder, transaction)) return update
  const { pos } = decoder.restDecoder
  const withoutStructs = new Uint8Array(1 + update.length - pos)
  withoutStructs.set(update.subarray(pos), 1)
  return withoutStructs
}

/**
 * Does what `Y.applyUpdate` does with a large update, faster: whoever listens for updates is given these very bytes, even
 * where some of them were known, and not what Yjs would write anew; then what had waited for it.
 */
export function takeIn(doc: Y.Doc, update: Uint8Array, origin: unknown): void {
  const listeners = doc._observers.get('update') as Set<Listener> | undefined
  const waited = waitingIn(doc)
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
        Y.applyUpdateV2(doc, leftToYjs(update, transaction), origin, RememberingDecoder)
        return transaction
      },
      origin,
      false,
    )
    if (!isAway) return
    for (const told of waited ? [update, waited] : [update])
      for (const listener of listeners ?? []) listener(told, origin, doc, by)
  } finally {
    doc.off('beforeTransaction', bringBack)
    bringBack()
  }
}
