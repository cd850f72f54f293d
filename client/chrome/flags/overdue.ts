import { useEffect } from 'react'
import { overdueSince } from '../../../shared/measures/overdue.ts'
import { today } from '../../words/dates.ts'
import { t, tn } from '../../words/t.ts'
import { useWorkspace } from '../board/context.ts'
import { say } from '../ui/toasts.tsx'

/** Has a board with reviews or dates that have passed open on these, for a facilitator. */
export function useOverdue(): void {
  const { board, me, ui } = useWorkspace()
  useEffect(() => {
    if (me.role !== 'facilitator') return
    const now = today()
    const count = [...board.objects()].filter((object) => overdueSince(object, now)).length
    if (count === 0) return
    say({
      text: tn(
        count,
        'One review or date has passed. Look at it before anything new is promised.',
        '{n} reviews and dates have passed. Look at them before anything new is promised.',
      ),
      lasting: true,
      action: { label: t('Look at them'), run: () => ui.setState({ dialog: 'says' }) },
    })
  }, [board, me, ui])
}
