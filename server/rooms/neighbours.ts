import type { ClusterBus } from '../bus/bus.ts'
import { announceChange, NodeLink } from '../bus/node-link.ts'
import type { LoggedUpdate } from '../store/store.ts'
import { compactAlone } from './compact-stored.ts'
import type { Ledger } from './ledger.ts'
import { decodeOnline, encodeOnline } from './node-presence.ts'
import type { People } from './people.ts'
import type { Presence } from './presence.ts'
import type { RoomParts } from './room-parts.ts'
import { Ticker } from './ticker.ts'

/** How soon what another node changed is looked at again when the store can't tell, ms. */
const LOOK_AGAIN = 1_000

/** What a board's neighbours need of its room. */
export interface NeighboursHost {
  presence: Presence
  people: People
  ledger: Ledger
  /** ids of the participants who are on the board here */
  online(): ReadonlySet<string>
  /** people here that rounds of presence and of the session are paced by */
  size(): number
  /** other nodes' updates, in the log's order; some may be known */
  news(updates: readonly LoggedUpdate[]): void
  presenceChanged(): void
  peopleChanged(): void
  /** reads the board's row, people and session anew; rejects when the store can't tell */
  refresh(): Promise<void>
  /** a node has gone: what it had begun of the session is finished here */
  finishSession(): Promise<void>
  /** the board was removed, or is another one by now */
  ended(reason: 'gone' | 'replaced'): void
}

/** The rooms of one board on other nodes: what they tell is told here, and what happens here is told to them. */
export class Neighbours {
  readonly #board: string
  readonly #bus: ClusterBus
  readonly #parts: RoomParts
  readonly #host: NeighboursHost
  readonly #link: NodeLink
  readonly #tickers: Record<'presence' | 'online' | 'change', Ticker>
  #refreshing = false
  #refreshAgain = false
  #mustFinish = false
  #cancelRefresh: (() => void) | undefined
  #closed = false

  constructor(
    board: string,
    start: { epoch: string; seq: number },
    bus: ClusterBus,
    parts: RoomParts,
    host: NeighboursHost,
  ) {
    this.#board = board
    this.#bus = bus
    this.#parts = parts
    this.#host = host
    const { clock, store, log } = parts
    const slowly = (): number => Math.min(1_000, 20 + 2 * host.size())
    this.#tickers = {
      presence: new Ticker(
        clock,
        () => parts.presencePace(host.size(), 'packed'),
        () => this.#tellPresence(false),
      ),
      online: new Ticker(clock, slowly, () => this.#tellOnline()),
      change: new Ticker(clock, slowly, () => announceChange(bus, board)),
    }
    this.#link = new NodeLink(
      board,
      start,
      { bus, store, clock, log },
      {
        news: (updates) => host.news(updates),
        presence: (node, body) => this.#read(node, () => this.#hearPresence(node, body)),
        session: (node, body) => this.#read(node, () => this.#hearOnline(node, body)),
        announce: () => {
          this.#tellPresence(true)
          this.#tellOnline()
        },
        left: (node) => this.#left(node),
        changed: () => this.#refresh(),
        ended: (reason) => host.ended(reason),
      },
    )
  }

  /** Every update of the log up to this number is in the room's document. */
  get seq(): number {
    return this.#link.seq
  }

  /** Updates of this room that are on disk and in its document. */
  appended(updates: readonly LoggedUpdate[]): void {
    this.#link.appended(updates)
  }

  /** Reads the log; after it, the room holds everything that was in it at the call. Rejects when the store can't be read. */
  catchUp(): Promise<void> {
    return this.#link.catchUp()
  }

  /** Somebody here shows something else. */
  presenceChanged(): void {
    if (this.#link.isAlone) this.#host.presence.dropForNodes()
    else this.#tickers.presence.request()
  }

  /** Somebody has come or gone here. */
  peopleChanged(): void {
    if (!this.#link.isAlone) this.#tickers.online.request()
  }

  /** This room has changed something in the store that isn't in the log. */
  storeChanged(): void {
    if (!this.#link.isAlone) this.#tickers.change.request()
  }

  /** Runs `task` while this node alone may compact the board; false, with nothing run, when another one is at it. */
  compactAlone(task: () => Promise<void>): Promise<boolean> {
    return compactAlone(this.#parts.store, this.#bus.node, this.#board, task)
  }

  /** Says goodbye to the others; nothing is told or heard after it. */
  close(): void {
    this.#closed = true
    for (const ticker of Object.values(this.#tickers)) ticker.stop()
    this.#cancelRefresh?.()
    this.#link.close()
  }

  #tellPresence(isAll: boolean): void {
    const body = this.#host.presence.takeForNodes(isAll)
    if (body) this.#link.presence(body)
  }

  #tellOnline(): void {
    this.#link.session(encodeOnline(this.#host.online()))
  }

  #hearPresence(node: string, body: Uint8Array): void {
    this.#host.presence.takeFromNode(node, body, this.#host.ledger)
    this.#host.presenceChanged()
  }

  #hearOnline(node: string, body: Uint8Array): void {
    const { isNews, areKnown } = this.#host.people.setElsewhere(node, decodeOnline(body))
    // Whoever isn't known has only just joined.
    if (!areKnown) this.#refresh()
    if (isNews) this.#host.peopleChanged()
  }

  #left(node: string): void {
    this.#host.presence.leaveNode(node)
    this.#host.people.leaveElsewhere(node)
    this.#host.presenceChanged()
    this.#host.peopleChanged()
    this.#mustFinish = true
    this.#refresh()
  }

  #read(node: string, take: () => void): void {
    try {
      take()
    } catch (error) {
      this.#parts.log.warn(
        { board: this.#board, node, err: error },
        'What another node said can’t be read',
      )
    }
  }

  /** One at a time, and once more for what was changed meanwhile. */
  #refresh(): void {
    if (this.#refreshing) {
      this.#refreshAgain = true
      return
    }
    this.#refreshing = true
    this.#refreshAgain = false
    this.#refreshNow()
      .catch((error: unknown) => this.#failed(error))
      .finally(() => {
        this.#refreshing = false
        if (this.#refreshAgain && !this.#closed) this.#refresh()
      })
  }

  async #refreshNow(): Promise<void> {
    await this.#host.refresh()
    if (!this.#mustFinish) return
    this.#mustFinish = false
    await this.#host.finishSession()
  }

  #failed(error: unknown): void {
    if (this.#closed || this.#cancelRefresh) return
    this.#parts.log.warn({ board: this.#board, err: error }, 'A board can’t be looked at anew')
    this.#cancelRefresh = this.#parts.clock.after(LOOK_AGAIN, () => {
      this.#cancelRefresh = undefined
      this.#refresh()
    })
  }
}
