import { deflateRawSync, inflateRawSync } from 'node:zlib'
import * as Y from 'yjs'
import { eraseName, type Erased } from '../../shared/board/erase-name.ts'
import { rootsOf } from '../../shared/board/layout.ts'
import { plain } from '../../shared/board/object.ts'
import { gaugeFields } from '../../shared/objects/organisation-profile.ts'
import { assert } from '../../shared/assert.ts'
import { mergeAll } from './fold.ts'

/** A document as a version keeps it. */
export interface PackedVersion {
  content: Uint8Array
  /** title of the frame that was asked for; empty when it has none or is gone */
  title: string
}

/**
 * What is on the board in `parts`, compressed: without anything that was deleted before, and without what organisations show
 * only while they consent to it. Throws when a part of it is missing.
 */
export function packVersion(parts: readonly Uint8Array[], stage: string | null): PackedVersion {
  const doc = new Y.Doc()
  try {
    Y.applyUpdate(doc, mergeAll(parts))
    assert(
      !doc.store.pendingStructs && !doc.store.pendingDs,
      'a version is kept of a whole document',
    )
    doc.transact(() => {
      for (const map of rootsOf(doc).objects.values() as Iterable<unknown>) {
        if (!(map instanceof Y.Map)) continue
        for (const key of Object.keys(gaugeFields)) if (map.has(key)) map.delete(key)
      }
    })
    const title = stage === null ? '' : plain(rootsOf(doc).objects.get(stage)?.get('title'))
    return {
      content: new Uint8Array(deflateRawSync(Y.encodeStateAsUpdate(doc))),
      title: typeof title === 'string' ? title.trim() : '',
    }
  } finally {
    doc.destroy()
  }
}

/** What `packVersion` kept, without somebody's name; undefined when it holds none. */
export function packWithoutName(content: Uint8Array, who: Erased): Uint8Array | undefined {
  const doc = new Y.Doc()
  try {
    Y.applyUpdate(doc, unpackVersion(content))
    if (!eraseName(doc, who, null)) return undefined
    return new Uint8Array(deflateRawSync(Y.encodeStateAsUpdate(doc)))
  } finally {
    doc.destroy()
  }
}

/** The document that `packVersion` kept, as one Yjs update. */
export const unpackVersion = (content: Uint8Array): Uint8Array =>
  new Uint8Array(inflateRawSync(content))
