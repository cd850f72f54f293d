import type { Point, Size } from '../geometry.ts'

/** A box to be placed. */
export interface ArrangeBox {
  id: string
  size: Size
  /** boxes of one group are kept beside each other where that doesn't cost legibility */
  group?: string
}

/** A tie between two boxes; several between the same two count together. */
export interface ArrangeLink {
  from: string
  to: string
}

/** The top left corner of each box, by its id. */
export type Places = ReadonlyMap<string, Point>
