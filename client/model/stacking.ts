import type { BoardObject } from '../../shared/board/object.ts'
import { isContainer, isLink } from './kinds.ts'
import type { BoardChange, BoardModel } from './board.ts'

const band = (object: BoardObject): number => (isContainer(object) ? 0 : isLink(object) ? 1 : 2)

interface Place {
  id: string
  band: number
  order: string
}

const compare = (a: Place, b: Place): number => {
  if (a.band !== b.band) return a.band - b.band
  if (a.order !== b.order) return a.order < b.order ? -1 : 1
  return a.id < b.id ? -1 : 1
}

/** Which object lies above which: containers, then links, then the rest, each by its `order`; the same on every screen. */
export class Stacking {
  readonly #board: BoardModel
  #places: Place[] = []
  readonly #known = new Map<string, Place>()
  readonly #level = new Map<string, number>()
  #stale = true

  constructor(board: BoardModel) {
    this.#board = board
    for (const { id } of board.objects()) this.#take(id)
  }

  /** Takes a change of the board in; cheap unless objects came, went or changed their order. */
  update({ ids }: BoardChange): void {
    for (const id of ids) this.#take(id)
  }

  /** The ids from the bottom to the top; those unknown are left out. */
  sort(ids: Iterable<string>): string[] {
    this.#settle()
    const level = this.#level
    return [...ids]
      .filter((id) => level.has(id))
      .sort((a, b) => (level.get(a) ?? 0) - (level.get(b) ?? 0))
  }

  /** Every id, from the bottom to the top. */
  all(): string[] {
    this.#settle()
    return this.#places.map(({ id }) => id)
  }

  #take(id: string): void {
    const object = this.#board.object(id)
    const known = this.#known.get(id)
    if (!object) {
      if (known) this.#stale = true
      this.#known.delete(id)
      return
    }
    const place = { id, band: band(object), order: object.order }
    if (known?.band === place.band && known.order === place.order) return
    this.#known.set(id, place)
    this.#stale = true
  }

  #settle(): void {
    if (!this.#stale) return
    this.#stale = false
    // What stayed is in order already, and sorting an almost sorted list is almost free.
    const kept = this.#places.filter((place) => this.#known.get(place.id) === place)
    const keptIds = new Set(kept.map(({ id }) => id))
    for (const place of this.#known.values()) if (!keptIds.has(place.id)) kept.push(place)
    this.#places = kept.sort(compare)
    this.#level.clear()
    for (const [level, { id }] of this.#places.entries()) this.#level.set(id, level)
  }
}
