import type { Presence } from '../../../shared/protocol/presence.ts'
import { fillBox } from '../../model/camera.ts'
import type { UiState } from '../../model/ui.ts'

/** What shows in this window, beside its words, all that the other one shows; its own view where it doesn't say how large it is. */
export function viewHere(
  { view, screen }: Presence,
  { viewport, insets }: Pick<UiState, 'viewport' | 'insets'>,
): Presence['view'] {
  if (!view || !screen) return view
  const [x, y, scale] = view
  const [left, top, right, bottom] = screen
  const seen = {
    x: x + left / scale,
    y: y + top / scale,
    width: (right - left) / scale,
    height: (bottom - top) / scale,
  }
  const here = fillBox(seen, viewport, insets)
  return [here.centre[0], here.centre[1], here.scale]
}
