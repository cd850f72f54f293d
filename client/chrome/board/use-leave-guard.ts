import { useEffect } from 'react'
import { useLive } from './context.ts'

/** Has the browser ask before the tab is left while changes are nowhere but in it; a board that has ended asks by itself. */
export function useLeaveGuard(): void {
  const atRisk = useLive(({ unsaved, kept, ended }) => unsaved > 0 && !kept && ended === null)
  useEffect(() => {
    if (!atRisk) return undefined
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [atRisk])
}
