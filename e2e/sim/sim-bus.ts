import type { BusListener, ClusterBus } from '../../server/bus/bus.ts'
import type { Chance } from './chance.ts'

/** What is on its way to a listener: a frame, or the word that it is heard from now on. */
interface OnItsWay {
  listener: BusListener
  frame: Uint8Array | undefined
}

/** A node's place on the bus. */
interface Seat {
  node: string
  hasContact: boolean
  listeners: Map<BusListener, string>
  queue: OnItsWay[]
}

/** A bus between nodes on which nothing moves until it is told to, and which loses, doubles and cuts off as it is told. */
export class SimBus {
  readonly #chance: Chance
  readonly #seats = new Map<string, Seat>()
  #nodes = 0

  constructor(chance: Chance) {
    this.#chance = chance
  }

  /** The bus as a node has it that has just started; `end` takes it away without a word. */
  connect(): { bus: ClusterBus; end(): void } {
    this.#nodes += 1
    const seat: Seat = {
      node: `node-${this.#nodes}`,
      hasContact: true,
      listeners: new Map(),
      queue: [],
    }
    this.#seats.set(seat.node, seat)
    const end = (): void => void this.#seats.delete(seat.node)
    return {
      end,
      bus: {
        node: seat.node,
        publish: (board, frame) => this.#publish(seat, board, frame),
        subscribe: (board, listener) => {
          seat.listeners.set(listener, board)
          if (seat.hasContact) seat.queue.push({ listener, frame: undefined })
          return () => {
            seat.listeners.delete(listener)
          }
        },
        ping: () => (seat.hasContact ? Promise.resolve() : Promise.reject(new Error('No contact'))),
        close: async () => end(),
      },
    }
  }

  /** One thing that is on its way to some node arrives. */
  deliver(): void {
    const busy = [...this.#seats.values()].filter(({ queue }) => queue.length > 0)
    const seat = this.#chance.pick(busy)
    if (seat) this.#deliverTo(seat)
  }

  /** Everything that is on its way arrives, and what is sent because of it. */
  deliverAll(): void {
    for (const seat of this.#seats.values()) while (this.#deliverTo(seat));
  }

  /** A frame that is on its way is lost, or comes twice. */
  spoil(): void {
    const { queue } = this.#chance.pick([...this.#seats.values()]) ?? { queue: [] }
    const at = this.#chance.roll(queue.length)
    const entry = queue[at]
    if (!entry?.frame) return
    if (this.#chance.is(0.5)) queue.splice(at, 1)
    else queue.splice(at, 0, entry)
  }

  /** A node loses contact, with all that was on its way to it, or has it again. */
  turnContact(): void {
    const seat = this.#chance.pick([...this.#seats.values()])
    if (seat?.hasContact) {
      seat.hasContact = false
      seat.queue.length = 0
      for (const listener of seat.listeners.keys()) listener.lost()
    } else if (seat) this.#heal(seat)
  }

  /** Every node has contact again. */
  heal(): void {
    for (const seat of this.#seats.values()) if (!seat.hasContact) this.#heal(seat)
  }

  #heal(seat: Seat): void {
    seat.hasContact = true
    for (const listener of seat.listeners.keys()) seat.queue.push({ listener, frame: undefined })
  }

  #publish(from: Seat, board: string, frame: Uint8Array): void {
    if (!from.hasContact || !this.#seats.has(from.node)) return
    for (const seat of this.#seats.values()) {
      if (seat === from || !seat.hasContact) continue
      for (const [listener, heard] of seat.listeners) {
        if (heard === board) seat.queue.push({ listener, frame: frame.slice() })
      }
    }
  }

  #deliverTo(seat: Seat): boolean {
    const next = seat.queue.shift()
    if (!next) return false
    if (!seat.listeners.has(next.listener)) return true
    if (next.frame) next.listener.frame(next.frame)
    else next.listener.gap()
    return true
  }
}
