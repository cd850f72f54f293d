import { useEffect, useRef } from 'react'
import { t } from '../../words/t.ts'
import { say } from '../ui/toasts.tsx'
import { useMe, useWorkspace } from './context.ts'
import { organisationById } from './organisations.ts'

/** Tells a participant when a facilitator has changed whom they speak for. */
export function useToldSpeaker(): void {
  const { board } = useWorkspace()
  const me = useMe()
  const before = useRef(me.organisation)
  useEffect(() => {
    if (before.current === me.organisation) return
    before.current = me.organisation
    // Facilitators have just said so themselves, or see it in the list.
    if (me.role === 'facilitator') return
    const face = organisationById(board, me.organisation)
    say({
      text: face
        ? t('You speak for {organisation} now: a facilitator changed that.', {
            organisation: face.name,
          })
        : t('You speak for no organisation now: a facilitator changed that.'),
    })
  }, [board, me])
}
