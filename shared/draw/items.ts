import type { Box, Point } from '../geometry.ts'
import type { Token } from '../look/palette.ts'

interface Stroke {
  stroke?: Token
  /** world units; default 1 */
  strokeWidth?: number
  /** lengths of dash and space in world units */
  dash?: readonly number[]
  cap?: 'butt' | 'round'
}

interface Painted extends Stroke {
  fill?: Token
  /** 0–1, default 1 */
  opacity?: number
}

/**
 * How far the map may be zoomed out before a painter may leave the item out; absent = always drawn. What is `close` would cover its
 * like when seen from afar, and comes back when its object is singled out.
 */
interface Detailed {
  detail?: 'fine' | 'close'
}

/** A rectangle, its corners rounded by `radius`; `shadow` is the one soft shadow of the look. */
export interface RectItem extends Painted, Detailed {
  kind: 'rect'
  x: number
  y: number
  width: number
  height: number
  radius?: number
  shadow?: boolean
}

/** An ellipse inside its box. */
export interface EllipseItem extends Painted, Detailed {
  kind: 'ellipse'
  x: number
  y: number
  width: number
  height: number
}

/** A path as SVG path data with absolute commands (M, L, C, Q, Z): understood by Path2D, SVG and PDF alike. */
export interface PathItem extends Painted, Detailed {
  kind: 'path'
  d: string
  /** the points of a path that is nothing but straight lines from one to the next: painters may draw these without reading `d` */
  points?: readonly Point[]
}

/** Lines of text that are broken already; `x`, `y` is the top of the first line at its left, middle or right. */
export interface TextItem extends Detailed {
  kind: 'text'
  x: number
  y: number
  lines: readonly string[]
  /** for each line whether it is read from right to left; absent: none is */
  rightToLeft?: readonly boolean[]
  /** world units from `x` to the right edge, at which such a line of a text that is aligned left begins; absent: at `x` */
  room?: number
  /** font size in world units */
  size: number
  /** distance of baselines in world units */
  lineHeight: number
  weight: 400 | 600 | 700
  fill: Token
  align: 'left' | 'centre' | 'right'
  opacity?: number
}

/** A picture filling its box, known by its id; where it isn't to be had, `instead` is painted. */
export interface ImageItem extends Detailed {
  kind: 'image'
  x: number
  y: number
  width: number
  height: number
  image: string
  instead: readonly (ShapeItem | TextItem)[]
  opacity?: number
}

/** What is painted in colours of the look, without words. */
export type ShapeItem = RectItem | EllipseItem | PathItem

/**
 * One thing to paint. An object's draw list is plain data, and it alone feeds canvas, SVG, PNG and PDF.
 * Coordinates are relative to the object's `at`; those of a link are world coordinates.
 */
export type DrawItem = ShapeItem | TextItem | ImageItem

/** Where the text of one field stands on its object, so that typing looks like the drawing; `box` is relative to `at`. */
export interface TextPlace {
  box: Box
  /** font size and distance of baselines in world units */
  size: number
  lineHeight: number
  weight: 400 | 600 | 700
  fill: Token
  align: 'left' | 'centre' | 'right'
  /** where the lines stand in the box when they don't fill it */
  vertical: 'top' | 'middle'
}
