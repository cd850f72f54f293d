import type { LaneMeasure } from '../../shared/board/layout.ts'
import type { BoardObject } from '../../shared/board/object.ts'
import type { End, Reading } from '../../shared/board/readings.ts'
import type { DrawContext } from '../../shared/draw/context.ts'
import { boundsOf, pieceOf, uprightBoxOf } from '../../shared/draw/scene.ts'
import type { TieSetting } from '../../shared/draw/tie-course.ts'
import { boxOf, type Box, type Point } from '../../shared/geometry.ts'
import { angleOf, outlineOf, turnOf, type Outline } from '../../shared/objects/turn.ts'
import type { BoardModel } from '../model/board.ts'
import { endsOf, isLink } from '../model/kinds.ts'
import type { Editing } from '../model/ui.ts'
import { withoutText, type Drawing, type Drawings } from './drawings.ts'
import type { LensView } from './lens-view.ts'
import type { Painter } from './painter.ts'
import type { World } from './world.ts'

/** What is being dragged, resized or typed into: lifted off the ground and painted anew in every frame, links at it included. */
export class Live implements DrawContext {
  readonly #board: BoardModel
  readonly #drawings: Drawings
  readonly #lens: LensView
  #boxes: ReadonlyMap<string, Outline> = new Map()
  #editing: Editing | null = null
  #lifted: ReadonlySet<string> = new Set()

  constructor(board: BoardModel, { drawings, lens }: Pick<World, 'drawings' | 'lens'>) {
    this.#board = board
    this.#lens = lens
    this.#drawings = drawings
  }

  /** Ids of everything that is off the ground. */
  get lifted(): ReadonlySet<string> {
    return this.#lifted
  }

  /** Takes the boxes of what is moving, the field that is open and what else is restless; returns the ids that came off the ground or went back. */
  update(
    boxes: ReadonlyMap<string, Outline>,
    editing: Editing | null,
    restless: ReadonlySet<string>,
  ): string[] {
    const before = this.#lifted
    const lifted = new Set([...restless].filter((id) => this.#board.object(id)))
    for (const id of boxes.keys()) {
      if (!this.#board.object(id)) continue
      lifted.add(id)
      for (const referrer of this.#board.referrers(id)) lifted.add(referrer)
    }
    if (editing && this.#board.object(editing.id)) lifted.add(editing.id)
    this.#boxes = boxes
    this.#editing = editing
    this.#lifted = lifted
    return [...lifted, ...before].filter((id) => lifted.has(id) !== before.has(id))
  }

  /** The object as it is seen now: where it is dragged, not where the document has it. */
  object(id: string): BoardObject | undefined {
    const object = this.#board.object(id)
    const box = this.#boxes.get(id)
    if (!object || !box) return object
    const { x, y, width, height, angle } = box
    const fields = angle === undefined ? object.fields : { ...object.fields, turn: angle }
    return { ...object, at: [x, y], size: [width, height], fields }
  }

  reading(relationship: string, end: End): Reading | undefined {
    return this.#board.reading(relationship, end)
  }

  get tieMeasure(): LaneMeasure {
    return this.#lens.measure
  }

  tieSetting(relationship: string): TieSetting {
    return this.#board.tieSetting(relationship)
  }

  /** The box in which an object is seen now; undefined when it is gone or hidden. */
  box(id: string): Box | undefined {
    const object = this.object(id)
    return object && boundsOf(object, this)
  }

  /** The outline in which an object is seen now, as it is turned; undefined when it is gone or hidden. */
  outline(id: string): Outline | undefined {
    const object = this.object(id)
    const box = object && uprightBoxOf(object, this)
    return box && outlineOf(object, box)
  }

  /** The object's drawing as the document has it; undefined when it is gone or hidden. */
  drawing(id: string): Drawing | undefined {
    return this.#board.object(id) && this.#drawings.get(id)
  }

  /** Paints these ids in their order, the lifted ones where they are seen now. */
  paint(painter: Painter, ids: readonly string[]): void {
    for (const id of this.#lifted) {
      const way = this.#lens.wayNow(id, this)
      if (way) painter.paint(way.items, [0, 0])
    }
    for (const id of ids) {
      const object = this.object(id)
      if (!object) continue
      const known = this.#board.object(id)
      const shift = isLink(object) ? this.#shiftOf(object) : undefined
      const same =
        !isLink(object) && known?.size[0] === object.size[0] && known.size[1] === object.size[1]
      const drawing = same || shift ? this.#drawings.get(id) : pieceOf(object, this)
      if (!drawing) continue
      const editing = this.#editing?.id === id ? this.#editing : null
      const text = editing && object.fields[editing.field]
      const items = typeof text === 'string' ? withoutText(drawing.items, text) : drawing.items
      const at = isLink(object) ? (shift ?? [0, 0]) : object.at
      painter.paint(items, at, this.#lens.opacity(id), false, turnOf(object))
    }
  }

  /** How far a link has moved when both its ends moved alike, or not at all, so that it looks as it did; undefined otherwise. */
  #shiftOf(link: BoardObject): Point | undefined {
    let shift: Point | undefined
    for (const end of endsOf(link)) {
      const object = this.#board.object(end)
      if (!object) return undefined
      const box: Outline = this.#boxes.get(end) ?? boxOf(object.at, object.size)
      const [x, y] = [box.x - object.at[0], box.y - object.at[1]]
      const resized = box.width !== object.size[0] || box.height !== object.size[1]
      const turns = box.angle !== undefined && box.angle !== angleOf(object)
      const apart = shift && (shift[0] !== x || shift[1] !== y)
      if (resized || turns || apart) return undefined
      shift = [x, y]
    }
    return shift
  }
}
