/** Puts the keyboard on the map, as after a panel over it has closed. */
export const focusMap = (): void =>
  document.querySelector<HTMLElement>('main [role="application"]')?.focus({ preventScroll: true })

/** Puts the keyboard at the head of the outline. */
export const focusOutline = (): void => document.getElementById('outline')?.focus()
