import type { Point } from '../../shared/geometry.ts'
import { panBy } from '../model/camera.ts'
import type { UiState, UiStore } from '../model/ui.ts'

// The rim of the visible map, in CSS px.
const RIM_PX = 32
// A press in the rim pushes only once it has gone this much farther out: grasping something there is no wish to travel.
const OUT_PX = 8
// How long it takes until the map moves: flinging past must not make it jump.
const WAIT_MS = 180
// At the edge, and with reduced motion all over the rim; CSS px a second.
const FASTEST = 1_400
const EVEN = 500
// No frame moves the map by more than this much time would (ms), however late it comes.
const LONGEST_MS = 50

/** Between which places the pointer has been since it was pressed: the least and the most of each axis. */
interface Visited {
  low: Point
  high: Point
}

/** How far into the rim before `edge` a place is, 0–1; all is measured outwards, `inmost` is where it has been and `last` what can be reached. */
function depth(at: number, inmost: number, edge: number, last: number): number {
  const rim = Math.max(edge - RIM_PX, Math.min(inmost + OUT_PX, last - 2))
  return Math.max(0, Math.min(1, (at - rim) / RIM_PX))
}

/** How hard a pointer at the rim of the visible map pushes outwards along each axis, from −1 to 1; beyond the edge as at it. */
export function pushAt(
  [x, y]: Point,
  { low, high }: Visited,
  { viewport: [width, height], insets }: Pick<UiState, 'viewport' | 'insets'>,
): Point {
  const right = depth(x, low[0], width - insets.right, width)
  const left = depth(-x, -high[0], -insets.left, 0)
  const bottom = depth(y, low[1], height - insets.bottom, height)
  const top = depth(-y, -high[1], -insets.top, 0)
  return [right - left, bottom - top]
}

/** Moves the map on for as long as something is dragged at its rim, and faster towards its edge. */
export class EdgePan {
  readonly #ui: UiStore
  #visited: Visited = { low: [0, 0], high: [0, 0] }
  #push: Point = [0, 0]
  #frame: number | undefined
  /** when the pointer came to the rim, and the frame before this one */
  #since: number | undefined
  #before = 0

  constructor(ui: UiStore) {
    this.#ui = ui
  }

  /** The pointer was pressed here. */
  press(at: Point): void {
    this.stop()
    this.#visited = { low: at, high: at }
  }

  /** The pointer has brought here what it drags. */
  drag([x, y]: Point): void {
    const { low, high } = this.#visited
    this.#visited = {
      low: [Math.min(low[0], x), Math.min(low[1], y)],
      high: [Math.max(high[0], x), Math.max(high[1], y)],
    }
    this.#push = pushAt([x, y], this.#visited, this.#ui.getState())
    if (this.#push[0] === 0 && this.#push[1] === 0) this.stop()
    else this.#frame ??= requestAnimationFrame((now) => this.#step(now))
  }

  /** Nothing is dragged any more. */
  stop(): void {
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame)
    this.#frame = undefined
    this.#since = undefined
  }

  #step(now: number): void {
    this.#frame = requestAnimationFrame((next) => this.#step(next))
    this.#since ??= now
    const seconds = Math.min(now - this.#before, LONGEST_MS) / 1000
    this.#before = now
    if (now - this.#since < WAIT_MS) return
    const even = matchMedia('(prefers-reduced-motion: reduce)').matches
    const by = (push: number): number =>
      -Math.sign(push) * seconds * (even ? EVEN : FASTEST * push ** 2)
    const [x, y] = this.#push
    this.#ui.setState({ camera: panBy(this.#ui.getState().camera, by(x), by(y)), goal: null })
  }
}
