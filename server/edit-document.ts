import * as Y from 'yjs'

/**
 * Runs `change` on a temporary document made of `parts`, as client `client`, and gives the update that it made;
 * undefined when it changed nothing. Throws what `change` throws, and then nothing has changed.
 */
export function editDocument(
  parts: readonly Uint8Array[],
  client: number,
  change: (doc: Y.Doc) => void,
): Uint8Array | undefined {
  const doc = new Y.Doc()
  try {
    for (const part of parts) Y.applyUpdate(doc, part)
    doc.clientID = client
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => updates.push(update))
    doc.transact(() => change(doc))
    return updates.length > 0 ? Y.mergeUpdates(updates) : undefined
  } finally {
    doc.destroy()
  }
}
