import { useEffect, useRef, useState } from 'react'
import type { Point } from '../../../shared/geometry.ts'
import { DOUBLE_MS, DOUBLE_PX } from '../../model/double-press.ts'
import { useWorkspace } from '../board/context.ts'

/** What is selected, as the panels beside the map see it. */
export interface Settled {
  /** ids of the objects that the details are of */
  ids: readonly string[]
  /** whether the map may move under the pointer to make room for them */
  calm: boolean
}

const onMap = ({ target }: Event): boolean =>
  target instanceof Element && target.closest('[role="application"]') !== null

/** The selected objects that exist, taken over only when no pointer is down, and after a click on the map only when it can't become a double click any more: no panel jumps into a drag or under the second press. */
export function useSettledSelection(): Settled {
  const { ui, board } = useWorkspace()
  const [settled, setSettled] = useState<Settled>({ ids: [], calm: true })
  const down = useRef(0)
  useEffect(() => {
    let pressed: Point | undefined
    let waiting: ReturnType<typeof setTimeout> | undefined
    const waitNoMore = (): void => {
      clearTimeout(waiting)
      waiting = undefined
    }
    const take = (): void => {
      if (down.current > 0) return
      const { selection, editing } = ui.getState()
      const next = [...selection].filter((id) => board.object(id))
      if (next.length === 0 || editing) waitNoMore()
      const calm = waiting === undefined
      setSettled((last) => {
        if (!calm && last.ids.length === 0) return last
        const same = last.ids.length === next.length && last.ids.every((id, i) => id === next[i])
        if (!same) return { ids: next, calm }
        return calm && !last.calm ? { ids: last.ids, calm } : last
      })
    }
    const takeNow = (): void => {
      if (waiting === undefined) return
      waitNoMore()
      take()
    }
    const press = (event: PointerEvent): void => {
      down.current = 1
      waitNoMore()
      pressed = event.button === 0 && onMap(event) ? [event.clientX, event.clientY] : undefined
    }
    const release = ({ type, clientX, clientY }: PointerEvent): void => {
      down.current = 0
      const clicked =
        pressed !== undefined &&
        type === 'pointerup' &&
        Math.hypot(clientX - pressed[0], clientY - pressed[1]) < DOUBLE_PX
      pressed = undefined
      if (clicked) waiting = setTimeout(takeNow, DOUBLE_MS)
      take()
    }
    addEventListener('pointerdown', press, true)
    addEventListener('pointerup', release)
    addEventListener('pointercancel', release)
    addEventListener('keydown', takeNow, true)
    const stopUi = ui.subscribe(take)
    const stopBoard = board.subscribe(take)
    take()
    return () => {
      waitNoMore()
      removeEventListener('pointerdown', press, true)
      removeEventListener('pointerup', release)
      removeEventListener('pointercancel', release)
      removeEventListener('keydown', takeNow, true)
      stopUi()
      stopBoard()
    }
  }, [ui, board])
  return settled
}
