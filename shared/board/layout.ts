import type * as Y from 'yjs'

/** The version of the document's shape that this code writes; see `docs/api.md`. */
export const SCHEMA_VERSION = 1

/** The root types of a board's document, under the only names by which anything may reach them. */
export interface BoardRoots {
  /** title, purpose, schema version, marking, paper settings, what ties show */
  board: Y.Map<unknown>
  /** object id → the object */
  objects: Y.Map<Y.Map<unknown>>
  /** reading id → a trust reading, a plain JSON value that is never changed in place */
  readings: Y.Map<unknown>
  /** comment id → a comment */
  comments: Y.Map<unknown>
}

/** The roots of `doc`; creates nothing in it. */
export const rootsOf = (doc: Y.Doc): BoardRoots => ({
  board: doc.getMap('board'),
  objects: doc.getMap('objects'),
  readings: doc.getMap('readings'),
  comments: doc.getMap('comments'),
})

/** Keys of the `board` root. */
export const boardKeys = {
  title: 'title',
  purpose: 'purpose',
  schema: 'schema',
  marking: 'marking',
  tiesShow: 'tiesShow',
  paper: 'paper',
  template: 'template',
  restored: 'restored',
} as const

/** What the two lanes of a relationship show on this board unless a lens says otherwise. */
export type TieMeasure = 'trust' | 'contact'

/** What lanes can show: what a board chooses, and what a lens may show instead. */
export type LaneMeasure = TieMeasure | 'level'
