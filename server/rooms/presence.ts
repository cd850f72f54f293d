import { limits } from '../../shared/limits.ts'
import type { ParticipantRow } from '../store/store.ts'
import type { Connection } from './connection.ts'
import type { AwarenessEntry } from './frames.ts'
import type { Ledger } from './ledger.ts'

/** Connections that take packs get presence more often than the others: it costs them a fraction of the bytes. */
export type Lane = 'plain' | 'packed'

interface Shown extends AwarenessEntry {
  connection: Connection
}

const GONE = 'null'

const stamps = new WeakMap<ParticipantRow, string>()

/** What the server knows of a participant, as JSON. */
function stampOf(row: ParticipantRow): string {
  const known = stamps.get(row)
  if (known !== undefined) return known
  const { id, name, role, organisation } = row
  const made = JSON.stringify({ id, name, role, organisation })
  stamps.set(row, made)
  return made
}

/**
 * A state as everyone gets it: whatever it said of its participant is replaced by what the server knows. `text` is the
 * state's JSON; it is kept as it came where it says nothing of that.
 */
function stamp(state: object, text: string, row: ParticipantRow): string {
  const { participant, ...rest } = state as { participant?: unknown }
  const isPlain = participant === undefined && !('participant' in state)
  const json = isPlain ? text : JSON.stringify(rest)
  const fields = json.slice(json.indexOf('{') + 1).trimStart()
  return `{"participant":${stampOf(row)}${fields.startsWith('}') ? '' : ','}${fields}`
}

/** The presence of everyone on a board: the newest state of each client, and which of them changed since the last tick. */
export class Presence {
  readonly #shown = new Map<number, Shown>()
  readonly #changed = { plain: new Map<number, Shown>(), packed: new Map<number, Shown>() }

  /** Takes what a connection says of itself. Stock clients repeat what they were told of others; that is passed over. */
  take(
    connection: Connection,
    entries: readonly AwarenessEntry[],
    ledger: Ledger,
  ): 'ok' | 'malformed' {
    for (const { clientId, clock, state } of entries) {
      if (clientId !== connection.presenceId && !this.#adopt(connection, clientId, state, ledger)) {
        continue
      }
      if (Buffer.byteLength(state) > limits.presenceBytes) {
        connection.notice('too-large')
        continue
      }
      const parsed = parseState(state)
      if (parsed === undefined) return 'malformed'
      this.#set(connection, clientId, clock, parsed && stamp(parsed, state, connection.participant))
    }
    return 'ok'
  }

  /** A newer state of `connection`'s own client id; null when it shows nothing any more. */
  #set(connection: Connection, clientId: number, clock: number, text: string | null): void {
    const before = this.#shown.get(clientId)
    if (before && before.connection === connection && clock < before.clock) return
    const shown = { connection, clientId, clock, state: text ?? GONE }
    if (text !== null) this.#shown.set(clientId, shown)
    else if (!this.#shown.delete(clientId)) return
    this.#changed.plain.set(clientId, shown)
    this.#changed.packed.set(clientId, shown)
  }

  /** Removes what a closed connection showed. */
  leave(connection: Connection): void {
    const clientId = connection.presenceId
    if (clientId === undefined) return
    const shown = this.#shown.get(clientId)
    if (shown?.connection === connection) this.#set(connection, clientId, shown.clock, null)
  }

  /** Everyone's state. */
  all(): AwarenessEntry[] {
    return [...this.#shown.values()]
  }

  /** What changed since the last call for the same lane, and the one connection that all of it came from if there is only one. */
  takeChanges(lane: Lane): { entries: AwarenessEntry[]; author: Connection | null } {
    const entries = [...this.#changed[lane].values()]
    this.#changed[lane].clear()
    const first = entries[0]?.connection ?? null
    return { entries, author: entries.every((entry) => entry.connection === first) ? first : null }
  }

  /** Whether the id becomes the one under which the connection shows its presence: its first that is nobody else's. */
  #adopt(connection: Connection, clientId: number, state: string, ledger: Ledger): boolean {
    if (connection.presenceId !== undefined || state === GONE) return false
    const owner = ledger.owner(clientId)
    if (owner !== undefined && owner !== connection.participant.id) return false
    // The same document on a second socket: the first one is dead, even if what it sent is still coming in.
    const other = this.#shown.get(clientId)?.connection
    if (other && other.order > connection.order) return false
    other?.close('replaced')
    ledger.reserve(clientId, connection.participant.id)
    connection.presenceId = clientId
    return true
  }
}

/** A state is an object, or null for nothing; undefined when it is neither. */
function parseState(text: string): object | null | undefined {
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    return undefined
  }
  return typeof parsed === 'object' && !Array.isArray(parsed) ? parsed : undefined
}
