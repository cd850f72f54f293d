import { useEffect } from 'react'
import type { Presence } from '../../../shared/protocol/presence.ts'
import { useWorkspace } from '../board/context.ts'
import { goAlong, presenceOf } from '../facilitation/follow.ts'
import { viewHere } from './view-here.ts'

/** Keeps the view with the facilitator who moved last, as long as this screen is shown: what they see, as large as there is room for. */
export function useFollowFacilitator(): void {
  const workspace = useWorkspace()
  useEffect(() => {
    const { awareness, ui } = workspace
    const views = new Map<number, string>()
    let followed: Presence | undefined
    const look = (clients: Iterable<number>): void => {
      for (const client of clients) {
        const presence = presenceOf(awareness.getStates().get(client))
        // A facilitator's own big screen doesn't lead itself.
        if (client === awareness.clientID || presence?.participant?.role !== 'facilitator') continue
        const view = JSON.stringify([presence.view ?? null, presence.screen ?? null])
        const moved = views.get(client) !== view
        views.set(client, view)
        if (!moved || !presence.view) continue
        goAlong(workspace, viewHere(presence, ui.getState()), followed === undefined)
        followed = presence
      }
    }
    const changed = ({ added, updated }: { added: number[]; updated: number[] }): void =>
      look([...added, ...updated])
    look(awareness.getStates().keys())
    awareness.on('change', changed)
    // The words at the top take more room in one stage than in another.
    const stop = ui.subscribe((state, before) => {
      if (!followed || (state.insets === before.insets && state.viewport === before.viewport))
        return
      goAlong(workspace, viewHere(followed, state), true)
    })
    return () => {
      stop()
      awareness.off('change', changed)
    }
  }, [workspace])
}
