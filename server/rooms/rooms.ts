import type { Duplex } from 'node:stream'
import type * as Y from 'yjs'
import type { WebSocket } from 'ws'
import type { Dialect } from '../../shared/protocol/messages.ts'
import type { SessionState } from '../../shared/session/state.ts'
import type { CloseReason } from '../../shared/protocol/close.ts'
import type { ParticipantRow } from '../store/store.ts'

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
  /** Runs `change` on the board's document as the server's own edit; resolves when it is on disk and sent to all. */
  edit(board: string, change: (doc: Y.Doc) => void): Promise<void>
  /** Tells everyone on the board what the session is now, after its row or participants changed. */
  refresh(board: string): Promise<void>
  /** Closes the sockets of one participant, or of everyone who came by one link, or of all. */
  disconnect(
    board: string,
    who: { participant: string } | { link: string } | 'all',
    reason: CloseReason,
  ): void
  /** What is decided about the board beside its content. Rejects when the board can't be loaded. */
  session(board: string): Promise<SessionState>
  /** how many boards' edits can't be put on disk at the moment */
  readonly failing: number
  /** Writes what is pending, tells clients to come back, closes every socket. */
  close(): Promise<void>
}
