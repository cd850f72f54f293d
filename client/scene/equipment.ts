import { badgeAt, badgesOf } from './badges.ts'
import { handleAt, handlesNow } from './handles.ts'
import { lenses } from './lenses.ts'
import { isBlank } from './overlay-contents.ts'
import { overlayState } from './overlay-state.ts'
import { Sprite } from './sprite.ts'
import { TextEditor } from './text-editor.ts'

/** What the scene has only once people work on the map: what lies over it and where it can be taken hold of, typing, and what a lens draws. Its code comes after the first picture. */
export const equipment = {
  TextEditor,
  Sprite,
  overlayState,
  isBlank,
  lenses,
  badgeAt,
  badgesOf,
  handleAt,
  handlesNow,
}

/** The shape of `equipment`, for code that gets it once it is loaded. */
export type Equipment = typeof equipment
