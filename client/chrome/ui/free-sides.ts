const AIR = 8

/** How far (CSS px) a layer keeps from each side of the window: at the bottom of a phone from its tabs too, which lie over it. */
export const freeSides = (): Record<'top' | 'right' | 'bottom' | 'left', number> => {
  const tabs = document.querySelector<HTMLElement>('[data-tabs]')?.offsetHeight ?? 0
  return { top: AIR, right: AIR, bottom: AIR + tabs, left: AIR }
}
