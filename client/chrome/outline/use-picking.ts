import { useRef, useState, type KeyboardEvent, type RefObject } from 'react'
import { useWorkspace } from '../board/context.ts'

/** Picking several objects of the outline. */
export interface Picking {
  picking: boolean
  start(): void
  /** ends it with nothing selected, and gives the keyboard to the button that began it */
  stop(): void
  /** the button that begins and ends it */
  toggle: RefObject<HTMLButtonElement | null>
  /** what shows how many are picked; the keyboard goes to its first button */
  bar: RefObject<HTMLDivElement | null>
  /** Shift and Space on a name begins with it; Escape goes to what can be done with those picked */
  onKeyDown(event: KeyboardEvent): void
}

/** Whether several objects are being picked in the outline, and the keys for it; what is selected on the map already is picked. */
export function usePicking(): Picking {
  const { ui } = useWorkspace()
  const [picking, setPicking] = useState(() => ui.getState().selection.size > 1)
  const toggle = useRef<HTMLButtonElement>(null)
  const bar = useRef<HTMLDivElement>(null)
  const start = (): void => setPicking(true)
  const stop = (): void => {
    setPicking(false)
    ui.setState({ selection: new Set(), hover: null })
    toggle.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || !(event.target instanceof HTMLElement)) return
    const id = event.target.dataset['name']
    if (id === undefined) return
    if (event.key === ' ' && event.shiftKey && !picking) {
      event.preventDefault()
      start()
      ui.setState({ selection: new Set([...ui.getState().selection, id]), hover: null })
    } else if (event.key === 'Escape' && picking) {
      event.preventDefault()
      bar.current?.querySelector('button')?.focus()
    }
  }
  return { picking, start, stop, toggle, bar, onKeyDown }
}
