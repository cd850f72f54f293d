import { useRef } from 'react'
import { stagesOf, type Stage } from '../../../shared/session/stages.ts'
import { useBoard } from '../board/context.ts'
import { useRun } from './use-session.ts'

/** The board's stages, and which of them is the present one: −1 for none. */
export function useStages(): { stages: readonly Stage[]; index: number } {
  const { stage } = useRun()
  const last = useRef<readonly Stage[]>([])
  const stages = useBoard((board) => {
    const next = stagesOf(board.ofType('frame'))
    if (JSON.stringify(next) !== JSON.stringify(last.current)) last.current = next
    return last.current
  })
  return { stages, index: stages.findIndex(({ id }) => id === stage) }
}
