import { can, type Role } from '../../shared/access.ts'
import type { Session } from '../../shared/protocol/session.ts'

/** Why a board can't be worked on any more from here. */
export type Ended =
  | 'removed'
  | 'board-closed'
  | 'not-authorised'
  | 'replaced'
  | 'protocol'
  | 'out-of-step'
  | 'restored'

/** What is known about the connection, the copies and the session at this moment. */
export interface Facts {
  /** `open` only when the document is in step and the session has come on this very connection */
  link: 'connecting' | 'open' | 'lost'
  /** local changes that the server has not confirmed as being on disk */
  unsaved: number
  /** whether this browser keeps a copy that outlives the tab */
  kept: boolean
  /** how many of the unsaved changes are on this browser's disk for certain */
  onDisk: number
  session: Session | null
  ended: Ended | null
  /** plain HTTP works, but a WebSocket can't be opened */
  blocked: boolean
}

/** The one thing that the status says. `n` is the number of changes not confirmed by the server; offline, of those that this browser's disk has, `more` being on their way there. */
export type Status =
  | { kind: 'connecting' }
  | { kind: 'saved' }
  | { kind: 'saving'; n: number }
  | { kind: 'offline'; n: number; more: boolean; blocked: boolean }
  | { kind: 'tab-only'; n: number; blocked: boolean }
  | { kind: 'read-only'; n: number }
  | { kind: 'storage-failing'; n: number }
  | { kind: 'removed'; n: number; because: Exclude<Ended, 'board-closed'> }
  | { kind: 'board-closed'; n: number }

/** The true status: an end outranks the connection, the connection the server's disk, and that the saving of changes. */
export function statusOf(facts: Facts, role: Role): Status {
  const { link, unsaved: n, kept, onDisk, session, ended, blocked } = facts
  if (ended === 'board-closed') return { kind: 'board-closed', n }
  if (ended) return { kind: 'removed', n, because: ended }
  if (link === 'lost') {
    if (!kept) return { kind: 'tab-only', n, blocked }
    return { kind: 'offline', n: Math.min(n, onDisk), more: n > onDisk, blocked }
  }
  if (link === 'connecting') return { kind: 'connecting' }
  if (session?.storage === 'failing') return { kind: 'storage-failing', n }
  if (session?.readOnly || !can(role, 'edit')) return { kind: 'read-only', n }
  return n > 0 ? { kind: 'saving', n } : { kind: 'saved' }
}
