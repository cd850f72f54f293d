import { useEffect } from 'react'
import { definitionOf } from '../../../shared/objects/index.ts'
import { late } from '../ui/late.tsx'
import { sayMissing } from '../ui/say-missing.ts'
import { say } from '../ui/toasts.tsx'
import type { Scene } from '../../scene/scene.ts'
import { useContextMenu } from '../context-menu/use-context-menu.ts'
import { useObjectLink } from './use-object-link.ts'
import { useRestored } from './use-restored.ts'
import { useCanEdit, useUi, useWorkspace } from '../board/context.ts'

const selectionBar = late(() =>
  import('../selection-bar/selection-bar.tsx').then((m) => m.SelectionBar),
)

const toolOptions = late(() =>
  import('../tool-options/tool-options.tsx').then((m) => m.ToolOptions),
)

const namelessOffer = late(() =>
  import('../assumptions/nameless-offer.tsx').then((m) => m.NamelessOffer),
)

const searchPanel = late(() => import('../search/search-panel.tsx').then((m) => m.SearchPanel))
const commentsPanel = late(() =>
  import('../comments/comments-panel.tsx').then((m) => m.CommentsPanel),
)
const versionsPanel = late(() =>
  import('../versions/versions-panel.tsx').then((m) => m.VersionsPanel),
)
const contextMenu = late(() =>
  import('../context-menu/context-menu.tsx').then((m) => m.ContextMenu),
)

const working = late(() => import('../working/working.tsx').then((m) => m.Working))

/** How long after the tools are there the panels that are typed into are fetched, ms: who opens one types on at once. */
const FETCH_AHEAD_MS = 1500

/** What the map tells the person, as a message. */
function useMessages(): void {
  const { ui } = useWorkspace()
  useEffect(
    () =>
      ui.subscribe(({ message }, before) => {
        if (message === before.message || message === null) return
        if (message === 'missing') void sayMissing()
        else say(message)
      }),
    [ui],
  )
}

/** Everything that floats over the map and comes when it is first needed. */
export function CanvasParts({ scene }: { scene: Scene }) {
  const workspace = useWorkspace()
  const canEdit = useCanEdit()
  const several = useUi(({ selection }) => selection.size > 1)
  const panel = useUi((state) => state.panel)
  const work = useUi((state) => state.working)
  const [menuAt, closeMenu] = useContextMenu(scene, workspace)
  useMessages()
  useObjectLink(workspace)
  useRestored(workspace)
  useEffect(() => {
    const ahead = setTimeout(() => {
      for (const part of [searchPanel, commentsPanel, contextMenu]) part.prepare()
    }, FETCH_AHEAD_MS)
    return () => clearTimeout(ahead)
  }, [])
  const definition = definitionOf(useUi(({ tool }) => tool))
  return (
    <>
      {several && canEdit && <selectionBar.Show />}
      {panel === 'search' && <searchPanel.Show />}
      {panel === 'comments' && <commentsPanel.Show />}
      {panel === 'versions' && <versionsPanel.Show />}
      {work && <working.Show text={work.text} onCancel={work.cancel} />}
      {menuAt && <contextMenu.Show key={menuAt.join(' ')} at={menuAt} onClose={closeMenu} />}
      {definition?.type === 'assumption' && canEdit && <namelessOffer.Show />}
      {definition?.presets && canEdit && (
        <toolOptions.Show key={definition.type} definition={definition} />
      )}
    </>
  )
}
