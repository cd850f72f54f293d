import type { Erased } from '../../shared/board/erase-name.ts'
import type { Run, Session, WaitingPerson } from '../../shared/protocol/session.ts'
import { can, type Role } from '../../shared/access.ts'
import type { BoardRow, ParticipantRow } from '../store/store.ts'
import type { Connection } from './connection.ts'

/** What somebody who waits wishes to speak for: an organisation's id, or its name. */
function wishOf({ waiting }: ParticipantRow): string | null {
  const wish = JSON.parse(waiting ?? 'null') as string | { name: string } | null
  return typeof wish === 'object' ? (wish?.name ?? null) : wish
}

/** Who may be on a board and who is, and the session message that says so. */
export class People {
  readonly #rows = new Map<string, ParticipantRow>()
  /** node → ids of the participants who are on the board there */
  readonly #elsewhere = new Map<string, readonly string[]>()
  /** participant → when they were last told to be here, by the server's clock */
  readonly #lastHere = new Map<string, number>()
  #row: BoardRow
  storage: Session['storage'] = 'ok'

  constructor(row: BoardRow, participants: readonly ParticipantRow[]) {
    this.#row = row
    this.update(row, participants)
  }

  get readOnly(): boolean {
    return this.#row.readOnly
  }

  /** What the store says now. Gives those whose name was erased since it was last asked, as it was. */
  update(row: BoardRow, participants: readonly ParticipantRow[]): Erased[] {
    const erased = participants.flatMap(({ id, name }) => {
      const before = this.#rows.get(id)
      return name === '' && before && before.name !== '' ? [{ id, name: before.name }] : []
    })
    this.#row = row
    this.#rows.clear()
    for (const participant of participants) this.#rows.set(participant.id, participant)
    return erased
  }

  /** The participant as the store last told; undefined when they were removed, or wait to be let in. */
  find(id: string): ParticipantRow | undefined {
    const row = this.#rows.get(id)
    return row?.removedAt === null && row.waiting === null ? row : undefined
  }

  /** Who waits to be let in, the longest wait first. */
  #waiting(): WaitingPerson[] {
    return [...this.#rows.values()]
      .filter(({ removedAt, waiting }) => removedAt === null && waiting !== null)
      .map((row) => ({ id: row.id, name: row.name, role: row.role, organisation: wishOf(row) }))
  }

  /** Somebody who joined after the store was last asked. */
  add(participant: ParticipantRow): void {
    if (!this.#rows.has(participant.id)) this.#rows.set(participant.id, participant)
  }

  /** Who is on the board on another node: whether that is news, and whether all of them are known here. */
  setElsewhere(node: string, ids: readonly string[]): { isNews: boolean; areKnown: boolean } {
    const before = new Set(this.#elsewhere.get(node))
    const isNews = before.size !== ids.length || !ids.every((id) => before.has(id))
    this.#elsewhere.set(node, ids)
    return { isNews, areKnown: ids.every((id) => this.#rows.has(id)) }
  }

  /** Nobody is on the board on that node any more. */
  leaveElsewhere(node: string): void {
    this.#elsewhere.delete(node)
  }

  /** Everyone who ever joined, the removed ones too. */
  all(): Iterable<ParticipantRow> {
    return this.#rows.values()
  }

  /** What the session message tells `role` as things are with these connections at `now`. */
  session(
    connections: Iterable<Connection>,
    run: Omit<Run, 'attended'>,
    now: number,
    role: Role,
  ): Session {
    const online = new Set([...this.#elsewhere.values()].flat())
    for (const { participant } of connections) online.add(participant.id)
    for (const id of online) this.#lastHere.set(id, now)
    return {
      epoch: this.#row.epoch,
      now,
      readOnly: this.#row.readOnly || run.ended,
      storage: this.storage,
      participants: [...this.#rows.values()]
        .filter(({ removedAt, waiting }) => removedAt === null && waiting === null)
        .map((row) => ({
          id: row.id,
          name: row.name,
          role: row.role,
          organisation: row.organisation,
          online: online.has(row.id),
        })),
      ...(role === 'facilitator' && { waiting: this.#waiting() }),
      run: { ...run, attended: this.#attended(run) },
    }
  }

  /** For each round under way, how many who may answer have been here since it was asked; who left before a restart is not among them. */
  #attended({ rounds, answered }: Pick<Run, 'rounds' | 'answered'>): Record<string, number> {
    const speakers = [...this.#rows.values()].filter(
      (row) => row.removedAt === null && row.waiting === null && can(row.role, 'edit'),
    )
    const since = (at: number): number =>
      speakers.filter(({ id }) => (this.#lastHere.get(id) ?? 0) >= at).length
    return Object.fromEntries(
      rounds.filter(({ id }) => id in answered).map(({ id, openedAt }) => [id, since(openedAt)]),
    )
  }
}
