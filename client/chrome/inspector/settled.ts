import { useEffect, useRef, useState } from 'react'
import { useWorkspace } from '../board/context.ts'

/** Ids of the selected objects that exist, taken over only when no pointer is down: no panel jumps into a drag. */
export function useSettledSelection(): readonly string[] {
  const { ui, board } = useWorkspace()
  const [settled, setSettled] = useState<readonly string[]>([])
  const down = useRef(0)
  useEffect(() => {
    const take = (): void => {
      if (down.current > 0) return
      const next = [...ui.getState().selection].filter((id) => board.object(id))
      setSettled((last) =>
        last.length === next.length && last.every((id, i) => id === next[i]) ? last : next,
      )
    }
    const press = (): void => {
      down.current = 1
    }
    const release = (): void => {
      down.current = 0
      take()
    }
    addEventListener('pointerdown', press, true)
    addEventListener('pointerup', release)
    addEventListener('pointercancel', release)
    const stopUi = ui.subscribe(take)
    const stopBoard = board.subscribe(take)
    take()
    return () => {
      removeEventListener('pointerdown', press, true)
      removeEventListener('pointerup', release)
      removeEventListener('pointercancel', release)
      stopUi()
      stopBoard()
    }
  }, [ui, board])
  return settled
}
