import { useEffect, useRef } from 'react'
import type { Presence } from '../../../shared/protocol/presence.ts'
import { useWorkspace } from '../board/context.ts'
import { goAlong, presenceOf } from '../facilitation/follow.ts'
import { lookAt } from '../facilitation/use-following.ts'
import { viewHere } from './view-here.ts'

interface Change {
  added: number[]
  updated: number[]
  removed: number[]
}

/**
 * Keeps the view with the facilitator who moved last, as long as this screen is shown: what they see, as large as there is
 * room for. While nobody is known to be one, because names are hidden, it stays with `subject`, which the session is about.
 */
export function useFollowFacilitator(subject: string | null): void {
  const workspace = useWorkspace()
  const about = useRef(subject)
  useEffect(() => {
    about.current = subject
  }, [subject])
  useEffect(() => {
    const { awareness, ui } = workspace
    const views = new Map<number, string>()
    let leader: { client: number; presence: Presence } | undefined
    const look = (clients: Iterable<number>): void => {
      for (const client of clients) {
        const presence = presenceOf(awareness.getStates().get(client))
        // A facilitator's own big screen doesn't lead itself.
        if (client === awareness.clientID) continue
        if (presence?.participant?.role !== 'facilitator') {
          if (client === leader?.client) leader = undefined
          continue
        }
        const view = JSON.stringify([presence.view ?? null, presence.screen ?? null])
        const moved = views.get(client) !== view
        views.set(client, view)
        if (!moved || !presence.view) continue
        goAlong(workspace, viewHere(presence, ui.getState()), leader === undefined)
        leader = { client, presence }
      }
    }
    const changed = ({ added, updated, removed }: Change): void =>
      look([...added, ...updated, ...removed])
    look(awareness.getStates().keys())
    awareness.on('change', changed)
    // The words at the top take more room in one stage than in another.
    const stop = ui.subscribe((state, before) => {
      if (state.insets === before.insets && state.viewport === before.viewport) return
      if (leader) goAlong(workspace, viewHere(leader.presence, state), true)
      else if (about.current !== null) lookAt(workspace, about.current)
    })
    return () => {
      stop()
      awareness.off('change', changed)
    }
  }, [workspace])
}
