import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Point } from '../../shared/geometry.ts'
import type { Theme } from '../../shared/look/palette.ts'

/** The part of the world on screen: the world point at the canvas' middle, and CSS px for a world unit. */
export interface Camera {
  centre: Point
  scale: number
}

/** A text field that is open for typing on the canvas. */
export interface Editing {
  id: string
  field: string
}

/** What belongs to this window alone: never a copy of anything that the document holds. */
export interface UiState {
  /** id of the active tool */
  tool: string
  selection: ReadonlySet<string>
  /** object under the pointer or with keyboard focus, for isolating its ties */
  hover: string | null
  editing: Editing | null
  camera: Camera
  theme: Theme
  /** id of the open dialog or panel, one at a time */
  dialog: string | null
}

export type UiStore = StoreApi<UiState>

/** A window's own state at the start: select tool, nothing selected, 100 %. */
export const createUi = (theme: Theme): UiStore =>
  createStore(() => ({
    tool: 'select',
    selection: new Set<string>(),
    hover: null,
    editing: null,
    camera: { centre: [0, 0], scale: 1 },
    theme,
    dialog: null,
  }))
