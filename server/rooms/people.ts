import type { Run, Session } from '../../shared/protocol/session.ts'
import { encodeJson } from '../../shared/protocol/messages.ts'
import type { BoardRow, ParticipantRow } from '../store/store.ts'
import type { Connection } from './connection.ts'

/** Who may be on a board and who is, and the session message that says so. */
export class People {
  readonly #rows = new Map<string, ParticipantRow>()
  /** node → ids of the participants who are on the board there */
  readonly #elsewhere = new Map<string, readonly string[]>()
  #row: BoardRow
  storage: Session['storage'] = 'ok'

  constructor(row: BoardRow, participants: readonly ParticipantRow[]) {
    this.#row = row
    this.update(row, participants)
  }

  get readOnly(): boolean {
    return this.#row.readOnly
  }

  /** What the store says now. */
  update(row: BoardRow, participants: readonly ParticipantRow[]): void {
    this.#row = row
    this.#rows.clear()
    for (const participant of participants) this.#rows.set(participant.id, participant)
  }

  /** The participant as the store last told; undefined when they were removed. */
  find(id: string): ParticipantRow | undefined {
    const row = this.#rows.get(id)
    return row?.removedAt === null ? row : undefined
  }

  /** Somebody who joined after the store was last asked. */
  add(participant: ParticipantRow): void {
    if (!this.#rows.has(participant.id)) this.#rows.set(participant.id, participant)
  }

  /** Who is on the board on another node; false when one of them isn't known here. */
  setElsewhere(node: string, ids: readonly string[]): boolean {
    this.#elsewhere.set(node, ids)
    return ids.every((id) => this.#rows.has(id))
  }

  /** Nobody is on the board on that node any more. */
  leaveElsewhere(node: string): void {
    this.#elsewhere.delete(node)
  }

  /** Everyone who ever joined, the removed ones too. */
  all(): Iterable<ParticipantRow> {
    return this.#rows.values()
  }

  /** The bytes of the session message as things are with these connections at `now`. */
  message(connections: Iterable<Connection>, run: Run, now: number): Uint8Array {
    const online = new Set([...this.#elsewhere.values()].flat())
    for (const { participant } of connections) online.add(participant.id)
    const session: Session = {
      epoch: this.#row.epoch,
      now,
      readOnly: this.#row.readOnly || run.ended,
      storage: this.storage,
      participants: [...this.#rows.values()].flatMap(
        ({ id, name, role, organisation, removedAt }) =>
          removedAt === null ? [{ id, name, role, organisation, online: online.has(id) }] : [],
      ),
      run,
    }
    return encodeJson(101, session)
  }
}
