import { useOverdue } from '../flags/overdue.ts'
import { SessionBar } from '../facilitation/session-bar.tsx'
import { Rounds } from '../rounds/rounds.tsx'

/** What the session adds to the board: the strip that it is run from, and the questions to everyone. */
export function Session() {
  useOverdue()
  return (
    <>
      <SessionBar />
      <Rounds />
    </>
  )
}
