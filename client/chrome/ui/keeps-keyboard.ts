import { useLayoutEffect, useRef, type FocusEvent, type RefObject } from 'react'

const TAKES_KEYBOARD =
  'button:not(:disabled), [href], input:not(:disabled), select:not(:disabled), textarea:not(:disabled)'

/**
 * For the element in which one button gives way to another: when what had the keyboard goes, the element itself has it, or the
 * first thing in it that can. To be called by the component that draws what comes and goes.
 */
export function useKeepsKeyboard<E extends HTMLElement>(): {
  ref: RefObject<E | null>
  onFocus(): void
  onBlur(event: FocusEvent<E>): void
} {
  const ref = useRef<E>(null)
  const isHere = useRef(false)
  useLayoutEffect(() => {
    const element = ref.current
    if (!isHere.current || !element || element.contains(document.activeElement)) return
    // Nobody is told that something which had the keyboard is gone; whoever has it now was given it.
    isHere.current = document.activeElement === document.body
    if (!isHere.current) return
    const next = element.hasAttribute('tabindex')
      ? element
      : element.querySelector<HTMLElement>(TAKES_KEYBOARD)
    next?.focus()
  })
  return {
    ref,
    onFocus() {
      isHere.current = true
    },
    onBlur({ target }) {
      // What is disabled while it is carried out loses the keyboard too.
      isHere.current = target.matches(':disabled')
    },
  }
}
