/** Puts the keyboard on the map, as after a panel over it has closed. */
export const focusMap = (): void =>
  document.querySelector<HTMLElement>('main [role="application"]')?.focus({ preventScroll: true })
