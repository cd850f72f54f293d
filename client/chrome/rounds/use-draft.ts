import { useCallback, useEffect } from 'react'
import { roundUnderWay } from '../../../shared/session/state.ts'
import { draftFor, forgetDrafts, keepDraft, type DraftSlot } from '../../session/drafts.ts'
import { useLive, useMe, useOpen } from '../board/context.ts'
import { useRun } from '../facilitation/use-session.ts'

/** Where an answer to `round` that is not given yet outlives a reload of this tab; it is nowhere else, and read unchecked. */
export function useDraft(
  round: string,
  slot: DraftSlot,
): { read(): unknown; keep(value: unknown): void } {
  const { credentials } = useOpen()
  const board = credentials.board.id
  const me = useMe()
  // What was being written for one organisation is no answer of another's.
  const participant = `${me.id} ${me.organisation ?? ''}`
  const read = useCallback(
    () => draftFor({ board, participant, round }, slot),
    [board, participant, round, slot],
  )
  const keep = useCallback(
    (value: unknown) => keepDraft({ board, participant, round }, slot, value),
    [board, participant, round, slot],
  )
  return { read, keep }
}

/** Forgets what was being written in answer to a question as soon as it takes no answers any more. */
export function useForgetDrafts(): void {
  const { credentials } = useOpen()
  const known = useLive((live) => live.session !== null)
  const round = roundUnderWay(useRun())
  const board = credentials.board.id
  const answering = round?.state === 'open' ? round.id : null
  useEffect(() => {
    if (known) forgetDrafts(board, answering)
  }, [answering, board, known])
}
