import { createContext, useCallback, useContext, useRef, useSyncExternalStore } from 'react'
import { useStore } from 'zustand'
import { assert } from '../../../shared/assert.ts'
import type { BoardObject } from '../../../shared/board/object.ts'
import type { BoardModel } from '../../model/board.ts'
import type { UiState } from '../../model/ui.ts'
import type { Me, Workspace } from '../../model/workspace.ts'
import type { Live, OpenBoard } from '../../session/open.ts'
import { statusOf, type Status } from '../../session/status.ts'

const OpenContext = createContext<OpenBoard | null>(null)

/** Gives everything below it the open board. */
export const OpenProvider = OpenContext.Provider

/** The open board; only below `OpenProvider`. */
export function useOpen(): OpenBoard {
  const open = useContext(OpenContext)
  assert(open, 'a board is open here')
  return open
}

/** The open board's workspace. */
export const useWorkspace = (): Workspace => useOpen().workspace

/** Who this window acts for, as the server last told. */
export function useMe(): Me {
  const workspace = useWorkspace()
  return useLive(() => workspace.me)
}

/** A part of what belongs to this window; must keep its identity while nothing changes. */
export const useUi = <T>(select: (state: UiState) => T): T => useStore(useWorkspace().ui, select)

/** A part of the facts about connection and session. */
export const useLive = <T>(select: (live: Live) => T): T => useStore(useOpen().live, select)

/** The status that is true now. */
export function useStatus(): Status {
  const { credentials } = useOpen()
  return statusOf(
    useLive((live) => live),
    credentials.participant.role,
  )
}

/** Whether this participant may edit now. */
export function useCanEdit(): boolean {
  const { workspace } = useOpen()
  return useLive(() => workspace.canEdit())
}

/** Whether this participant may change the object now: nothing and nobody keeps it as it is. */
export function useCanChange(object: BoardObject): boolean {
  const { board } = useWorkspace()
  useUi(({ locks }) => locks)
  return useCanEdit() && !board.isHeld(object)
}

/** Something read from the board, read again after each change; it must keep its identity while nothing changed. */
export function useBoard<T>(read: (board: BoardModel) => T): T {
  const { board } = useWorkspace()
  const subscribe = useCallback((listener: () => void) => board.subscribe(listener), [board])
  return useSyncExternalStore(subscribe, () => read(board))
}

/** A list read from the board that keeps its identity until one of its items changes. */
export function useBoardList<T>(read: (board: BoardModel) => T[]): readonly T[] {
  const last = useRef<readonly T[]>([])
  return useBoard((board) => {
    const next = read(board)
    const same =
      next.length === last.current.length && next.every((item, i) => item === last.current[i])
    if (!same) last.current = next
    return last.current
  })
}
