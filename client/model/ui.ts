import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Size } from '../../shared/geometry.ts'
import type { LensId } from '../../shared/measures/lenses.ts'
import type { Outline } from '../../shared/objects/turn.ts'
import type { Theme } from '../../shared/look/palette.ts'
import type { Camera, Insets } from './camera.ts'
import type { Guide, Sketch } from './sketch.ts'

/** A text field that is open for typing on the canvas. */
export interface Editing {
  id: string
  field: string
  /** the character whose key opened it: it goes to the end of what is there */
  typed?: string
}

/** Something to tell the person, and what they can do about it. */
export interface Message {
  text: string
  /** stays until closed; others go after a few seconds */
  lasting?: boolean
  action?: { label: string; run(): void }
}

/** What belongs to this window alone: never a copy of anything that the document holds. */
export interface UiState {
  /** id of the active tool */
  tool: string
  selection: ReadonlySet<string>
  /** object under the pointer or with keyboard focus, for isolating its ties */
  hover: string | null
  /** which object the keyboard stands on while several are picked one by one; holds for as long as `of` is the selection */
  picking: { readonly at: string; readonly of: ReadonlySet<string> } | null
  editing: Editing | null
  camera: Camera
  /** where the camera should go: the scene flies there and sets it back to null; setting `camera` jumps */
  goal: Camera | null
  /** the canvas' size in CSS px, and how much of each side panels cover; fitting keeps to what is left */
  viewport: Size
  insets: Insets
  /** a drag, resize or turn of this person's own under way: object id → its box now, and its angle where that changes; the document knows nothing of it yet */
  preview: ReadonlyMap<string, Outline> | null
  /** what a tool shows while it is used: marquee, rubber band, box being drawn out */
  sketch: Sketch | null
  /** what a drag lines up with */
  guides: readonly Guide[]
  /** field values that the next object of a type is placed with, as chosen beside its tool */
  presets: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  /** the last thing to tell the person, once; `missing`: that a part of the app can't be fetched */
  message: Message | 'missing' | null
  /** what this window works at for a while, and how to give it up */
  working: { readonly text: string; cancel(): void } | null
  theme: Theme
  /** keys without Ctrl, ⌘ or Alt do something; who speaks to a computer or has unsteady hands can switch that off */
  singleKeys: boolean
  /** the lens through which this window sees the map; null: none */
  lens: LensId | null
  /** how far the lens' legend reaches from the left and from the bottom of the map, in CSS px; null while there is none */
  legend: Size | null
  /** the panel open over the map beside whatever is selected: it takes no keys from the map */
  panel: 'search' | 'comments' | 'versions' | null
  /** id of the open dialog, one at a time */
  dialog: string | null
  /** what the session keeps from the map of partners and observers: their cursors, and whose they are */
  hides: { readonly cursors: boolean; readonly names: boolean }
  /** ids of the objects that the session locks: they stay as they are until a facilitator unlocks them */
  locks: ReadonlySet<string>
}

/** The store of a window's own state, which the document never has. */
export type UiStore = StoreApi<UiState>

/** A window's own state at the start: select tool, nothing selected, 100 %. */
export const createUi = (theme: Theme): UiStore =>
  createStore(() => ({
    tool: 'select',
    selection: new Set<string>(),
    hover: null,
    picking: null,
    editing: null,
    camera: { centre: [0, 0], scale: 1 },
    goal: null,
    viewport: [1280, 800],
    insets: { top: 0, right: 0, bottom: 0, left: 0 },
    preview: null,
    sketch: null,
    guides: [],
    presets: {},
    message: null,
    working: null,
    theme,
    singleKeys: true,
    lens: null,
    legend: null,
    panel: null,
    dialog: null,
    hides: { cursors: false, names: false },
    locks: new Set<string>(),
  }))

/** The id of the object that the keyboard stands on while several are picked; undefined: none are being picked. */
export const pickedAt = ({ picking, selection }: UiState): string | undefined =>
  picking?.of === selection ? picking.at : undefined
