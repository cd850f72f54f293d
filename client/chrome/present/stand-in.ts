import { Awareness } from 'y-protocols/awareness'
import { Doc } from 'yjs'
import { createUi } from '../../model/ui.ts'
import type { Workspace } from '../../model/workspace.ts'

/** A workspace on the same board with a view of its own that nobody hears of, in which nothing can be changed; and how to let go of it. */
export function standIn(workspace: Workspace): { workspace: Workspace; drop: () => void } {
  const { theme, lens } = workspace.ui.getState()
  const ui = createUi(theme)
  ui.setState({ lens })
  const awareness = new Awareness(new Doc())
  return {
    workspace: { ...workspace, ui, awareness, canEdit: () => false },
    drop: () => awareness.destroy(),
  }
}
