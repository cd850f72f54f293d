import type { Duplex } from 'node:stream'
import type * as Y from 'yjs'
import type { WebSocket } from 'ws'
import type { Erased } from '../../shared/board/erase-name.ts'
import type { Dialect } from '../../shared/protocol/dialects.ts'
import type { SessionState } from '../../shared/session/state.ts'
import type { Role } from '../../shared/access.ts'
import type { CloseReason } from '../../shared/protocol/close.ts'
import type { Session } from '../../shared/protocol/session.ts'
import type { Result } from '../../shared/result.ts'
import type { ParticipantRow, VersionRow } from '../store/store.ts'

/** What bringing a board back to a version came to. */
export interface RestoredBoard {
  restored: VersionRow
  /** what was there before */
  before: VersionRow
  /** the board's title now; undefined when it has none */
  title: string | undefined
}

/** The live boards of this server: what HTTP and the WebSocket upgrade may ask of them. */
export interface Rooms {
  /**
   * Hands an authorised socket to its board, loading it first if need be; closes the socket itself on failure. With the
   * `stream` that an uncompressed socket writes to, frames made once for all go straight there.
   */
  connect(
    socket: WebSocket,
    participant: ParticipantRow,
    dialect: Dialect,
    extras?: { stream?: Duplex; packs?: boolean },
  ): void
  /** The whole document now, as one Yjs update. Rejects when the board can't be loaded. */
  state(board: string): Promise<Uint8Array>
  /** What is decided about the board beside its content. Rejects when the board can't be loaded. */
  session(board: string): Promise<SessionState>
  /** The session as a participant with `role` is told it now, with who is on the board. Rejects when it can't be loaded. */
  told(board: string, role: Role): Promise<Session>
  /** Runs `change` on the board's document as the server's own edit; resolves when it is on disk and sent to all. */
  edit(board: string, change: (doc: Y.Doc) => void): Promise<void>
  /**
   * As `edit`, with an edit that `make` works out in its own time of the document, given as updates to be applied in order,
   * to be written under `client`; undefined: there is nothing to do.
   */
  make(
    board: string,
    make: (parts: readonly Uint8Array[], client: number) => Promise<Uint8Array | undefined>,
  ): Promise<void>
  /** Keeps the board as it is now as a version; undefined when people saved so many that there is no room for another one. */
  keepVersion(
    board: string,
    version: Pick<VersionRow, 'kind' | 'name' | 'by'>,
  ): Promise<VersionRow | undefined>
  /**
   * Brings the board back to a version, as the server's own edit in `by`'s name; what was there before is kept as a version
   * first. Resolves when that is on disk and sent to all. When there is no such version, or no room, nothing has changed.
   */
  restoreVersion(
    board: string,
    version: string,
    by: string,
  ): Promise<Result<RestoredBoard, 'unknown' | 'full'>>
  /**
   * Empties a participant's name in the board's document and versions, as the server's own edit; resolves when that is on disk.
   * The document's history is folded then too; where that is under way already, when everyone has left.
   */
  eraseName(board: string, who: Erased): Promise<void>
  /** The document that a version keeps, as one Yjs update; undefined when the board has no such version. */
  versionState(board: string, version: string): Promise<Uint8Array | undefined>
  /** Tells everyone on the board what the session is now, after its row or participants changed. */
  refresh(board: string): Promise<void>
  /** Closes the sockets of one participant, or of everyone who came by one link, or of all. */
  disconnect(
    board: string,
    who: { participant: string } | { link: string } | 'all',
    reason: CloseReason,
  ): void
  /**
   * From now on folds, at a gentle pace and behind whoever joins, the logs of stored boards that nobody has open here: what was deleted
   * before a crash or a stop goes from the store without anybody coming.
   */
  sweepLogs(): void
  /** how many boards' edits can't be put on disk at the moment */
  readonly failing: number
  /** it is being closed: nobody is let in any more */
  readonly isClosing: boolean
  /** Writes what is pending, tells clients to come back, closes every socket. */
  close(): Promise<void>
}
