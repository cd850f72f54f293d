import { useEffect } from 'react'
import { boardKeys, rootsOf } from '../../../shared/board/layout.ts'
import type { Workspace } from '../../model/workspace.ts'
import { useOpen } from '../board/context.ts'

/** Tells the person when the board was brought back to a version, by whomever; who was away hears of it when they are back. */
export function useRestored({ doc }: Workspace): void {
  const { live } = useOpen()
  useEffect(() => {
    const { board } = rootsOf(doc)
    const tell = ({ keysChanged }: { keysChanged: Set<unknown> }): void => {
      if (!keysChanged.has(boardKeys.restored)) return
      void import('../versions/restored-message.ts').then(({ tellRestored }) =>
        tellRestored(doc, live.getState()),
      )
    }
    board.observe(tell)
    return () => board.unobserve(tell)
  }, [doc, live])
}
