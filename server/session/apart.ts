import * as v from 'valibot'
import type * as Y from 'yjs'
import { newId } from '../../shared/ids.ts'
import type { ResultMessage } from '../../shared/protocol/session.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import {
  CARDS_TOGETHER,
  GaugeSchema,
  mayPrivately,
  PrivateCommandSchema,
  privateCommandTypes,
  type Gauge,
  type PrivateCommand,
} from '../../shared/session/private-commands.ts'
import { freshSession } from '../../shared/session/state.ts'
import type { Log } from '../log.ts'
import type { BoardStore, ParticipantRow, StoredAnswer } from '../store/store.ts'
import { StoreError } from '../store/store-error.ts'
import { toldBy } from '../../shared/words/told.ts'
import { putUp, showGauge, type Card } from './apart-document.ts'

/** What lies beside the answers to rounds, filed in the same way: the gauge by organisation, a card by its own id. */
const GAUGES = 'gauges'
const CARDS = 'assumptions'

const TRIES = 8
const MOST_WAITING = 200
/** Most commands that wait for their turn. */
const MOST_QUEUED = 500

const BUSY = 'The server is busy at the moment. Try again.'

const NOTHING: Gauge = { level: null, note: '', published: false }

const CardSchema = v.object({
  text: v.string(),
  about: v.string(),
})

/** What is needed of a board to keep things apart from it. */
export interface ApartHost {
  board: string
  store: BoardStore
  log: Log
  /** 0 ≤ chance < 1; for the order in which cards without a name are put up */
  chance(): number
  /** the server's own edit of the document */
  edit(change: (doc: Y.Doc) => void): Promise<void>
  /** drops what was deleted from the document's history, as far as that can be done now */
  forget(): Promise<void>
}

function shuffled<T>(list: readonly T[], chance: () => number): T[] {
  const mixed = [...list]
  for (let i = mixed.length - 1; i > 0; i -= 1) {
    const j = Math.floor(chance() * (i + 1))
    const [a, b] = [mixed[i], mixed[j]]
    if (a !== undefined && b !== undefined) [mixed[i], mixed[j]] = [b, a]
  }
  return mixed
}

const readGauge = ({ body }: StoredAnswer): Gauge => v.parse(GaugeSchema, JSON.parse(body))

/** Whether what was sent as a command is one of those that `Apart` carries out. */
export const isPrivate = (body: unknown): boolean =>
  privateCommandTypes.some((type) => type === (body as { type?: unknown } | null)?.type)

/**
 * What participants entrust to the server alone: their organisation's pressure gauge, until it is published, and assumptions
 * without a name, until enough of them wait. It lies with the sealed answers, apart from everything that is sent to others.
 */
export class Apart {
  readonly #host: ApartHost
  #last: Promise<unknown> = Promise.resolve()
  #queued = 0

  constructor(host: ApartHost) {
    this.#host = host
  }

  /** Carries out a command in its turn; `mayEdit`: nothing keeps who gave it from editing. The answer is theirs alone. */
  async command(actor: ParticipantRow, body: unknown, mayEdit: boolean): Promise<ResultMessage> {
    const id = String((body as { id?: unknown } | null)?.id).slice(0, 64)
    const parsed = v.safeParse(PrivateCommandSchema, body)
    if (!parsed.success) return { id, error: toldBy(parsed.issues[0]).detail }
    if (!mayPrivately(actor.role, parsed.output.type)) {
      return { id, error: 'Your role doesn’t allow that.' }
    }
    if (this.#queued >= MOST_QUEUED) return { id, error: BUSY }
    this.#queued += 1
    const turn = this.#last.then(() => this.#carryOut(actor, parsed.output, mayEdit))
    this.#last = turn.catch(() => undefined)
    try {
      const result = await turn
      return result.ok ? { id, ok: result.value } : { id, error: result.error }
    } catch (error) {
      if (!(error instanceof StoreError)) throw error
      const { board, log } = this.#host
      log.error({ board, err: error }, 'A command was not carried out')
      return { id, error: 'The server can’t save that at the moment. Try again.' }
    } finally {
      this.#queued -= 1
    }
  }

  /** Makes the document agree with what lies here, as after a crash or when an earlier version was restored. */
  finish(): Promise<void> {
    const turn = this.#last.then(() => this.#finishNow())
    this.#last = turn
    return turn
  }

  async #finishNow(): Promise<void> {
    const { board, log } = this.#host
    try {
      await this.#settle()
    } catch (error) {
      // The next load of the board makes up for it.
      log.error({ board, err: error }, 'What is kept apart from a board is not put right yet')
    }
  }

  async #settle(): Promise<void> {
    const { store, board, edit } = this.#host
    const gauges = await store.answers(board, GAUGES)
    if (gauges.length > 0) {
      await edit((doc) => {
        for (const row of gauges) showGauge(doc, row.author, readGauge(row))
      })
    }
    const cards = await store.answers(board, CARDS)
    if (cards.length >= CARDS_TOGETHER) await this.#post()
  }

  async #carryOut(
    actor: ParticipantRow,
    command: PrivateCommand,
    mayEdit: boolean,
  ): Promise<Result<unknown, string>> {
    const { store, board } = this.#host
    switch (command.type) {
      case 'my-gauge':
        return ok(await this.#gauge(actor))
      case 'set-gauge':
        return this.#setGauge(actor, command, mayEdit)
      case 'add-assumption': {
        if (!mayEdit) return fail('This board can’t be edited at the moment.')
        const { text, about } = command
        const waiting = (await store.answers(board, CARDS)).length
        if (waiting >= MOST_WAITING) return fail(BUSY)
        // Filed under a name that is nobody's: not even the server knows whose it is.
        if (!(await this.#set(CARDS, newId(), JSON.stringify({ text, about })))) return fail(BUSY)
        if (waiting + 1 >= CARDS_TOGETHER) await this.#post()
        return this.#waiting()
      }
      case 'waiting-assumptions':
        return this.#waiting()
      case 'post-assumptions':
        if (!mayEdit) return fail('This board can’t be edited at the moment.')
        await this.#post()
        return this.#waiting()
    }
  }

  async #gauge({ organisation }: ParticipantRow): Promise<Gauge> {
    const { store, board } = this.#host
    const rows = await store.answers(board, GAUGES)
    const own = rows.find(({ author }) => author === organisation)
    return own ? readGauge(own) : NOTHING
  }

  async #setGauge(
    actor: ParticipantRow,
    change: Extract<PrivateCommand, { type: 'set-gauge' }>,
    mayEdit: boolean,
  ): Promise<Result<Gauge, string>> {
    const { organisation } = actor
    if (organisation === null) return fail('You speak for no organisation.')
    const before = await this.#gauge(actor)
    const { level = before.level, note = before.note, published = before.published } = change
    const gauge: Gauge = { level, note, published }
    if (gauge.published && gauge.level === null) return fail('Set the gauge before you publish it.')
    // Consent can be taken back at any time, whatever else may be done.
    if (gauge.published && !mayEdit) return fail('This board can’t be edited at the moment.')
    if (!(await this.#set(GAUGES, organisation, JSON.stringify(gauge)))) return fail(BUSY)
    await this.#host.edit((doc) => showGauge(doc, organisation, gauge))
    if (before.published && !gauge.published) await this.#host.forget()
    return ok(gauge)
  }

  async #waiting(): Promise<Result<{ waiting: number }, string>> {
    const { store, board } = this.#host
    return ok({ waiting: (await store.answers(board, CARDS)).length })
  }

  async #post(): Promise<void> {
    const { store, board, chance, edit } = this.#host
    const rows = await store.answers(board, CARDS)
    if (rows.length === 0) return
    const cards = rows.map(({ author, body }): Card => ({
      id: author,
      ...v.parse(CardSchema, JSON.parse(body)),
    }))
    // The store gives them by their ids, which are random; that is no promise of the store's.
    await edit((doc) => putUp(doc, shuffled(cards, chance)))
    // Only these: another node may have taken one in meanwhile. One that stays is known by its id the next time.
    for (const { id } of cards) await this.#set(CARDS, id, null)
  }

  /** Files something as the session stands now; false when that changes all the time. */
  async #set(round: string, author: string, body: string | null): Promise<boolean> {
    const { store, board } = this.#host
    for (let tries = 0; tries < TRIES; tries += 1) {
      const { version } = await store.session(board)
      if (version === 0) {
        // Answers are filed under a session that was saved.
        await store.saveSession(board, 0, JSON.stringify(freshSession()))
        continue
      }
      if (await store.setAnswer(board, version, { round, author, body })) return true
    }
    return false
  }
}
