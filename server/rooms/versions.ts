import * as Y from 'yjs'
import type { Erased } from '../../shared/board/erase-name.ts'
import { boardKeys, rootsOf } from '../../shared/board/layout.ts'
import type { Restored } from '../../shared/board/restored.ts'
import { turnInto } from '../../shared/board/turn-into.ts'
import { newId } from '../../shared/ids.ts'
import type { SessionState } from '../../shared/session/state.ts'
import { versionName } from '../../shared/protocol/version-name.ts'
import { inEnglish } from '../../shared/words/words.ts'
import type { VersionRow } from '../store/store.ts'
import { unpackVersion } from './pack-version.ts'
import type { RoomParts } from './room-parts.ts'
import type { RestoredBoard } from './rooms.ts'
import type { ServerEdits } from './server-edits.ts'

/** What a version is to be known by. */
export type VersionName = Pick<VersionRow, 'kind' | 'name' | 'by'>

interface Ended {
  kind: 'stage' | 'session'
  /** id of the frame whose stage it was */
  stage: string | null
}

/** What ended between two states of a session, if anything did: a version is kept of the board as it then was. */
export function endedBetween(before: SessionState, after: SessionState): Ended | undefined {
  if (!before.ended && after.ended) return { kind: 'session', stage: null }
  if (before.stage === null || before.stage === after.stage) return undefined
  return { kind: 'stage', stage: before.stage }
}

/** Keeps versions of one board's document in the store. */
export class Versions {
  readonly #board: string
  readonly #parts: RoomParts
  #keeping: Promise<unknown> = Promise.resolve()

  constructor(board: string, parts: RoomParts) {
    this.#board = board
    this.#parts = parts
  }

  /** Keeps the document in `parts`; undefined when people saved so many that there is no room for another one. */
  async keep(
    parts: readonly Uint8Array[],
    { kind, name, by }: VersionName,
  ): Promise<VersionRow | undefined> {
    const { content } = await this.#parts.folder.packVersion(parts, null)
    return this.#add(content, { kind, name, by })
  }

  /** Keeps the document in `parts` because something ended, unless the newest version says the same; in the background: nobody waits for it. */
  keepEnded(parts: readonly Uint8Array[], what: Ended): void {
    this.#keeping = this.#keeping.then(() => this.#keepEnded(parts, what))
  }

  /** Brings the document back by way of `edit`; undefined, with nothing changed, when there is no room to keep what was there. */
  async restore(
    edit: ServerEdits['edit'],
    version: VersionRow,
    content: Uint8Array,
    by: string,
  ): Promise<RestoredBoard | undefined> {
    const change = bringBack(version, content, { by, now: this.#parts.clock.now() })
    let before: VersionRow | undefined
    let title: unknown
    await edit(
      (doc) => {
        change(doc)
        title = rootsOf(doc).board.get(boardKeys.title)
      },
      async (parts) => {
        before = await this.keep(parts, {
          kind: 'restore',
          name: versionName(version, inEnglish),
          by,
        })
        return before !== undefined
      },
    )
    return (
      before && { restored: version, before, title: typeof title === 'string' ? title : undefined }
    )
  }

  /** Empties a participant's name in every version, also in those that are being kept in the background. */
  async eraseName(who: Erased): Promise<void> {
    await this.#keeping
    const { store, folder } = this.#parts
    const board = this.#board
    for (const { id } of await store.versions(board)) {
      const content = await store.versionContent(board, id)
      const next = content && (await folder.packWithoutName(content, who))
      if (next) await store.rewriteVersion(board, id, next)
    }
  }

  /** Resolves when nothing is being kept in the background. */
  async settled(): Promise<void> {
    await this.#keeping
  }

  async #keepEnded(parts: readonly Uint8Array[], { kind, stage }: Ended): Promise<void> {
    const { folder, log, store } = this.#parts
    const board = this.#board
    try {
      const { content, title } = await folder.packVersion(parts, stage)
      const [newest] = await store.versions(board)
      const known = newest && (await store.versionContent(board, newest.id))
      if (known && Buffer.compare(known, content) === 0) return
      const kept = await this.#add(content, { kind, name: title, by: null })
      if (!kept) log.warn({ board }, 'No version was kept: there is no room for another one')
    } catch (error) {
      log.error({ board, err: error }, 'No version was kept')
    }
  }

  async #add(content: Uint8Array, name: VersionName): Promise<VersionRow | undefined> {
    const { store, clock, limits } = this.#parts
    const row: VersionRow = { ...name, id: newId(), board: this.#board, at: clock.now() }
    return (await store.addVersion(row, content, limits.versions)) ? row : undefined
  }
}

/** The edit that brings a document back to a version. */
function bringBack(
  version: VersionRow,
  content: Uint8Array,
  { by, now }: { by: string; now: number },
): (doc: Y.Doc) => void {
  return (doc) => {
    const wanted = new Y.Doc()
    Y.applyUpdate(wanted, unpackVersion(content))
    turnInto(doc, wanted, 'restore')
    wanted.destroy()
    const { kind, name, at } = version
    const restored: Restored = {
      kind,
      about: name,
      at: new Date(at).toISOString(),
      by,
      on: new Date(now).toISOString(),
    }
    rootsOf(doc).board.set(boardKeys.restored, restored)
  }
}
