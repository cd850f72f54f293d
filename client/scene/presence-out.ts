import type { Point } from '../../shared/geometry.ts'
import type { Presence } from '../../shared/protocol/presence.ts'
import type { Workspace } from '../model/workspace.ts'

// A state of presence must stay small: others see the first of very many.
const MOST_IDS = 100

const round = (n: number): number => Math.round(n * 10) / 10

/** Tells the others what this window holds: selection, drags, the field being typed in, the pointer and the view. */
export class PresenceOut {
  readonly #workspace: Workspace
  readonly #stop: () => void

  constructor(workspace: Workspace) {
    this.#workspace = workspace
    this.#stop = workspace.ui.subscribe((state, before) => {
      if (state.selection !== before.selection) {
        this.#send('selection', [...state.selection].slice(0, MOST_IDS))
      }
      if (state.preview !== before.preview) this.#send('preview', this.#preview())
      if (state.editing !== before.editing) {
        this.caretAt(undefined)
      }
      if (state.camera !== before.camera) {
        const [x, y] = state.camera.centre
        this.#send('view', [round(x), round(y), state.camera.scale])
      }
      if (state.viewport !== before.viewport || state.insets !== before.insets) this.#sendScreen()
    })
    this.#sendScreen()
  }

  /** Where the pointer is in the world; null when it has left the map. */
  pointAt(world: Point | null): void {
    this.#send('cursor', world && [round(world[0]), round(world[1])])
  }

  /** Where the caret stands in the field that is open, in the form that the others can resolve; undefined: not known yet. */
  caretAt(caret: unknown): void {
    const { editing } = this.#workspace.ui.getState()
    const sent = editing && {
      id: editing.id,
      field: editing.field,
      ...(caret !== undefined && { caret }),
    }
    this.#send('editing', sent)
  }

  destroy(): void {
    this.#stop()
    this.pointAt(null)
    this.#send('selection', [])
    this.#send('preview', null)
    this.#send('editing', null)
  }

  // What a panel at the right covers counts: it comes and goes with what is selected, and nobody's view is to jump with that.
  // Only facilitators lead the big screen, and whatever is told here goes out again with each step of a cursor.
  #sendScreen(): void {
    if (this.#workspace.me.role !== 'facilitator') return
    const { viewport, insets } = this.#workspace.ui.getState()
    const [x, y] = [Math.round(viewport[0] / 2), Math.round(viewport[1] / 2)]
    const screen: Presence['screen'] = [insets.left - x, insets.top - y, x, y - insets.bottom]
    const isOther = String(screen) !== String(this.#workspace.awareness.getLocalState()?.['screen'])
    if (x > 0 && y > 0 && isOther) this.#send('screen', screen)
  }

  #preview(): Presence['preview'] {
    const { preview } = this.#workspace.ui.getState()
    if (!preview) return null
    return Object.fromEntries(
      [...preview].slice(0, MOST_IDS).map(([id, { x, y, width, height, angle }]) => {
        const box = [round(x), round(y), round(width), round(height)] as const
        return [id, angle === undefined ? [...box] : [...box, round(angle)]]
      }),
    )
  }

  #send<K extends keyof Presence>(key: K, value: Presence[K]): void {
    this.#workspace.awareness.setLocalStateField(key, value)
  }
}
