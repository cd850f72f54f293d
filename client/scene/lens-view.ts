import type { LaneMeasure } from '../../shared/board/layout.ts'
import type { CommitmentWay } from '../../shared/draw/commitment-way.ts'
import type { DrawContext } from '../../shared/draw/context.ts'
import { layerOf } from '../../shared/draw/scene.ts'
import { intersects, type Box } from '../../shared/geometry.ts'
import type { LensId, LensLook } from '../../shared/measures/lenses.ts'
import type { BoardModel } from '../model/board.ts'
import type { Lenses } from './lenses.ts'

/** What of the picture a lens has changed: everything, the lanes' meaning, or these boxes. */
interface Aimed {
  changed: boolean
  lanes: boolean
  boxes: readonly Box[]
}

const WAY = 'way '

/** The board as a lens shows it; without one as it is. */
export class LensView {
  readonly #board: BoardModel
  #look: LensLook | undefined
  #key = ''
  #lenses: Lenses | undefined
  #ways: ReadonlyMap<string, CommitmentWay> = new Map()

  constructor(board: BoardModel) {
    this.#board = board
  }

  /** Takes the lenses, whose code comes after the first picture. */
  equip(lenses: Lenses): void {
    this.#lenses = lenses
  }

  /** Looks through `lens` at the board as it is now; returns what looks different. */
  aim(lens: LensId | null): Aimed {
    const before = this.measure
    this.#look = lens === null ? undefined : this.#lenses?.lookOf(lens, this.#board)
    const key = this.#look ? `${lens} ${[...this.#look.lit].sort().join()}` : ''
    const changed = key !== this.#key
    this.#key = key
    const boxes = this.#aimWays(lens === 'commitments')
    return { changed, lanes: this.measure !== before, boxes }
  }

  /** What the lanes show. */
  get measure(): LaneMeasure {
    return this.#look?.measure ?? this.#board.tieMeasure
  }

  /** How strongly an object is painted, 0–1. */
  opacity(id: string): number {
    const object = this.#look && this.#board.object(id)
    return (object && this.#look && this.#lenses?.opacity(this.#look, object)) ?? 1
  }

  /** `sorted` ids of what lies in a box, with the ways of commitments under the cards; those of `lifted` commitments are left out. */
  withWays(sorted: readonly string[], box: Box, lifted: ReadonlySet<string>): readonly string[] {
    const ways = [...this.#ways].flatMap(([id, way]) =>
      intersects(way.box, box) && !lifted.has(id) ? [WAY + id] : [],
    )
    if (ways.length === 0) return sorted
    const top = sorted.findIndex((id) => {
      const object = this.#board.object(id)
      return object !== undefined && layerOf(object) === 2
    })
    return sorted.toSpliced(top < 0 ? sorted.length : top, 0, ...ways)
  }

  /** The way that an id from `withWays` stands for, or that of a commitment by its own id. */
  way(id: string): CommitmentWay | undefined {
    return this.#ways.get(id.startsWith(WAY) ? id.slice(WAY.length) : id)
  }

  /** A commitment's way as it runs while something is dragged; undefined where the lens shows none. */
  wayNow(id: string, context: DrawContext): CommitmentWay | undefined {
    const object = this.#ways.has(id) ? context.object(id) : undefined
    return object && this.#lenses?.way(object, context)
  }

  #aimWays(on: boolean): Box[] {
    const before = this.#ways
    const lenses = this.#lenses
    if (!on || !lenses) {
      this.#ways = new Map()
      return [...before.values()].map(({ box }) => box)
    }
    const find = { object: (id: string) => this.#board.object(id) }
    this.#ways = new Map(
      [...this.#board.objects()].flatMap((object) => {
        const way = lenses.way(object, find)
        return way ? [[object.id, way] as const] : []
      }),
    )
    return [...new Set([...before.keys(), ...this.#ways.keys()])].flatMap((id) => {
      const [was, is] = [before.get(id), this.#ways.get(id)]
      if (JSON.stringify(was) === JSON.stringify(is)) return []
      return [was, is].flatMap((way) => (way ? [way.box] : []))
    })
  }
}
