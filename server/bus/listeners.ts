import type { BusListener } from './bus.ts'

/** Who listens to which board on one node. */
export class Listeners {
  readonly #boards = new Map<string, Set<BusListener>>()

  boards(): string[] {
    return [...this.#boards.keys()]
  }

  add(board: string, listener: BusListener): void {
    const known = this.#boards.get(board)
    if (known) known.add(listener)
    else this.#boards.set(board, new Set([listener]))
  }

  /** Whether nobody is left on the board. */
  remove(board: string, listener: BusListener): boolean {
    const known = this.#boards.get(board)
    known?.delete(listener)
    if (known?.size === 0) this.#boards.delete(board)
    return !this.#boards.has(board)
  }

  clear(): void {
    this.#boards.clear()
  }

  /** Tells a listener that it is heard from now on, unless it has left. */
  welcome(board: string, listener: BusListener): void {
    if (this.#boards.get(board)?.has(listener)) listener.gap()
  }

  frame(board: string, frame: Uint8Array): void {
    for (const listener of this.#boards.get(board) ?? []) listener.frame(frame)
  }

  /** Tells everyone on every board. */
  tellAll(what: 'gap' | 'lost'): void {
    for (const listeners of this.#boards.values()) {
      for (const listener of listeners) listener[what]()
    }
  }
}
