import { useRef, type KeyboardEvent, type MouseEvent, type PointerEvent } from 'react'
import { focusMap } from '../board/focus-map.ts'

/** For a panel beside the map: after a choice made in it with the mouse, keys are the map's again; keyboards, fingers and screen readers stay where they are. */
export function useKeysToMap(): {
  onPointerDownCapture(event: PointerEvent): void
  onKeyDownCapture(event: KeyboardEvent): void
  onClick(event: MouseEvent): void
} {
  const byMouse = useRef(false)
  return {
    onPointerDownCapture({ pointerType }) {
      byMouse.current = pointerType === 'mouse'
    },
    onKeyDownCapture() {
      byMouse.current = false
    },
    onClick({ target }) {
      // A click on a label becomes one of its input, which has the keyboard by then.
      const chosen = target instanceof HTMLInputElement && /^(radio|checkbox)$/.test(target.type)
      if (chosen && byMouse.current) focusMap()
    },
  }
}
