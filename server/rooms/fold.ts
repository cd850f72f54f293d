import * as Y from 'yjs'
import { encodeClocks } from './frames.ts'
import { scanUpdate } from './scan.ts'

/** Most updates merged at once: merging takes longer than linear time in their number. */
const WAYS = 16

/** An update with nothing in it. Merging with it rewrites a lone update in Yjs' own form. */
const NOTHING = new Uint8Array([0, 0])

/** A whole document as bytes, with what a joiner needs to know of it. */
export interface Folded {
  state: Uint8Array
  stateVector: Uint8Array
  /** an update with the delete set alone */
  deletes: Uint8Array
}

/** One update with everything in `updates`, in Yjs' own form whatever the form of a single one was. */
export function mergeAll(updates: readonly Uint8Array[]): Uint8Array {
  let level = [...updates]
  do {
    const next: Uint8Array[] = []
    for (let i = 0; i < Math.max(1, level.length); i += WAYS) {
      next.push(Y.mergeUpdates([...level.slice(i, i + WAYS), NOTHING]))
    }
    level = next
  } while (level.length > 1)
  return level[0] ?? NOTHING
}

/** Merges `parts` without applying them; a lone one is in Yjs' own form already. Throws when one can't be read. */
export function fold(parts: readonly Uint8Array[]): Folded {
  const [first = NOTHING] = parts
  return describe(parts.length <= 1 ? first : mergeAll(parts))
}

function describe(state: Uint8Array): Folded {
  const { clocks, deletesAt } = scanUpdate(state)
  const deletes = new Uint8Array(1 + state.length - deletesAt)
  deletes.set(state.subarray(deletesAt), 1)
  return { state, stateVector: encodeClocks(clocks), deletes }
}

/**
 * Applies `parts` to a document, so that deleted content is gone, and gives it back as bytes. Undefined when the
 * document did not take in all of it: what is stored must then stay as it is.
 */
export function compact(parts: readonly Uint8Array[]): Folded | undefined {
  const merged = mergeAll(parts)
  const doc = new Y.Doc()
  try {
    Y.applyUpdate(doc, merged)
    if (doc.store.pendingStructs || doc.store.pendingDs) return undefined
    const expected = Y.decodeStateVector(Y.encodeStateVectorFromUpdate(merged))
    for (const [client, clock] of expected) {
      if (Y.getState(doc.store, client) !== clock) return undefined
    }
    return describe(Y.encodeStateAsUpdate(doc))
  } finally {
    doc.destroy()
  }
}
