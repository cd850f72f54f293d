import type { LaneMeasure } from '../../shared/board/layout.ts'
import type { BoardObject } from '../../shared/board/object.ts'
import type { End, Reading } from '../../shared/board/readings.ts'
import type { DrawContext, Obstacle } from '../../shared/draw/context.ts'
import type { DrawItem } from '../../shared/draw/items.ts'
import {
  boundsOf,
  drawingOf,
  obstacleOf,
  uprightBoxOf,
  type Drawing,
} from '../../shared/draw/scene.ts'
import type { TieSetting } from '../../shared/draw/tie-course.ts'
import { boxOf, intersects, type Box, type Point } from '../../shared/geometry.ts'
import { angleOf, outlineOf, turnOf, type Outline } from '../../shared/objects/turn.ts'
import type { BoardModel } from '../model/board.ts'
import { endsOf, isContainer, isLink } from '../model/kinds.ts'
import type { Spatial } from '../model/spatial.ts'
import type { Editing } from '../model/ui.ts'
import { withoutText, type Drawings } from './drawings.ts'
import type { LensView } from './lens-view.ts'
import { t } from '../words/t.ts'
import { Painter } from './painter.ts'
import type { Part, Sprite, View } from './sprite.ts'
import type { Watchers } from './watchers.ts'
import type { World } from './world.ts'

// With fewer that move together, painting each of them costs less than a picture of them.
const MANY = 40
// With more that move, or more lines to lead around it, those lines are led anew when it lies still.
const MOST_AROUND = 24
// What was added to a place and taken away again differs by less; world units.
const EXACT = 1e-6

/** A part, and how far it has moved while it looks as it did; undefined where it looks different. */
interface Moving extends Part {
  by: Point | undefined
}

const isSteady = ({ kind }: DrawItem): boolean => kind !== 'image'

const paintAll = (painter: Painter, parts: readonly Part[]): void => {
  for (const { items, at, opacity, turn } of parts) painter.paint(items, at, opacity, false, turn)
}

/** How far a box has moved that is neither resized nor turned. */
function shiftBetween(before: BoardObject, now: BoardObject): Point | undefined {
  const isSame =
    before.size[0] === now.size[0] &&
    before.size[1] === now.size[1] &&
    angleOf(before) === angleOf(now)
  return isSame ? [now.at[0] - before.at[0], now.at[1] - before.at[1]] : undefined
}

/** The most parts that have moved by the same way; those that haven't moved at all don't count. */
function largestAlike(parts: readonly Moving[]): readonly Moving[] {
  const groups = new Map<string, Moving[]>()
  for (const part of parts) {
    if (!part.by || (part.by[0] === 0 && part.by[1] === 0)) continue
    const way = part.by.map((length) => Math.round(length / EXACT)).join(' ')
    const group = groups.get(way)
    if (group) group.push(part)
    else groups.set(way, [part])
  }
  let largest: readonly Moving[] = []
  for (const group of groups.values()) if (group.length > largest.length) largest = group
  return largest
}

/** What is being dragged, resized or typed into: lifted off the ground and painted anew in every frame, links at it included. */
export class Live implements DrawContext {
  readonly say = t
  readonly #board: BoardModel
  readonly #drawings: Drawings
  readonly #lens: LensView
  readonly #spatial: Spatial
  readonly #watchers: Watchers
  #boxes: ReadonlyMap<string, Outline> = new Map()
  #editing: Editing | null = null
  #lifted: ReadonlySet<string> = new Set()
  #sprite: Sprite | undefined

  constructor(
    board: BoardModel,
    {
      drawings,
      lens,
      spatial,
      watchers,
    }: Pick<World, 'drawings' | 'lens' | 'spatial' | 'watchers'>,
  ) {
    this.#board = board
    this.#lens = lens
    this.#drawings = drawings
    this.#spatial = spatial
    this.#watchers = watchers
  }

  /** Takes what paints many that move together as one picture; without it each is painted by itself. */
  equip(sprite: Sprite): void {
    this.#sprite ??= sprite
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
    for (const id of this.#led()) lifted.add(id)
    this.#editing = editing
    this.#lifted = lifted
    if (boxes.size === 0) this.#sprite?.clear()
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

  ofType(type: string): Iterable<BoardObject> {
    return this.#board.ofType(type)
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

  obstacles(area: Box): readonly Obstacle[] {
    const still = this.#board.obstacles(area).filter(({ id }) => !this.#boxes.has(id))
    if (!this.#fewMove()) return still
    const moving = [...this.#boxes.keys()].flatMap((id) => {
      const object = this.object(id)
      const obstacle = object && obstacleOf(object, this)
      return obstacle && intersects(obstacle.box, area) ? [obstacle] : []
    })
    return [...still, ...moving]
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

  /** Paints these ids in their order, the lifted ones where they are seen now; many that move together as one picture. */
  paint(view: View, ids: readonly string[]): void {
    const { context, camera, colours, pictures } = view
    const painter = new Painter(context, colours, camera.scale, pictures)
    for (const id of this.#lifted) {
      const way = this.#lens.wayNow(id, this)
      if (way) painter.paint(way.items, [0, 0])
    }
    const parts = ids.flatMap((id) => this.#partOf(id) ?? [])
    const together = largestAlike(parts)
    const [first] = together
    if (!first?.by || together.length < MANY) {
      paintAll(painter, parts)
      return
    }
    // Ties to what stays where it is are painted anew in each frame, and pass beneath.
    const others = new Set(together)
    paintAll(
      painter,
      parts.filter((part) => !others.has(part)),
    )
    const boxOfId = (id: string): Box | undefined => this.#spatial.box(id)
    if (!this.#sprite?.show(together, first.by, boxOfId, view)) paintAll(painter, together)
  }

  #fewMove(): boolean {
    return this.#boxes.size > 0 && this.#boxes.size <= MOST_AROUND
  }

  /** The lines that lead around what moves, or did where it was. */
  #led(): ReadonlySet<string> {
    const led = new Set<string>()
    if (!this.#fewMove()) return led
    for (const id of this.#boxes.keys()) {
      for (const line of this.#watchers.of(id, this.#spatial.box(id), this.box(id))) led.add(line)
    }
    return led.size > MOST_AROUND ? new Set() : led
  }

  #partOf(id: string): Moving | undefined {
    const object = this.object(id)
    const known = this.#board.object(id)
    if (!object || !known) return undefined
    const isLed = this.#watchers.has(id) && this.#fewMove()
    const shift = isLink(object) ? this.#shiftOf(object) : shiftBetween(known, object)
    const by = isLed ? undefined : shift
    const isAsItWas = isLink(object)
      ? by !== undefined
      : known.size[0] === object.size[0] && known.size[1] === object.size[1]
    const drawing = isAsItWas ? this.#drawings.get(id) : drawingOf(object, this)
    if (!drawing) return undefined
    const editing = this.#editing?.id === id ? this.#editing : null
    const text = editing && object.fields[editing.field]
    const hides = typeof text === 'string'
    // What carries others lies beneath the ties, and a picture that is still to come is asked for in each frame.
    const moves = !hides && !isContainer(object) && drawing.items.every(isSteady)
    return {
      id,
      items: hides ? withoutText(drawing.items, text) : drawing.items,
      at: isLink(object) ? (by ?? [0, 0]) : object.at,
      turn: turnOf(object),
      opacity: this.#lens.opacity(id),
      by: moves ? by : undefined,
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
      const apart = shift && (Math.abs(shift[0] - x) > EXACT || Math.abs(shift[1] - y) > EXACT)
      if (resized || turns || apart) return undefined
      shift = [x, y]
    }
    return shift
  }
}
