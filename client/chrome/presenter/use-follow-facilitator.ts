import { useEffect } from 'react'
import { useWorkspace } from '../board/context.ts'
import { goAlong, presenceOf } from '../facilitation/follow.ts'

/** Keeps the view with the facilitator who moved last, as long as this screen is shown. */
export function useFollowFacilitator(): void {
  const workspace = useWorkspace()
  useEffect(() => {
    const { awareness } = workspace
    const views = new Map<number, string>()
    let isFirst = true
    const look = (clients: Iterable<number>): void => {
      for (const client of clients) {
        const presence = presenceOf(awareness.getStates().get(client))
        // A facilitator's own big screen doesn't lead itself.
        if (client === awareness.clientID || presence?.participant?.role !== 'facilitator') continue
        const view = JSON.stringify(presence.view ?? null)
        const moved = views.get(client) !== view
        views.set(client, view)
        if (!moved || !presence.view) continue
        goAlong(workspace, presence.view, isFirst)
        isFirst = false
      }
    }
    const changed = ({ added, updated }: { added: number[]; updated: number[] }): void =>
      look([...added, ...updated])
    look(awareness.getStates().keys())
    awareness.on('change', changed)
    return () => awareness.off('change', changed)
  }, [workspace])
}
