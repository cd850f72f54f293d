import type { LayoutId } from '../../shared/arrange/layouts.ts'
import { t } from '../words/t.ts'
import type { Workspace } from '../model/workspace.ts'
import type { Action } from './action.ts'

async function run(workspace: Workspace, layout: LayoutId): Promise<void> {
  const { ui } = workspace
  ui.getState().working?.cancel()
  const given = new AbortController()
  const working = { text: t('Arranging the map…'), cancel: () => given.abort() }
  ui.setState({ working })
  const code = await import('./lay-out.ts').catch(() => undefined)
  const done = await code?.runLayOut(workspace, layout, given.signal)
  if (ui.getState().working === working) ui.setState({ working: null })
  if (!done) ui.setState({ message: 'missing' })
}

/** Enough to lay out: two organisations, and for a ring around objectives one of these as well. */
function hasEnough({ board }: Workspace, layout: LayoutId): boolean {
  return (
    board.count('organisation') > 1 && (layout !== 'objectives' || board.count('objective') > 0)
  )
}

const layouts: readonly { layout: LayoutId; label: string }[] = [
  { layout: 'objectives', label: 'Arrange around the objectives' },
  { layout: 'sectors', label: 'Arrange by sector' },
  { layout: 'force', label: 'Arrange by ties' },
  { layout: 'circle', label: 'Arrange in a circle' },
]

/** What lays the organisations out anew: those that are selected, or all. */
export const layOutActions: readonly Action[] = layouts.map(({ layout, label }) => ({
  id: `lay-out-${layout}`,
  label,
  keys: [],
  where: 'window',
  can: (workspace) => workspace.canEdit() && hasEnough(workspace, layout),
  run: (workspace) => void run(workspace, layout),
}))
