import { BOARD_FORMAT, type BoardJson } from '../shared/board/json.ts'
import type { JsonValue } from '../shared/board/json-values.ts'
import { SCHEMA_VERSION } from '../shared/board/layout.ts'

/** A box of the scene, in world units. */
export interface SceneBox {
  x: number
  y: number
  width: number
  height: number
  text: string
}

/** A labelled arrow from the right, or where its box is above, the lower side of one box to another; indices into the boxes. */
export interface SceneArrow {
  from: number
  to: number
  label: string
}

/** What every canvas shows: as many boxes with about twenty characters as labelled arrows attached to them, in a grid of the screen's shape. */
export interface Scene {
  boxes: SceneBox[]
  arrows: SceneArrow[]
  /** index of the box in the middle, which has five arrows */
  hub: number
  /** from one box to the next, in world units */
  cell: { width: number; height: number }
}

const CELL = { width: 184, height: 115 }
const BOX = { width: 108, height: 64 }

/** The scene with `count` boxes. */
export function makeScene(count: number): Scene {
  const columns = Math.ceil(Math.sqrt(count))
  const boxes = Array.from({ length: count }, (_, index): SceneBox => ({
    x: (index % columns) * CELL.width,
    y: Math.floor(index / columns) * CELL.height,
    ...BOX,
    text: `What we bring ${index}`,
  }))
  const hub = Math.floor(Math.ceil(count / columns) / 2) * columns + Math.floor(columns / 2)
  const intoHub = new Set([hub - columns, hub + columns, hub - columns - 1])
  const arrows = boxes.map((_, from): SceneArrow => {
    const beside = (from + 1) % columns === 0 ? from + columns : from + 1
    const to = intoHub.has(from) ? hub : beside < count ? beside : from - 1
    return { from, to, label: `tie ${from}` }
  })
  return { boxes, arrows, hub, cell: CELL }
}

/** The id on the board of the box with this index. */
export const boxId = (index: number): string => `box-${index}`

/** The scene as a Rapport board file. */
export function sceneAsBoard({ boxes, arrows, hub }: Scene): BoardJson {
  const objects: Record<string, JsonValue> = {}
  let order = 0
  // In the order of their making, which spares the reader a thousand equal keys.
  const next = (): string => `a${String(order++).padStart(6, '0')}V`
  for (const [index, { x, y, width, height, text }] of boxes.entries()) {
    objects[boxId(index)] = {
      type: 'shape',
      at: [x, y],
      size: [width, height],
      order: next(),
      kind: 'rectangle',
      fill: index === hub ? 'notePink' : 'noteBlue',
      text: { $text: text },
    }
  }
  for (const [index, { from, to, label }] of arrows.entries()) {
    objects[`arrow-${index}`] = {
      type: 'connector',
      at: [0, 0],
      size: [1, 1],
      order: next(),
      from: boxId(from),
      to: boxId(to),
      label,
    }
  }
  return {
    format: BOARD_FORMAT,
    schema: SCHEMA_VERSION,
    board: {},
    objects,
    readings: {},
    comments: {},
  }
}
