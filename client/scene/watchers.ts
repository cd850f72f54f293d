import type { Box } from '../../shared/geometry.ts'
import { definitionOf } from '../../shared/objects/index.ts'
import type { BoardModel } from '../model/board.ts'
import { isHeldType } from '../model/kinds.ts'
import { Spatial } from '../model/spatial.ts'

const isSame = (a: Box | undefined, b: Box | undefined): boolean =>
  a?.x === b?.x && a?.y === b?.y && a?.width === b?.width && a?.height === b?.height

/** Which drawings change when something comes or goes near them: lines that lead around what is in their way. */
export class Watchers {
  readonly #board: BoardModel
  readonly #areas = new Spatial()
  readonly #ids = new Set<string>()

  constructor(board: BoardModel) {
    this.#board = board
  }

  /** Whether an object's drawing depends on what is near it. */
  has(id: string): boolean {
    return this.#ids.has(id)
  }

  /** Takes in what these objects look out for now. */
  set(ids: Iterable<string>): void {
    const areas = new Map<string, Box | undefined>()
    for (const id of ids) {
      const object = this.#board.object(id)
      const area = object && definitionOf(object.type)?.watches?.(object, this.#board)
      if (!area && !this.#ids.has(id)) continue
      areas.set(id, area)
      if (area) this.#ids.add(id)
      else this.#ids.delete(id)
    }
    if (areas.size > 0) this.#areas.set(areas)
  }

  /** The ids that look out for something that was in one box, and is in another. */
  of(id: string, before: Box | undefined, now: Box | undefined): string[] {
    const object = this.#board.object(id)
    const isNone = this.#ids.size === 0 || (object && !isHeldType(object.type))
    if (isNone || isSame(before, now)) return []
    return [before, now]
      .flatMap((box) => (box ? this.#areas.search(box) : []))
      .filter((watcher) => this.#board.object(watcher))
  }
}
