import type { BoardModel } from '../model/board.ts'
import { endsOf, isLink, linkFrom } from '../model/kinds.ts'
import type { UiState } from '../model/ui.ts'

/** How strongly a tie that isn't in focus is painted, 0–1. */
const DIMMED = 0.16

/** What stands out for now: the ties that stay bright (undefined: all do), and the objects whose outline is drawn. */
export interface Isolation {
  bright: ReadonlySet<string> | undefined
  ends: readonly string[]
}

const nothing: Isolation = { bright: undefined, ends: [] }

/** The isolation that hovering or selecting gives: an organisation's own ties, or one tie with its two ends. */
export function isolationOf(board: BoardModel, hover: string | null, state: UiState): Isolation {
  const [selected] = state.selection.size === 1 ? state.selection : []
  const id = hover ?? selected
  const object = id === undefined ? undefined : board.object(id)
  if (id === undefined || !object || state.preview || state.sketch) return nothing
  if (isLink(object)) return { bright: new Set([id]), ends: endsOf(object) }
  if (!linkFrom(object)) return nothing
  const own = new Set<string>()
  for (const referrer of board.referrers(id)) {
    const link = board.object(referrer)
    if (link && isLink(link)) own.add(referrer)
  }
  return own.size > 0 ? { bright: own, ends: [] } : nothing
}

/** How strongly an object is painted under `isolation`. */
export function opacityUnder({ bright }: Isolation, board: BoardModel, id: string): number {
  if (!bright || bright.has(id)) return 1
  const object = board.object(id)
  return object && isLink(object) ? DIMMED : 1
}
