import type { TextItem } from '../draw/items.ts'
import { linePlace } from '../draw/line-place.ts'
import type { Piece, Scene } from '../draw/scene.ts'
import {
  aroundTurned,
  centreOf,
  contains,
  grow,
  holds,
  intersects,
  union,
  type Box,
  type Size,
} from '../geometry.ts'
import { definitionOf } from '../objects/index.ts'
import { textWidth } from '../text/measure.ts'

/** Letters smaller than this on paper, in points, can't be read. */
const LEAST_TEXT = 5

/** The usual letters of a name, in world units: a map of which the names can be read stays on one page, as its small print is in the tables too. */
const NAME = 17

/** The small print of cards, in world units: on the parts of a map it can be read as well. */
const SMALL_PRINT = 13

/** How far two parts overlap, in world units, so that most cards are whole on one of them. */
const OVERLAP = 160

/** More parts than this nobody lays out on a table. */
const MOST_PARTS = 24

/** World units around a map, and around a frame that is a part of one. */
const MARGIN = { map: 40, frame: 20 } as const

/** One page of a map that is too large for one. */
export interface Part {
  /** a letter, in the order of the pages */
  name: string
  box: Box
  /** id of the frame that it is, where it is one */
  frame?: string
}

/** A map cut into pages. */
export interface Cut {
  parts: readonly Part[]
  /** ids of the frames, those within others aside, in which nobody has put anything */
  empty: readonly string[]
}

/** The smallest scale, points for a world unit, at which the letters of the scene that are at least `letter` can be read. */
function scaleFor({ pieces }: Scene, letter: number): number {
  let least = Infinity
  for (const { items } of pieces) {
    for (const item of items) {
      if (item.kind === 'text') least = Math.min(least, Math.max(item.size, letter))
    }
  }
  return least === Infinity ? 0 : LEAST_TEXT / least
}

/** The smallest scale, points for a world unit, at which a scene is legible as one: its names are at least 5 points high. */
export const leastScale = (scene: Scene): number => scaleFor(scene, NAME)

interface Run {
  starts: readonly number[]
  length: number
}

function runOf(from: number, whole: number, part: number): Run {
  if (whole <= part) return { starts: [from - (part - whole) / 2], length: part }
  const n = Math.max(2, Math.ceil((whole - OVERLAP) / (part - OVERLAP)))
  // No longer than they must be: what a page could show twice is better shown larger.
  const length = (whole + (n - 1) * OVERLAP) / n
  return { starts: Array.from({ length: n }, (_, i) => from + i * (length - OVERLAP)), length }
}

const isLink = ({ type }: Piece): boolean => definitionOf(type)?.place === 'link'

/** Whether a part shows a piece, so that no other has to: a link where its middle is, as its marks stand there, all else whole. */
const shows = (part: Box, piece: Piece): boolean =>
  isLink(piece) ? holds(part, centreOf(piece.box)) : contains(grow(part, 1), piece.box)

// The box around a link spans what it only passes.
const touches = (part: Box, piece: Piece): boolean =>
  isLink(piece) ? holds(part, centreOf(piece.box)) : intersects(piece.box, part)

/** The frames that lie in no other, read like a page. */
function outerFrames({ pieces }: Scene): Piece[] {
  const frames = pieces.filter(({ type }) => type === 'frame')
  return frames
    .filter((one) => !frames.some((other) => other !== one && contains(other.box, one.box)))
    .sort((a, b) => a.box.y - b.box.y || a.box.x - b.box.x)
}

/** The box of a frame with the cards that stick out of it. */
function withOverhang(frame: Box, pieces: readonly Piece[]): Box {
  const within = pieces.filter((piece) => !isLink(piece) && holds(frame, centreOf(piece.box)))
  return union([frame, ...within.map(({ box }) => box)]) ?? frame
}

/** The boxes of a grid over `pieces`, as large as `page` or less, without those that show nothing that no other shows. */
function gridOver(pieces: readonly Piece[], page: Size): readonly Box[] | undefined {
  const around = union(pieces.map(({ box }) => box))
  if (!around) return []
  const area = grow(around, MARGIN.map)
  const columns = runOf(area.x, area.width, page[0])
  const rows = runOf(area.y, area.height, page[1])
  if (columns.starts.length * rows.starts.length > MOST_PARTS * 4) return undefined
  const all = rows.starts.flatMap((y) =>
    columns.starts.map((x): Box => ({ x, y, width: columns.length, height: rows.length })),
  )
  const torn = new Set(pieces.filter((piece) => !all.some((box) => shows(box, piece))))
  let left = pieces.filter((piece) => !torn.has(piece))
  return all.filter((box) => {
    const rest = left.filter((piece) => !shows(box, piece))
    const adds = rest.length < left.length || [...torn].some((piece) => touches(box, piece))
    left = rest
    return adds
  })
}

/**
 * Cuts a scene into parts that can each be read on a page with `room` points: a part for each frame that fits a page,
 * overlapping ones for what lies elsewhere. What shows nothing that people have made is no part. Undefined when there would
 * be more parts than anyone lays out.
 */
export function partsOf(
  scene: Scene,
  room: Size,
  isMade: (id: string) => boolean,
): Cut | undefined {
  const scale = scaleFor(scene, SMALL_PRINT)
  const page: Size = [room[0] / scale, room[1] / scale]
  const made = scene.pieces.filter(({ id, type }) => type !== 'frame' && isMade(id))
  const frames = outerFrames(scene)
  const fits = (box: Box): boolean => box.width <= page[0] && box.height <= page[1]
  const framed = frames
    .map(({ id, box }) => {
      const wide = grow(withOverhang(box, made), MARGIN.frame)
      return { frame: id, box: fits(wide) ? wide : grow(box, MARGIN.frame) }
    })
    .filter(({ box }) => fits(box))
    .filter(({ box }) => made.some((piece) => shows(box, piece)))
  const elsewhere = made.filter((piece) => !framed.some(({ box }) => shows(box, piece)))
  const grid = gridOver(elsewhere, page)
  if (!grid || framed.length + grid.length > MOST_PARTS) return undefined
  return {
    parts: [...framed, ...grid.map((box) => ({ box }))].map((part, i) => ({
      ...part,
      name: String.fromCodePoint(65 + i),
    })),
    empty: frames.flatMap(({ id, box }) => (made.some((piece) => touches(box, piece)) ? [] : [id])),
  }
}

const leftShare = { left: 0, centre: 0.5, right: 1 } as const

function boxOfText(item: TextItem): Box {
  const { lines, size, weight, y, lineHeight } = item
  const boxes = lines.map((line, i): Box => {
    const { x, align } = linePlace(item, i)
    const width = textWidth(line, size, weight)
    return { x: x - width * leftShare[align], y: y + i * lineHeight, width, height: lineHeight }
  })
  return union(boxes) ?? { x: item.x, y, width: 0, height: 0 }
}

// Words outside the part would be hidden from the eye, and yet be found, copied and read out.
function withinPart(piece: Piece, part: Box): Piece {
  const { at, turn } = piece
  const items = piece.items.filter((item) => {
    if (item.kind !== 'text') return true
    const box = boxOfText(item)
    return intersects(aroundTurned({ ...box, x: box.x + at[0], y: box.y + at[1] }, turn), part)
  })
  return items.length === piece.items.length ? piece : { ...piece, items }
}

/** The scene cut to one part: only the pieces, and of their words only those, that lie in it. */
export const sceneOfPart = ({ pieces }: Scene, { box }: Part): Scene => ({
  box,
  pieces: pieces
    .filter((piece) => intersects(piece.box, box))
    .map((piece) => withinPart(piece, box)),
})

/** The key to the parts: their outlines and names over the whole map, readable at `scale` points for a world unit. */
export function keyPiece(parts: readonly Part[], { box }: Scene, scale: number): Piece {
  const size = 12 / scale
  return {
    id: 'parts',
    type: 'parts',
    at: [0, 0],
    box,
    items: parts.flatMap(({ name, box: part }) => {
      const x = Math.max(part.x, box.x)
      const y = Math.max(part.y, box.y)
      const width = Math.min(part.x + part.width, box.x + box.width) - x
      const height = Math.min(part.y + part.height, box.y + box.height) - y
      const tag = { x: x + size * 0.4, y: y + size * 0.4, width: size * 1.8, height: size * 1.6 }
      return [
        {
          kind: 'rect' as const,
          x,
          y,
          width,
          height,
          stroke: 'accent' as const,
          strokeWidth: 1 / scale,
          dash: [5 / scale, 3 / scale],
        },
        { kind: 'rect' as const, ...tag, radius: size * 0.3, fill: 'accent' as const },
        {
          kind: 'text' as const,
          x: tag.x + tag.width / 2,
          y: tag.y,
          lines: [name],
          size,
          lineHeight: tag.height,
          weight: 700 as const,
          fill: 'onAccent' as const,
          align: 'centre' as const,
        },
      ]
    }),
  }
}
