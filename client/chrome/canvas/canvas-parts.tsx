import { useEffect } from 'react'
import { definitionOf } from '../../../shared/objects/index.ts'
import { late } from '../ui/late.tsx'
import { say } from '../ui/toasts.tsx'
import { useCanEdit, useUi, useWorkspace } from '../board/context.ts'

const selectionBar = late(() =>
  import('../selection-bar/selection-bar.tsx').then((m) => m.SelectionBar),
)

const toolOptions = late(() =>
  import('../tool-options/tool-options.tsx').then((m) => m.ToolOptions),
)

/** What the map tells the person, as a message. */
function useMessages(): void {
  const { ui } = useWorkspace()
  useEffect(
    () =>
      ui.subscribe(({ message }, before) => {
        if (message && message !== before.message) say(message)
      }),
    [ui],
  )
}

/** Everything that floats over the map and comes when it is first needed. */
export function CanvasParts() {
  const canEdit = useCanEdit()
  const several = useUi(({ selection }) => selection.size > 1)
  useMessages()
  const definition = definitionOf(useUi(({ tool }) => tool))
  return (
    <>
      {several && canEdit && <selectionBar.Show />}
      {definition?.presets && canEdit && (
        <toolOptions.Show key={definition.type} definition={definition} />
      )}
    </>
  )
}
