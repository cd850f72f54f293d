import { useEffect } from 'react'
import * as v from 'valibot'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { PresenceSchema, type Presence } from '../../../shared/protocol/presence.ts'
import type { Workspace } from '../../model/workspace.ts'
import { useWorkspace } from '../board/context.ts'

/** Whom this window follows; null: nobody. */
const following = createStore<{ participant: string | null }>(() => ({ participant: null }))

/** Keeps this window's view with a participant's, until the map is moved here; null stops it. */
export const follow = (participant: string | null): void => following.setState({ participant })

/** Whom this window follows. */
export const useFollowed = (): string | null => useStore(following, (state) => state.participant)

/** Takes this window's view to another one's: flying there the first time, and along with it after that. */
export function goAlong({ ui }: Workspace, view: Presence['view'], isFirst: boolean): void {
  if (!view) return
  const [x, y, scale] = view
  const camera = { centre: [x, y] as const, scale }
  const { goal } = ui.getState()
  ui.setState(isFirst || goal ? { goal: camera } : { camera })
}

/** What a client shows of itself, read; undefined when it can't be. */
export function presenceOf(state: unknown): Presence | undefined {
  const parsed = v.safeParse(PresenceSchema, state)
  return parsed.success ? parsed.output : undefined
}

/** Keeps the view with whoever is followed. A hand on this window's own map ends it. */
export function useFollowPerson(): void {
  const workspace = useWorkspace()
  const followed = useFollowed()
  useEffect(() => {
    if (followed === null) return undefined
    const { awareness } = workspace
    let isFirst = true
    const look = (clients: Iterable<number>): void => {
      for (const client of clients) {
        if (client === awareness.clientID) continue
        const presence = presenceOf(awareness.getStates().get(client))
        if (presence?.participant?.id !== followed || !presence.view) continue
        goAlong(workspace, presence.view, isFirst)
        isFirst = false
      }
    }
    look(awareness.getStates().keys())
    const changed = ({ added, updated }: { added: number[]; updated: number[] }): void =>
      look([...added, ...updated])
    const stop = (event: Event): void => {
      const on = event.target
      if (on instanceof Element && on.closest('[role="application"]')) follow(null)
    }
    const hands = ['wheel', 'pointerdown', 'keydown'] as const
    awareness.on('change', changed)
    for (const kind of hands) addEventListener(kind, stop, { capture: true, passive: true })
    return () => {
      awareness.off('change', changed)
      for (const kind of hands) removeEventListener(kind, stop, { capture: true })
    }
  }, [workspace, followed])
  useEffect(() => () => follow(null), [workspace])
}
