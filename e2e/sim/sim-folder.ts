import type { Erased } from '../../shared/board/erase-name.ts'
import * as Y from 'yjs'
import { compact, fold } from '../../server/rooms/fold.ts'
import { packVersion, packWithoutName } from '../../server/rooms/pack-version.ts'
import type { Folder } from '../../server/rooms/folder.ts'
import { splitUpdate } from '../../shared/update/split.ts'

/** A folder whose answers wait until they are let out, so that anything can happen meanwhile. */
export class SimFolder implements Folder {
  readonly pending: (() => void)[] = []

  fold(parts: readonly Uint8Array[]) {
    return this.#later(() => fold(parts))
  }
  diff(state: Uint8Array, stateVector: Uint8Array) {
    return this.#later(() => Y.diffUpdate(state, stateVector))
  }
  compact(parts: readonly Uint8Array[]) {
    return this.#later(() => compact(parts))
  }
  split(update: Uint8Array, size: number) {
    return this.#later(() => splitUpdate(update, size))
  }
  packVersion(parts: readonly Uint8Array[], stage: string | null) {
    return this.#later(() => packVersion(parts, stage))
  }
  packWithoutName(content: Uint8Array, who: Erased) {
    return this.#later(() => packWithoutName(content, who))
  }
  async close(): Promise<void> {
    this.pending.length = 0
  }

  #later<T>(work: () => T): Promise<T> {
    return new Promise((resolve, reject) => {
      this.pending.push(() => {
        try {
          resolve(work())
        } catch (error) {
          reject(error)
        }
      })
    })
  }
}
