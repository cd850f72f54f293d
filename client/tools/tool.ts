import type { Point } from '../../shared/geometry.ts'
import type { Workspace } from '../model/workspace.ts'
import type { Scene } from '../scene/scene.ts'

/** One pointer event as tools see it. */
export interface PointerInput {
  /** where it is, in world units and in CSS px from the canvas' top left */
  world: Point
  screen: Point
  shift: boolean
  alt: boolean
  /** Ctrl or ⌘ */
  mod: boolean
  touch: boolean
  /** a finger of somebody who has drawn with a pen, whose hand rests on the screen: it moves the map and makes nothing */
  resting: boolean
  /** how hard a pen presses, 0–1; undefined for what can't tell */
  pressure: number | undefined
  /** where it has been since the event before, this place included, with the pressure there; world units; absent: here alone */
  trail?: readonly (readonly [x: number, y: number, pressure: number])[]
}

/** What every state of a tool works with. */
export interface ToolContext {
  workspace: Workspace
  scene: Scene
}

/** What a state answers: the state to go to, or nothing to stay. */
type Next = ToolState | undefined

/** One named state of a tool; an event that a state has no word for is passed over. */
export interface ToolState {
  name: string
  /** the pointer's look in this state, a CSS cursor; absent: the tool's */
  cursor?: string
  /** whether it drags something over the map: at the map's rim the map moves on, and wherever it moves, `move` is told the pointer's place on it */
  drags?: true
  down?(context: ToolContext, input: PointerInput): Next
  move?(context: ToolContext, input: PointerInput): Next
  up?(context: ToolContext, input: PointerInput): Next
  double?(context: ToolContext, input: PointerInput): Next
  /** Escape, a lost pointer, another tool chosen, or editing withdrawn: leave no trace, go back to the start */
  cancel?(context: ToolContext): void
}

/** A tool of the rail. */
export interface Tool {
  id: string
  /** the English of its name and its line of help, for `t()` */
  label: string
  help: string
  /** lucide icon, kebab-case */
  icon: string
  /** the single key that chooses it */
  key?: string
  /** offered beside the rail, under this heading; absent: on the rail itself */
  group?: 'partnership' | 'drawing'
  /** whether it changes the board, and so is not offered to who may only read */
  edits: boolean
  cursor: string
  /** the state in which it starts and to which it returns */
  start: ToolState
}
