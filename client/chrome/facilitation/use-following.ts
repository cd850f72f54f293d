import { useEffect, useRef } from 'react'
import { boundsOf } from '../../../shared/draw/scene.ts'
import { fitBox } from '../../model/camera.ts'
import type { Workspace } from '../../model/workspace.ts'
import { t } from '../../words/t.ts'
import { useLive, useWorkspace } from '../board/context.ts'
import { showView, useView } from '../router.ts'
import { say } from '../ui/toasts.tsx'
import { useRun } from './use-session.ts'

/** CSS px that the small map takes at the right, which shows as soon as not everything is in view. */
const MINIMAP = 176

/** In a window narrower than this (CSS px) the small map may lie on what is looked at. */
const ROOMY = 1100

/** Takes the view to an object, if it is there. */
export function lookAt({ board, ui }: Workspace, id: string): void {
  const object = board.object(id)
  const box = object && boundsOf(object, board)
  if (!box) return
  const { viewport, insets } = ui.getState()
  const right = insets.right === 0 && viewport[0] > ROOMY ? MINIMAP : insets.right
  ui.setState({ goal: fitBox(box, viewport, { ...insets, right }) })
}

/** Keeps this window's view with the session: to each new stage, to what is in the spotlight, and to a facilitator who calls. */
export function useFollowing(): void {
  const workspace = useWorkspace()
  const { stage, spotlight, gathered, hideCursors, hideNames } = useRun()
  useEffect(() => {
    workspace.ui.setState({ hides: { cursors: hideCursors, names: hideNames } })
  }, [workspace, hideCursors, hideNames])
  const view = useView()
  const ready = useLive((live) => live.ready && live.session !== null)
  const caller = useLive(
    (live) => live.session?.participants.find(({ id }) => id === gathered?.by)?.name,
  )
  /** what this window has followed already; what was there when it opened counts, but for the stage and the spotlight */
  const seen = useRef<{ stage: string | null; spotlight: string | null; gathered: number } | null>(
    null,
  )
  useEffect(() => {
    if (!ready) return
    const before = seen.current
    seen.current = { stage, spotlight, gathered: gathered?.at ?? 0 }
    if (stage && stage !== before?.stage) lookAt(workspace, stage)
    if (spotlight && spotlight !== before?.spotlight) {
      lookAt(workspace, spotlight)
      if (workspace.me.role !== 'facilitator')
        workspace.ui.setState({ selection: new Set([spotlight]) })
    }
    if (before && gathered && gathered.at > before.gathered && gathered.by !== workspace.me.id) {
      const [x, y, scale] = gathered.view
      workspace.ui.setState({ goal: { centre: [x, y], scale } })
      say({
        text: t('{name} brought everyone here.', { name: caller ?? t('A facilitator') }),
        // Whoever isn't looking at the map is where they were.
        ...((view === 'outline' || view === 'phone') && {
          action: { label: t('Show it on the map'), run: () => showView('map') },
        }),
      })
    }
  }, [ready, stage, spotlight, gathered, caller, view, workspace])
}
