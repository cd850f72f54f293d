import { useEffect } from 'react'
import { useWorkspace } from './context.ts'

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

/** `?` opens the list of shortcuts from anywhere but a field, F1 the help from anywhere but a dialog. */
export function useHelpKey(): void {
  const { ui } = useWorkspace()
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'F1' && ui.getState().dialog === null) {
        event.preventDefault()
        ui.setState({ dialog: 'guide' })
      }
      if (event.key !== '?' || event.ctrlKey || event.metaKey || event.altKey) return
      if (event.defaultPrevented || isTyping(event.target) || ui.getState().editing) return
      if (!ui.getState().singleKeys) return
      ui.setState({ dialog: 'help' })
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [ui])
}
