import type { Box, Point } from '../../shared/geometry.ts'
import type { Guide, Sketch } from '../model/sketch.ts'
import type { Drawing } from './drawings.ts'
import type { Handle } from './handles.ts'
import type { Person } from './people.ts'

/** A caret in a text on the map: its top in world units, and how tall it is. */
export interface Caret {
  at: Point
  height: number
}

/** What lies over the map in one frame; boxes and points in world units. */
export interface OverlayState {
  /** outlines of what this person has selected, and the box around several */
  selected: readonly Box[]
  around: Box | undefined
  /** the selected ties, in a selection of several */
  ties: readonly Drawing[]
  hovered: Box | undefined
  /** the two ends of the tie that is selected or hovered */
  ends: readonly Box[]
  handles: readonly { handle: Handle; at: Point }[]
  sketch: Sketch | null
  /** where open comments are marked, and how many */
  badges: readonly { at: Point; count: number }[]
  guides: readonly Guide[]
  /** where something is locked */
  locks: readonly Point[]
  people: readonly { person: Person; boxes: readonly Box[]; caret: Caret | undefined }[]
  box(id: string): Box | undefined
}

/** Whether there is nothing to paint. */
export const isBlank = (state: OverlayState): boolean =>
  state.selected.length === 0 &&
  state.ties.length === 0 &&
  state.ends.length === 0 &&
  state.handles.length === 0 &&
  state.people.length === 0 &&
  !state.around &&
  state.guides.length === 0 &&
  state.badges.length === 0 &&
  state.locks.length === 0 &&
  !state.hovered &&
  !state.sketch
