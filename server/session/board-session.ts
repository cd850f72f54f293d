import * as v from 'valibot'
import type * as Y from 'yjs'
import { assert } from '../../shared/assert.ts'
import type { ResultMessage, Run } from '../../shared/protocol/session.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Effect, Given } from '../../shared/session/applied.ts'
import { apply } from '../../shared/session/apply.ts'
import { CommandSchema, may, type Command } from '../../shared/session/commands.ts'
import type { Round, SessionState } from '../../shared/session/state.ts'
import type { Log } from '../log.ts'
import type { ParticipantRow, StoredSession } from '../store/store.ts'
import { StoreError } from '../store/store-error.ts'
import { recordReadings, recordTime } from './document.ts'
import { givenFor, type SourceOfGiven } from './given.ts'
import { readSealed, seal } from './sealed.ts'
import { readState } from './stored-state.ts'

/** What a session needs of its board. */
export interface SessionHost extends SourceOfGiven {
  log: Log
  /** participants were changed in the store: everyone goes by what it says now */
  participantsChanged(): Promise<void>
  /** the server's own edit of the document */
  edit(change: (doc: Y.Doc) => void): Promise<void>
  /** the session is another one, or more or fewer have answered: everyone is to be told */
  changed(before: SessionState, by: 'this node' | 'another'): void
}

/** How often a command is tried again because another node was first, and how many may wait. */
const TRIES = 8
const MOST_WAITING = 2_000

const BUSY = 'The server is busy at the moment. Try again.'

const isUnderWay = ({ state }: Round): boolean => state === 'open' || state === 'closed'

const countsOf = ({ answered, scribed }: StoredSession) => ({ answered, scribed })

/**
 * The one authority on a board's session. A command takes effect when the store has it, so that nothing is said to be done
 * that a restart would undo, and several nodes agree. Answers go straight to the store; none is kept here or sent on.
 */
export class BoardSession {
  readonly #host: SessionHost
  #version: number
  #state: SessionState
  #counts: Pick<StoredSession, 'answered' | 'scribed'>
  #last: Promise<unknown> = Promise.resolve()
  #waiting = 0

  constructor(host: SessionHost, stored: StoredSession) {
    this.#host = host
    this.#version = stored.version
    this.#counts = countsOf(stored)
    this.#state = readState(stored.state)
  }

  get state(): SessionState {
    return this.#state
  }

  /** What everyone may know of the session; who was here for it the room knows. */
  get run(): Omit<Run, 'attended'> {
    const answered: Record<string, number> = {}
    const scribed: Record<string, number> = {}
    for (const round of this.#state.rounds) {
      if (!isUnderWay(round)) continue
      answered[round.id] = this.#counts.answered[round.id] ?? 0
      scribed[round.id] = this.#counts.scribed[round.id] ?? 0
    }
    return { ...this.#state, answered, scribed }
  }

  /** Carries out a command, in its turn; the answer is for who gave it alone. Undefined when it is none at all. */
  async command(actor: ParticipantRow, body: unknown): Promise<ResultMessage | undefined> {
    const id = (body as { id?: unknown } | null)?.id
    if (typeof id !== 'string' || id.length > 64) return undefined
    const parsed = v.safeParse(CommandSchema, body)
    if (!parsed.success) return { id, error: 'This command is not known.' }
    if (!may(actor.role, parsed.output.type)) {
      return { id, error: 'Your role doesn’t allow that.' }
    }
    if (this.#waiting >= MOST_WAITING) return { id, error: BUSY }
    this.#waiting += 1
    const turn = this.#last.then(() => this.#carryOut(actor, parsed.output))
    this.#last = turn.catch(() => undefined)
    try {
      const result = await turn
      return result.ok ? { id, ok: result.value } : { id, error: result.error }
    } catch (error) {
      if (!(error instanceof StoreError)) throw error
      this.#host.log.error({ board: this.#host.board, err: error }, 'A command was not carried out')
      return { id, error: 'The server can’t save that at the moment. Nothing has changed.' }
    } finally {
      this.#waiting -= 1
    }
  }

  /** Looks at the store again, because another node may have changed something. */
  async refresh(): Promise<void> {
    await this.#reload()
  }

  /** Finishes what a crash left half done: answers that should be gone, readings that were not written. */
  async finish(): Promise<void> {
    for (const round of this.#state.rounds) {
      if (isUnderWay(round)) continue
      if (this.#counts.answered[round.id]) await this.#erase(round.id)
      if (round.state === 'revealed' && !round.recorded) await this.#record(round.id)
    }
  }

  async #carryOut(actor: ParticipantRow, command: Command): Promise<Result<unknown, string>> {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const version = this.#version
      const before = this.#state
      const given = await givenFor(command, before, this.#host)
      const applied = apply(before, command, actor, given)
      if (!applied.ok) return applied
      const { state, effects } = applied.value
      const isNew = state === before || (await this.#save(version, state))
      if (!isNew || !(await this.#doAll(effects, version))) {
        await this.#reload()
        continue
      }
      return ok(await this.#replyTo(actor, command, given))
    }
    return fail(BUSY)
  }

  async #replyTo(actor: ParticipantRow, command: Command, given: Given): Promise<unknown> {
    if (command.type === 'open-round') return { round: given.id }
    if (command.type !== 'my-answer') return null
    const answers = await this.#host.store.answers(this.#host.board, command.round)
    const own = answers.find(({ author }) => author === actor.id)
    return { value: own ? readSealed(own).value : null }
  }

  async #save(version: number, state: SessionState): Promise<boolean> {
    const { store, board } = this.#host
    if (!(await store.saveSession(board, version, JSON.stringify(state)))) return false
    // What another node made of this one may have been read before the answer came.
    if (this.#version > version + 1) return true
    const before = this.#state
    this.#version = version + 1
    this.#state = state
    this.#host.changed(before, 'this node')
    return true
  }

  /** Does what a command leads to; false when the session has moved on from `version` and the command must be looked at again. */
  async #doAll(effects: readonly Effect[], version: number): Promise<boolean> {
    for (const effect of effects) {
      switch (effect.kind) {
        case 'put-answer':
          if (!(await this.#setAnswer(version, effect, seal(effect)))) return false
          break
        case 'drop-answer':
          if (!(await this.#setAnswer(version, effect, null))) return false
          break
        case 'speak-for':
          await this.#speakFor(effect)
          break
        case 'erase-answers':
          await this.#erase(effect.round)
          break
        case 'record-readings':
          await this.#record(effect.round)
          break
        case 'record-time':
          await this.#recordTime(effect.object, effect.ms)
          break
      }
    }
    return true
  }

  async #setAnswer(
    version: number,
    { round, author }: { round: string; author: string },
    body: string | null,
  ): Promise<boolean> {
    const { store, board } = this.#host
    if (!(await store.setAnswer(board, version, { round, author, body }))) return false
    await this.#count()
    return true
  }

  async #speakFor({
    participant,
    organisation,
  }: {
    participant: string
    organisation: string | null
  }): Promise<void> {
    const { store, board, participantsChanged } = this.#host
    await store.setOrganisation(board, participant, organisation)
    await participantsChanged()
  }

  async #count(): Promise<void> {
    const { store, board } = this.#host
    this.#counts = countsOf(await store.session(board))
    this.#host.changed(this.#state, 'this node')
  }

  /** The round is over whatever becomes of this: if it fails, it is made up for when the board is next loaded. */
  async #erase(round: string): Promise<void> {
    const { store, board, log } = this.#host
    try {
      await store.eraseAnswers(board, round)
    } catch (error) {
      log.error({ board, err: error }, 'The answers to a finished round are not erased yet')
    }
  }

  /** Writes a revealed round's readings into the document; as often as it is done there is one for each side. */
  async #record(id: string): Promise<void> {
    const { board, log, edit } = this.#host
    const round = this.#state.rounds.find((one) => one.id === id)
    try {
      assert(round, 'what is recorded was revealed')
      await edit((doc) => recordReadings(doc, round))
      for (let tries = 0; tries < TRIES; tries += 1) {
        const rounds = this.#state.rounds.map((one) =>
          one.id === id ? { ...one, recorded: true } : one,
        )
        if (await this.#save(this.#version, { ...this.#state, rounds })) return
        await this.#reload()
      }
    } catch (error) {
      log.error({ board, err: error }, 'The readings of a revealed round are not written yet')
    }
  }

  /** The session keeps the time whatever becomes of this: what is on the object is put right the next time. */
  async #recordTime(object: string, ms: number): Promise<void> {
    const { board, log, edit } = this.#host
    try {
      await edit((doc) => recordTime(doc, object, ms))
    } catch (error) {
      log.error({ board, err: error }, 'How long an object was talked about is not on it yet')
    }
  }

  async #reload(): Promise<void> {
    const { store, board, changed } = this.#host
    const stored = await store.session(board)
    if (stored.version < this.#version) return
    const before = this.#state
    const isSame =
      stored.version === this.#version &&
      JSON.stringify(countsOf(stored)) === JSON.stringify(this.#counts)
    if (isSame) return
    if (stored.version > this.#version) this.#state = readState(stored.state)
    this.#version = stored.version
    this.#counts = countsOf(stored)
    changed(before, 'another')
  }
}
