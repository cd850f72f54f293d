import { limits } from '../../shared/limits.ts'
import type { Connection } from './connection.ts'
import { awarenessEntry, awarenessMessage } from './frames.ts'
import type { Lane } from './lane.ts'
import type { Ledger } from './ledger.ts'
import { decodePresence, encodePresence, type NodeEntry } from './node-presence.ts'
import { GONE, parseState, saysGone, stamp, veiled, type Veil } from './presence-state.ts'

/** What a connection says of one client id; `state` is JSON in UTF-8 that nobody has looked at. */
export interface Claimed {
  clientId: number
  clock: number
  state: Uint8Array
}

/** What one client shows, here or on another node. */
interface Shown {
  readonly clientId: number
  readonly clock: number
  /** its bytes for an awareness message */
  readonly entry: Uint8Array
  /** where it comes from: one of the two */
  readonly connection: Connection | undefined
  readonly node: string | undefined
}

/** What a client on another node shows. */
interface ShownElsewhere extends Shown {
  readonly connection: undefined
  readonly node: string
}

/** What a client here shows. It is looked at when it is sent, so that what a newer one replaces before costs nothing. */
class ShownHere implements Shown {
  readonly node = undefined
  readonly connection: Connection
  readonly clientId: number
  readonly clock: number
  readonly #veil: Veil
  #said: Uint8Array | undefined
  #entry: Uint8Array | undefined

  constructor(connection: Connection, { clientId, clock, state }: Claimed, veil: Veil) {
    this.connection = connection
    this.#veil = veil
    this.clientId = clientId
    this.clock = clock
    this.#said = state
  }

  /** Closes the connection and shows nothing when it can't be read. */
  get entry(): Uint8Array {
    if (this.#entry) return this.#entry
    const { connection, clientId, clock } = this
    const state = this.#said && stamp(this.#said, connection.participant, this.#veil)
    if (!state) connection.close('malformed')
    this.#said = undefined
    this.#entry = awarenessEntry({ clientId, clock, state: state ?? GONE })
    return this.#entry
  }
}

/** The presence of everyone on a board: the newest state of each client, and which of them changed since the last tick. */
export class Presence {
  readonly #shown = new Map<number, Shown>()
  readonly #changed = { plain: new Map<number, Shown>(), packed: new Map<number, Shown>() }
  /** what changed here and other nodes were not told of; undefined when there are none */
  readonly #changedHere: Map<number, ShownHere> | undefined

  #veil: Veil = { cursors: false, names: false }

  constructor(hasNodes: boolean) {
    this.#changedHere = hasNodes ? new Map() : undefined
  }

  /**
   * Keeps cursors and names from everybody, or shows them again; false when nothing changed. What was shown before is
   * taken back from all: every client tells of itself anew when it hears that it has gone.
   */
  veil(cursors: boolean, names: boolean): boolean {
    if (cursors === this.#veil.cursors && names === this.#veil.names) return false
    this.#veil = { cursors, names }
    for (const { clientId, clock, node } of this.#shown.values()) {
      const entry = awarenessEntry({ clientId, clock, state: GONE })
      this.#noteChange({ clientId, clock, entry, node, connection: undefined })
    }
    this.#shown.clear()
    this.#changedHere?.clear()
    return true
  }

  /** Takes what a connection says of itself. Stock clients repeat what they were told of others; that is passed over. */
  take(connection: Connection, entries: readonly Claimed[], ledger: Ledger): void {
    for (const claimed of entries) {
      const { clientId, state } = claimed
      if (clientId !== connection.presenceId && !this.#adopt(connection, clientId, state, ledger)) {
        continue
      }
      if (state.length > limits.presenceBytes) connection.notice('too-large')
      else this.#set(connection, claimed)
    }
  }

  /** A newer state of `connection`'s own client id; null when it shows nothing any more. */
  #set(connection: Connection, claimed: Claimed): void {
    const { clientId, clock, state } = claimed
    const before = this.#shown.get(clientId)
    const isSame = before?.connection === connection || before?.connection === undefined
    if (before && isSame && clock < before.clock) return
    const shown = new ShownHere(connection, claimed, this.#veil)
    if (!saysGone(state)) this.#shown.set(clientId, shown)
    else if (!this.#shown.delete(clientId)) return
    this.#changedHere?.set(clientId, shown)
    this.#noteChange(shown)
  }

  #noteChange(shown: Shown): void {
    this.#changed.plain.set(shown.clientId, shown)
    this.#changed.packed.set(shown.clientId, shown)
  }

  /** Removes what a closed connection showed. */
  leave(connection: Connection): void {
    const clientId = connection.presenceId
    if (clientId === undefined) return
    const shown = this.#shown.get(clientId)
    if (shown?.connection !== connection) return
    this.#set(connection, { clientId, clock: shown.clock, state: GONE })
  }

  /** The message with everyone's state. */
  all(): Uint8Array {
    return awarenessMessage([...this.#shown.values()].map(({ entry }) => entry))
  }

  /**
   * The message with what changed since the last call for the same lane, and the one connection that all of it came from if
   * there is only one; undefined when nothing did.
   */
  takeChanges(lane: Lane): { message: Uint8Array; author: Connection | null } | undefined {
    const changed = [...this.#changed[lane].values()]
    this.#changed[lane].clear()
    const [first] = changed
    if (!first) return undefined
    const isAlone = changed.every(({ connection }) => connection === first.connection)
    const message = awarenessMessage(changed.map(({ entry }) => entry))
    return { message, author: (isAlone && first.connection) || null }
  }

  /** Forgets what changed for a lane that nobody is in. */
  dropChanges(lane: Lane): void {
    this.#changed[lane].clear()
  }

  /** For other nodes: what changed here since the last call, or all there is; undefined when nothing did. */
  takeForNodes(isAll: boolean): Uint8Array | undefined {
    const changed = isAll
      ? [...this.#shown.values()].filter((shown) => shown instanceof ShownHere)
      : [...(this.#changedHere?.values() ?? [])]
    this.#changedHere?.clear()
    if (changed.length === 0 && !isAll) return undefined
    const entries = changed.map(({ connection, entry }) => ({
      participant: connection.participant.id,
      entry,
    }))
    return encodePresence(entries, isAll)
  }

  /** Forgets what changed for other nodes while there are none. */
  dropForNodes(): void {
    this.#changedHere?.clear()
  }

  /** Takes what another node made with `takeForNodes`. */
  takeFromNode(node: string, body: Uint8Array, ledger: Ledger): void {
    const { isAll, entries } = decodePresence(body)
    if (isAll) {
      const named = new Set(entries.map(({ clientId }) => clientId))
      this.#leaveNode(node, (clientId) => !named.has(clientId))
    }
    for (const entry of entries) this.#takeEntry(node, entry, ledger)
  }

  /** Removes what was shown by a node that has left. */
  leaveNode(node: string): void {
    this.#leaveNode(node, () => true)
  }

  #takeEntry(node: string, given: NodeEntry, ledger: Ledger): void {
    const { clientId, clock, participant, isGone } = given
    const before = this.#shown.get(clientId)
    // Somebody may have come here from there, or gone there from here: the newer state tells where they are.
    if (before && before.node !== node && (isGone || clock <= before.clock)) return
    if (before && clock < before.clock) return
    const shown: ShownElsewhere = {
      clientId,
      clock,
      // The other node may not have heard yet that something is veiled.
      entry: this.#veilEntry(given),
      node,
      connection: undefined,
    }
    if (isGone) {
      if (!this.#shown.delete(clientId)) return
    } else {
      this.#shown.set(clientId, shown)
      if (!before && ledger.owner(clientId) === undefined) ledger.reserve(clientId, participant)
    }
    this.#noteChange(shown)
  }

  #veilEntry({ clientId, clock, entry, state }: NodeEntry): Uint8Array {
    const parsed = this.#veil.cursors || this.#veil.names ? parseState(state) : undefined
    if (!parsed) return entry
    return awarenessEntry({ clientId, clock, state: veiled(parsed, this.#veil) })
  }

  #leaveNode(node: string, isMeant: (clientId: number) => boolean): void {
    for (const [clientId, shown] of this.#shown) {
      if (shown.node !== node || !isMeant(clientId)) continue
      this.#shown.delete(clientId)
      const entry = awarenessEntry({ clientId, clock: shown.clock, state: GONE })
      this.#noteChange({ clientId, clock: shown.clock, entry, node, connection: undefined })
    }
  }

  /** Whether the id becomes the one under which the connection shows its presence: its first that is nobody else's. */
  #adopt(connection: Connection, clientId: number, state: Uint8Array, ledger: Ledger): boolean {
    if (connection.presenceId !== undefined || saysGone(state)) return false
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
