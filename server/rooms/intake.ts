import { can } from '../../shared/access.ts'
import type { Notice } from '../../shared/protocol/session.ts'
import type { Clock } from '../clock.ts'
import type { Append } from '../store/store.ts'
import type { RelayMetrics } from '../metrics.ts'
import { Asking } from './asking.ts'
import { assert } from '../../shared/assert.ts'
import { checkUpdate, type Accepted, type Refusal } from './check.ts'
import type { Connection } from './connection.ts'
import { encodeClocks, syncFrame } from './frames.ts'
import type { Guard } from './guard.ts'
import type { Inbox } from './inbox.ts'
import { SERVER, type Ledger } from './ledger.ts'
import type { Persister } from './persister.ts'

interface IntakeParts {
  ledger: Ledger
  inbox: Inbox
  persister: Persister
  guard: Guard
  clock: Clock
  metrics: RelayMetrics | undefined
  /** why this connection may not edit now; undefined when it may */
  barrier(connection: Connection): Notice | undefined
}

/** Messages that putting something back counts for: the whole document is read for it. */
const REMEDY_COST = 200
/** Messages that a client id counts for which nobody has used before: everyone keeps it for good. */
const CLAIM_COST = 5

const isEditor = ({ participant }: Connection): boolean => can(participant.role, 'edit')

/** Takes what people write or refuses it, and sees to it that what may be usable later is asked for again. */
export class Intake {
  readonly #parts: IntakeParts
  readonly #asking: Asking

  constructor(parts: IntakeParts) {
    this.#parts = parts
    this.#asking = new Asking(parts.clock, (connection) => {
      if (isEditor(connection) && parts.barrier(connection)) return
      connection.send(syncFrame('step1', encodeClocks(parts.ledger.clocks)))
    })
  }

  /** Takes an update, or the update in a step 2, or the next (and the last) piece of one; false when no honest client sends it. */
  take(connection: Connection, update: Uint8Array, step2: boolean, isLast: boolean): boolean {
    const { ledger, inbox, persister, metrics } = this.#parts
    const { id } = connection.participant
    const verdict = checkUpdate(update, ledger, id)
    if (verdict.kind === 'malformed') return false
    const barrier = this.#parts.barrier(connection)
    if (verdict.kind !== 'known' && barrier) {
      if (step2 && !isEditor(connection)) this.#refuseLost(connection)
      else this.#refuseWhole(connection, barrier)
    } else if (verdict.kind === 'accepted' && persister.isFull) {
      this.#refuseWhole(connection, 'storage-full')
    } else if (verdict.kind === 'accepted') {
      metrics?.updates.inc()
      const touches = this.#touchesGuarded(connection, verdict.update)
      const cost = verdict.claims.length * CLAIM_COST + (touches ? REMEDY_COST : 0)
      if (cost > 0 && !connection.afford(cost)) {
        connection.overdrawn()
        return true
      }
      const remedy = touches ? this.#parts.guard.remedy(verdict.update) : undefined
      this.accept(verdict, id, connection)
      if (remedy) this.#putBack(connection, remedy)
      if (verdict.leftOut) this.#refuse(connection, verdict.leftOut, step2)
      else if (step2) this.#asking.settled(connection)
      this.#asking.changed(connection)
    } else if (verdict.kind === 'refused') {
      this.#refuse(connection, verdict.why, step2)
    } else if (step2) {
      this.#asking.settled(connection)
    }
    if (isLast) inbox.handled(connection)
    return true
  }

  /** Adds what was found good to the board; `author` null stands for the server. */
  accept(verdict: Accepted, participant: string, author: Connection | null): void {
    const { update, effect } = verdict
    const mayGuard = author === null || author.participant.role === 'facilitator'
    const claims = this.note(verdict, participant, mayGuard)
    this.#parts.inbox.add(update, effect.clocks, claims, author)
  }

  /** Takes note of what was found good without handing it over; the claims that go with it. `mayGuard`: its author may make furniture. */
  note(
    { update, effect, claims: clients }: Accepted,
    participant: string,
    mayGuard: boolean,
  ): Append['claims'] {
    const { ledger, guard } = this.#parts
    ledger.apply(effect)
    for (const clientId of clients) ledger.claim(clientId, participant)
    guard.accepted(update, mayGuard)
    return clients.map((clientId) => ({ clientId, participant }))
  }

  /** Something came by other means than a connection. */
  changed(): void {
    this.#asking.changed(null)
  }

  /** What kept edits out is over: everyone from whom something was refused is asked for it. */
  again(): void {
    this.#asking.again()
  }

  leave(connection: Connection): void {
    this.#asking.settled(connection)
  }

  stop(): void {
    this.#asking.stop()
  }

  /** Whether an update touches what only facilitators may change, and isn't one of theirs. */
  #touchesGuarded({ participant }: Connection, update: Uint8Array): boolean {
    return participant.role !== 'facilitator' && this.#parts.guard.isTouchedBy(update)
  }

  /**
   * Puts guarded objects back in the very batch of the update that touched them, so that nobody else ever sees them change.
   * To refuse the update instead would leave a gap in its author's clock, and nothing of theirs could be taken any more.
   */
  #putBack(connection: Connection, remedy: Uint8Array): void {
    this.#parts.metrics?.refused.inc()
    const verdict = checkUpdate(remedy, this.#parts.ledger, SERVER)
    assert(verdict.kind === 'accepted' && !verdict.leftOut, 'the server’s own edit is sound')
    this.accept(verdict, SERVER, null)
    connection.notice('locked')
  }

  /** Nothing of the newest message was taken. What an editor made meanwhile is asked for when it may be taken. */
  #refuseWhole(connection: Connection, notice: Notice): void {
    this.#parts.metrics?.refused.inc()
    connection.result({ notice, message: connection.received })
    if (isEditor(connection)) this.#asking.refused(connection, true)
  }

  /**
   * Who can't edit has somebody's edit that isn't here yet, or was lost: asked again when something new has come, they learn
   * that it is here by now. Else their window would wait for it for ever.
   */
  #refuseLost(connection: Connection): void {
    this.#parts.metrics?.refused.inc()
    connection.result({ notice: 'refused', message: connection.received })
    this.#asking.refused(connection, true)
  }

  /** A gap is no fault: whoever leaves one is asked for their state, and told only if that doesn't fill it. */
  #refuse(connection: Connection, why: Refusal, step2: boolean): void {
    this.#parts.metrics?.refused.inc()
    if (step2 || why !== 'missing') connection.notice('refused')
    this.#asking.refused(connection, step2)
  }
}
