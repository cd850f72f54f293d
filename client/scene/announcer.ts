import { nameOf } from '../model/kinds.ts'
import { pickedAt } from '../model/ui.ts'
import type { Workspace } from '../model/workspace.ts'
import { t } from '../words/t.ts'

/** Makes the map's element a focusable application with a name, and says aloud what is selected. Returns how to undo that. */
export function announce(container: HTMLElement, { board, ui }: Workspace): () => void {
  container.tabIndex = 0
  container.setAttribute('role', 'application')
  container.setAttribute('aria-roledescription', t('map'))
  container.setAttribute(
    'aria-label',
    t(
      'Map of the board. Tab moves from object to object, arrows move the selected one, Enter edits it, Escape leaves.',
    ),
  )
  const region = document.createElement('div')
  region.setAttribute('aria-live', 'polite')
  region.setAttribute('data-canvas', 'announcement')
  Object.assign(region.style, {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  })
  container.append(region)

  const say = (): void => {
    const { selection } = ui.getState()
    const at = pickedAt(ui.getState())
    const [first] = selection
    const object = board.object(at ?? first ?? '')
    if (object && at !== undefined) {
      const values = { name: nameOf(object, board), n: selection.size }
      region.textContent = selection.has(at)
        ? t('{name}, selected; {n} in all', values)
        : t('{name}, not selected; {n} in all', values)
    } else if (selection.size > 1) {
      region.textContent = t('{n} objects selected', { n: selection.size })
    } else if (object) {
      const name = nameOf(object, board)
      region.textContent = ui.getState().locks.has(object.id)
        ? t('{name}, locked, selected', { name })
        : t('{name}, selected', { name })
    } else {
      region.textContent = ''
    }
  }
  const stop = ui.subscribe((state, before) => {
    if (state.selection !== before.selection || state.picking !== before.picking) say()
  })
  return () => {
    stop()
    region.remove()
  }
}
