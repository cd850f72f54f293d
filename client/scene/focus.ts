import type { UiState } from '../model/ui.ts'
import type { Workspace } from '../model/workspace.ts'
import { isolationOf, type Isolation } from './isolation.ts'

// A pointer that only passes over an object doesn't change the picture.
const HOVER_MS = 140

const keyOf = ({ bright }: Isolation): string => (bright ? [...bright].sort().join() : '*')

/** What stands out on the map, because it is selected or the pointer has rested on it. */
export class Focus {
  readonly #workspace: Workspace
  readonly #wake: () => void
  #hover: string | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  #isolation: Isolation = { bright: undefined, ends: [] }
  #isStale = true

  /** `wake` is called when the pointer has rested on something else. */
  constructor(workspace: Workspace, wake: () => void) {
    this.#workspace = workspace
    this.#wake = wake
  }

  /** What stands out since the last `settle`. */
  get isolation(): Isolation {
    return this.#isolation
  }

  /** Another thing may stand out now. */
  touch(): void {
    this.#isStale = true
  }

  /** Takes a change of what belongs to this window. */
  take(state: UiState, before: UiState): void {
    if (state.hover !== before.hover) {
      clearTimeout(this.#timer)
      this.#timer = setTimeout(() => {
        this.#hover = this.#workspace.ui.getState().hover
        this.touch()
        this.#wake()
      }, HOVER_MS)
    }
    if (
      state.selection !== before.selection ||
      state.lens !== before.lens ||
      state.preview !== before.preview ||
      state.sketch !== before.sketch
    ) {
      this.touch()
    }
  }

  /** Finds what stands out now; returns whether that is something else, or undefined where nothing has happened that bears on it. */
  settle(): boolean | undefined {
    if (!this.#isStale) return undefined
    this.#isStale = false
    const { board, ui } = this.#workspace
    const next = isolationOf(board, this.#hover, ui.getState())
    const isOther = keyOf(next) !== keyOf(this.#isolation)
    this.#isolation = next
    return isOther
  }

  destroy(): void {
    clearTimeout(this.#timer)
  }
}
