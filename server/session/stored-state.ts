import * as v from 'valibot'
import { freshSession, SessionStateSchema, type SessionState } from '../../shared/session/state.ts'
import { StoreError } from '../store/store-error.ts'

/** A board's session out of what lies in the store, a fresh one where nothing does; throws when it can't be read. */
export function readState(text: string | null): SessionState {
  if (text === null) return freshSession()
  const parsed = v.safeParse(SessionStateSchema, JSON.parse(text))
  if (!parsed.success) throw new StoreError('unreadable', 'A session can’t be read.')
  return parsed.output
}
