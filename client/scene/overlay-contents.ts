import type { Drawing } from '../../shared/draw/scene.ts'
import type { Box, Point } from '../../shared/geometry.ts'
import type { Outline } from '../../shared/objects/turn.ts'
import type { Guide, Sketch } from '../model/sketch.ts'
import type { Handle } from './handles.ts'
import type { Person } from './people.ts'

/** A caret in a text on the map: its top in world units, how tall it is, and by how many degrees its text is turned. */
export interface Caret {
  at: Point
  height: number
  angle: number
}

/** What lies over the map in one frame; boxes and points in world units. */
export interface OverlayState {
  /** outlines of what this person has selected, and the box around several */
  selected: readonly Outline[]
  around: Box | undefined
  /** the selected ties, in a selection of several */
  ties: readonly Drawing[]
  hovered: Outline | undefined
  /** where the keyboard stands while several objects are picked */
  standing: Box | undefined
  /** the two ends of the tie that is selected or hovered */
  ends: readonly Box[]
  handles: readonly { handle: Handle; at: Point }[]
  sketch: Sketch | null
  /** where open comments are marked, and how many */
  badges: readonly { at: Point; count: number }[]
  guides: readonly Guide[]
  /** where something is locked */
  locks: readonly Point[]
  people: readonly { person: Person; boxes: readonly Outline[]; caret: Caret | undefined }[]
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
  !state.standing &&
  !state.sketch
