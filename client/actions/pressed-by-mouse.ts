// Where keys can be meant for something of its own: panels, forms, lists, and whatever opens over the map.
const OWN = 'aside, form, [data-sheet], [role="dialog"], [role="menu"], [role="listbox"]'
// They press what has the keyboard, or take it further: from then on it is used.
const STAYS = /^(Enter| |Tab)$/

/**
 * Follows whether the keyboard stands on a button beside the map for no other reason than that the mouse pressed it there. Keys are the
 * map's then, as they are in browsers that give no button the keyboard for a click.
 */
export function watchPresses(): {
  /** whether a key is for the map although a button has it; of a handled key, and of one that presses, it never is */
  leaves(event: KeyboardEvent): boolean
  stop(): void
} {
  let byMouse = false
  const onPointer = ({ pointerType }: PointerEvent): void => {
    byMouse = pointerType === 'mouse'
  }
  window.addEventListener('pointerdown', onPointer, true)
  return {
    leaves({ key, target, defaultPrevented }) {
      if (defaultPrevented || STAYS.test(key)) byMouse = false
      return byMouse && target instanceof HTMLButtonElement && target.closest(OWN) === null
    },
    stop: () => window.removeEventListener('pointerdown', onPointer, true),
  }
}
