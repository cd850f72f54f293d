/** Puts the keyboard on the map, as after a panel over it has closed, or at the head of the outline where that is shown instead. */
export function focusMap(): void {
  const map = document.querySelector<HTMLElement>('main [role="application"]')
  map?.focus({ preventScroll: true })
  if (document.activeElement !== map) focusOutline()
}

/** Puts the keyboard at the head of the outline. */
export const focusOutline = (): void => document.getElementById('outline')?.focus()
