import { encodeStroke, thinned, type Ink, type StrokePoint } from '../../shared/draw/stroke.ts'
import type { Presence } from '../../shared/protocol/presence.ts'
import type { Token } from '../../shared/look/palette.ts'
import type { Workspace } from '../model/workspace.ts'

// At most so often (ms), and with so many points, is a stroke told while it is drawn: presence must stay small.
const EVERY_MS = 50
const MOST_POINTS = 240

const round = (n: number): number => Math.round(n * 10) / 10

/** Tells the others of a stroke while it is drawn. */
export class InkOut {
  readonly #workspace: Workspace
  #told = 0
  /** the stroke as it was told last, and how many of its points that stands for */
  #few: readonly StrokePoint[] = []
  #seen = 0

  constructor(workspace: Workspace) {
    this.#workspace = workspace
  }

  /** The stroke has come this far. */
  show(points: readonly StrokePoint[], colour: Token, ink: Ink): void {
    const now = performance.now()
    if (now - this.#told < EVERY_MS) return
    this.#told = now
    const { scale } = this.#workspace.ui.getState().camera
    // From what was told, not from the whole stroke: a long one must not get slower and slower.
    this.#few = thinned([...this.#few, ...points.slice(this.#seen)], 1 / scale, MOST_POINTS)
    this.#seen = points.length
    const { box, points: coded } = encodeStroke(this.#few)
    const told = [round(box.x), round(box.y), round(box.width), round(box.height)] as const
    this.#send({ box: [...told], points: coded, colour, ...ink })
  }

  /** The stroke is on the board, or given up. */
  end(): void {
    this.#send(null)
  }

  #send(ink: Presence['ink']): void {
    this.#workspace.awareness.setLocalStateField('ink', ink)
  }
}
