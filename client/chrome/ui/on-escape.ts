import type { KeyboardEvent } from 'react'

/** A key handler for a part that Escape leaves. A menu or dialog within has had its Escape already; nothing around hears of one that was for this part. */
export const onEscape =
  (leave: () => void) =>
  (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    event.stopPropagation()
    leave()
  }
