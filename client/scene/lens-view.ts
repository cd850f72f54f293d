import type { LaneMeasure } from '../../shared/board/layout.ts'
import {
  lensOf,
  opacityUnderLens,
  type LensId,
  type LensLook,
} from '../../shared/measures/lenses.ts'
import type { BoardModel } from '../model/board.ts'
import { mapSource } from '../model/map-source.ts'

/** The board as a lens shows it; without one as it is. */
export class LensView {
  readonly #board: BoardModel
  #look: LensLook | undefined
  #key = ''

  constructor(board: BoardModel) {
    this.#board = board
  }

  /** Looks through `lens` at the board as it is now; returns whether anything looks different, and whether the lanes do. */
  aim(lens: LensId | null): { changed: boolean; lanes: boolean } {
    const before = this.measure
    this.#look = lens === null ? undefined : lensOf(lens, mapSource(this.#board))
    const key = this.#look ? `${lens} ${[...this.#look.lit].sort().join()}` : ''
    const changed = key !== this.#key
    this.#key = key
    return { changed, lanes: this.measure !== before }
  }

  /** What the lanes show. */
  get measure(): LaneMeasure {
    return this.#look?.measure ?? this.#board.tieMeasure
  }

  /** How strongly an object is painted, 0–1. */
  opacity(id: string): number {
    const object = this.#look && this.#board.object(id)
    return this.#look && object ? opacityUnderLens(this.#look, object) : 1
  }
}
