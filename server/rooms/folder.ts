import * as Y from 'yjs'
import { connectWorker, type RemoteWorker } from '../worker.ts'
import type { Erased } from '../../shared/board/erase-name.ts'
import { fold, type Folded } from './fold.ts'
import type { FoldApi } from './fold-worker.ts'
import { packVersion, packWithoutName, type PackedVersion } from './pack-version.ts'

/** Documents up to this many bytes are folded at once: handing them to the worker would take longer. */
const SMALL = 64_000

/** Work that grows with a document, kept off the event loop unless the document is small. */
export interface Folder {
  fold(parts: readonly Uint8Array[]): Promise<Folded>
  /** The part of `state` that a client with `stateVector` lacks. */
  diff(state: Uint8Array, stateVector: Uint8Array): Promise<Uint8Array>
  compact(parts: readonly Uint8Array[]): Promise<Folded | undefined>
  /** Cuts a large update into pieces that can be taken one after the other; rejects when it can't be read. */
  split(update: Uint8Array, size: number): Promise<Uint8Array[]>
  /** The document as a version keeps it, and the title of the frame `stage` in it. */
  packVersion(parts: readonly Uint8Array[], stage: string | null): Promise<PackedVersion>
  /** A version's content without somebody's name; undefined when it holds none. */
  packWithoutName(content: Uint8Array, who: Erased): Promise<Uint8Array | undefined>
  close(): Promise<void>
}

/** A folder with one worker thread, started when first needed and again should it die. */
export function createFolder(): Folder {
  let worker: RemoteWorker<FoldApi> | undefined
  const call: RemoteWorker<FoldApi>['call'] = (method, ...args) => {
    // A document too big for the thread must not take later ones with it.
    if (!worker || worker.hasEnded) {
      worker = connectWorker<FoldApi>(new URL('./fold-worker.ts', import.meta.url))
    }
    return worker.call(method, ...args)
  }
  const isSmall = (parts: readonly Uint8Array[]): boolean =>
    parts.reduce((sum, part) => sum + part.length, 0) <= SMALL

  return {
    async fold(parts) {
      return isSmall(parts) ? fold(parts) : call('fold', parts)
    },
    async diff(state, stateVector) {
      return isSmall([state]) ? Y.diffUpdate(state, stateVector) : call('diff', state, stateVector)
    },
    compact: (parts) => call('compact', parts),
    split: (update, size) => call('split', update, size),
    async packVersion(parts, stage) {
      return isSmall(parts) ? packVersion(parts, stage) : call('packVersion', parts, stage)
    },
    async packWithoutName(content, who) {
      // Compressed: a few times as much when it is unpacked.
      return content.length <= SMALL / 8
        ? packWithoutName(content, who)
        : call('packWithoutName', content, who)
    },
    async close() {
      await worker?.close()
    },
  }
}
