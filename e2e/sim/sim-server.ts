import type { ClusterBus } from '../../server/bus/bus.ts'
import { createRooms } from '../../server/rooms/create-rooms.ts'
import type { RelayLimits } from '../../server/rooms/options.ts'
import type { Rooms } from '../../server/rooms/rooms.ts'
import type { ParticipantRow } from '../../server/store/store.ts'
import type { Chance } from './chance.ts'
import type { Link } from './link.ts'
import type { MemoryDisk } from './memory-disk.ts'
import { rest } from './rest.ts'
import type { SimBus } from './sim-bus.ts'
import type { SimClock } from './sim-clock.ts'
import { SimFolder } from './sim-folder.ts'

/** What a simulated server runs on. */
export interface SimServerParts {
  disk: MemoryDisk
  clock: SimClock
  chance: Chance
  limits: Partial<RelayLimits>
  /** undefined for a server that is alone */
  bus: SimBus | undefined
  /** takes what the server logs as an error and isn't the store's fault */
  fault(text: string): void
}

/** A server process: real rooms, with links that move when they are told to. */
export class SimServer {
  readonly rooms: Rooms
  readonly folder = new SimFolder()
  readonly links = new Set<Link>()
  readonly #parts: SimServerParts
  readonly #seat: { bus: ClusterBus; end(): void } | undefined

  constructor(parts: SimServerParts) {
    const { disk, clock, chance, limits, bus } = parts
    this.#parts = parts
    this.#seat = bus?.connect()
    this.rooms = createRooms(disk.open(this), {
      log: {
        info: () => undefined,
        warn: () => undefined,
        error: (fields: object, message?: string) => {
          const { err } = fields as { err?: Error }
          if (err && err.name !== 'StoreError') parts.fault(`${message}: ${err.stack}`)
        },
      },
      ...(this.#seat && { bus: this.#seat.bus }),
      folder: this.folder,
      limits,
      chance: () => chance.next(),
      clock: clock.forProcess(this),
    })
    this.rooms.sweepLogs()
  }

  /** Takes the other end of a person's link. */
  accept(link: Link, row: ParticipantRow): void {
    this.links.add(link)
    this.rooms.connect(link.server.asSocket(), row, 'rapport')
  }

  /** Timers that it holds. */
  get timers(): number {
    return this.#parts.clock.pending(this)
  }

  /** It dies without a word; what was on its way to the disk may be there or not. */
  crash(): void {
    const { clock, disk, chance } = this.#parts
    clock.kill(this)
    disk.crash(this, chance.roll(disk.pendingOf(this).length + 1))
    this.folder.pending.length = 0
    this.#seat?.end()
    for (const link of this.links) link.loseServer()
  }

  /** It is told to stop, and does; `turn` moves everything around it on. */
  async stop(turn: () => Promise<unknown>): Promise<void> {
    const { clock, disk } = this.#parts
    const closed: true[] = []
    void this.rooms.close().then(() => closed.push(true))
    for (let i = 0; closed.length === 0 && i < 2_000; i += 1) {
      await turn()
      await clock.advance(20, rest)
    }
    if (closed.length === 0) throw new Error('The server didn’t stop.')
    for (let i = 0; i < 300; i += 1) await turn()
    await clock.advance(5_000, rest)
    for (const link of this.links) {
      if (link.server.readyState !== 3) throw new Error('A stopped server holds a socket.')
    }
    if (this.timers > 0) throw new Error('A stopped server holds a timer.')
    this.#seat?.end()
    disk.crash(this, 0)
  }

  /** Each of its links moves on by one each way; whether any did. */
  turnLinks(): boolean {
    let moved = false
    for (const link of this.links) {
      const [there, back] = [link.deliverToServer(), link.deliverToClient()]
      if (there || back) moved = true
      if (!link.clientIsOpen && !link.server.isListening) this.links.delete(link)
    }
    return moved
  }

  /** What its folder has done is answered; whether there was anything. */
  turnFolder(): boolean {
    const answers = this.folder.pending.splice(0)
    for (const answer of answers) answer()
    return answers.length > 0
  }
}
