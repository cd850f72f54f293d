import type { BoardObject } from '../../shared/board/object.ts'
import type { DrawContext, Obstacle } from '../../shared/draw/context.ts'
import { obstacleOf } from '../../shared/draw/scene.ts'
import type { Box } from '../../shared/geometry.ts'
import { isLed, MOST_LED } from '../../shared/objects/connector-course.ts'
import { Spatial } from './spatial.ts'

interface Source extends DrawContext {
  objects(): Iterable<BoardObject>
}

/** What lines lead around on a board; looked through when the first line asks, which on most boards none does. */
export class Obstacles {
  readonly #board: Source
  #spatial: Spatial | undefined
  /** ids of the lines that ask */
  readonly #led = new Set<string>()

  constructor(board: Source) {
    this.#board = board
  }

  /** What lines lead around in `area`, in no particular order. */
  within(area: Box): Obstacle[] {
    if (!this.#spatial) {
      this.#spatial = new Spatial()
      this.#set([...this.#board.objects()].map(({ id }) => id))
    }
    if (this.#led.size > MOST_LED) return []
    const spatial = this.#spatial
    return spatial.search(area).flatMap((id) => {
      const box = spatial.box(id)
      return box ? [{ id, box }] : []
    })
  }

  /** These objects are others now. */
  take(ids: Iterable<string>): void {
    if (this.#spatial) this.#set(ids)
  }

  #set(ids: Iterable<string>): void {
    const boxes = new Map<string, Box | undefined>()
    for (const id of ids) {
      const object = this.#board.object(id)
      if (object && isLed(object)) this.#led.add(id)
      else this.#led.delete(id)
      boxes.set(id, object && obstacleOf(object, this.#board)?.box)
    }
    this.#spatial?.set(boxes)
  }
}
