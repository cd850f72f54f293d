import { between, type Camera } from '../model/camera.ts'
import type { UiStore } from '../model/ui.ts'

const FLIGHT_MS = 200

const easeOut = (t: number): number => 1 - (1 - t) ** 3

/** Takes the camera to `goal` over 200 ms, frame by frame; with reduced motion at once. */
export class Flight {
  readonly #ui: UiStore
  #goal: Camera | null = null
  #from: Camera | null = null
  #start = 0

  constructor(ui: UiStore) {
    this.#ui = ui
  }

  /** Moves the camera on; returns whether it is still on its way. */
  step(now: number): boolean {
    const { goal, camera } = this.#ui.getState()
    if (!goal) {
      this.#goal = null
      return false
    }
    if (goal !== this.#goal || !this.#from) {
      this.#goal = goal
      this.#from = camera
      this.#start = now
    }
    const t = matchMedia('(prefers-reduced-motion: reduce)').matches
      ? 1
      : (now - this.#start) / FLIGHT_MS
    const done = t >= 1
    this.#ui.setState({
      camera: done ? goal : between(this.#from, goal, easeOut(t)),
      goal: done ? null : goal,
    })
    return !done
  }
}
