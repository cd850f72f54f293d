import type { DrawContext } from '../../shared/draw/context.ts'
import { boundsOf, layerOf, type Drawing } from '../../shared/draw/scene.ts'
import type { Box } from '../../shared/geometry.ts'
import { definitions } from '../../shared/objects/index.ts'
import type { BoardChange, BoardModel } from '../model/board.ts'
import { isLink, paintedBox } from '../model/kinds.ts'
import { Spatial } from '../model/spatial.ts'
import { Stacking } from '../model/stacking.ts'
import { Drawings } from './drawings.ts'
import { LensView } from './lens-view.ts'
import { Watchers } from './watchers.ts'

const listing = definitions.filter(({ lists }) => lists)

// With more changed at once, everything is painted anew.
const MOST_PARTS = 300

/** The board as the scene keeps it: where everything lies, what is above what, and every drawing; brought up to date once a frame. */
export class World {
  readonly board: BoardModel
  readonly spatial = new Spatial()
  readonly stacking: Stacking
  readonly lens: LensView
  readonly drawings: Drawings
  readonly watchers: Watchers
  #dirty = new Set<string>()
  #all = false

  constructor(board: BoardModel) {
    this.board = board
    this.stacking = new Stacking(board)
    this.lens = new LensView(board)
    this.drawings = new Drawings(board, this.lens)
    this.watchers = new Watchers(board)
    this.#readAll()
  }

  /** Takes a change in; the work is done by `settle`. */
  take(change: BoardChange): void {
    this.stacking.update(change)
    for (const id of change.ids) {
      this.#dirty.add(id)
      // A drawing may show what it refers to, which may show what that refers to in turn: a token on a tie between two.
      for (const referrer of this.board.referrers(id)) {
        this.#dirty.add(referrer)
        for (const far of this.board.referrers(referrer)) this.#dirty.add(far)
      }
    }
    for (const { type, lists = [] } of listing) {
      // What is gone has no type any more.
      const isListed = [...change.ids].some((id) => {
        const object = this.board.object(id)
        return !object || lists.includes(object.type)
      })
      if (isListed) for (const { id } of this.board.ofType(type)) this.#dirty.add(id)
    }
    if (change.board) this.#all = true
  }

  /** Brings everything up to date; returns the changed ids with where they were and are, or `all`. */
  settle(): ReadonlyMap<string, readonly Box[]> | 'all' {
    if (this.#all) {
      this.#all = false
      this.#dirty.clear()
      this.drawings.clear()
      this.#readAll()
      return 'all'
    }
    if (this.#dirty.size === 0) return new Map()
    const ids = this.#dirty
    this.#dirty = new Set()
    const now = this.#boxes(ids)
    this.#follow(ids, now)
    this.drawings.drop(ids)
    const changed = new Map<string, readonly Box[]>()
    for (const id of ids) {
      const boxes = [this.spatial.box(id), now.get(id)].filter((box) => box !== undefined)
      changed.set(id, boxes)
    }
    this.spatial.set(now)
    this.watchers.set(ids)
    return changed.size > MOST_PARTS ? 'all' : changed
  }

  /** The drawing of an object, `far` from far off, or of a way that the lens shows; undefined when it is gone or hidden. */
  drawingOf(id: string, far: boolean): Drawing | undefined {
    if (this.board.object(id)) return this.drawings.get(id, far)
    const way = this.lens.way(id)
    return way && { items: way.items, at: [0, 0] }
  }

  /** What lies above a tie where it passes, `context` telling where its ends are now: a tie painted later must not cross over it. */
  above(id: string, context: DrawContext): string[] {
    const tie = this.board.object(id)
    const box = tie && isLink(tie) ? boundsOf(tie, context) : undefined
    if (!tie || !box) return []
    return this.spatial.search(box).filter((over) => {
      const object = this.board.object(over)
      return object !== undefined && layerOf(object) > layerOf(tie)
    })
  }

  /** Adds the lines that lead another way because something came or went. */
  #follow(ids: Set<string>, now: Map<string, Box | undefined>): void {
    const led = new Set<string>()
    for (const [id, box] of now) {
      for (const line of this.watchers.of(id, this.spatial.box(id), box)) {
        if (!ids.has(line)) led.add(line)
      }
    }
    for (const [id, box] of this.#boxes(led)) {
      ids.add(id)
      now.set(id, box)
    }
  }

  #readAll(): void {
    const ids = [...this.board.objects()].map(({ id }) => id)
    this.spatial.set(this.#boxes(ids))
    this.watchers.set(ids)
  }

  #boxes(ids: Iterable<string>): Map<string, Box | undefined> {
    const boxes = new Map<string, Box | undefined>()
    for (const id of ids) {
      const object = this.board.object(id)
      boxes.set(id, object && paintedBox(object, this.board))
    }
    return boxes
  }
}
