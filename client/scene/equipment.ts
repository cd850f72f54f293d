import { Overlay } from './overlay.ts'
import { isBlank } from './overlay-contents.ts'
import { overlayState } from './overlay-state.ts'
import { TextEditor } from './text-editor.ts'

/** What the scene has only once people work on the map: what lies over it, and typing. Its code comes after the first picture. */
export const equipment = { TextEditor, overlayState, isBlank, Overlay }

export type Equipment = typeof equipment
