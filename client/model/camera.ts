import {
  centreOf,
  contains,
  union,
  type Box,
  type Point,
  type Size,
} from '../../shared/geometry.ts'

/** The part of the world on screen: the world point at the canvas' middle, and CSS px for a world unit. */
export interface Camera {
  centre: Point
  scale: number
}

/** How many CSS px of each side of the canvas are covered by panels. */
export interface Insets {
  top: number
  right: number
  bottom: number
  left: number
}

/** The smallest scale that the map zooms out to: 5 %. */
export const MIN_SCALE = 0.05
/** The largest scale that the map zooms in to: 400 %. */
export const MAX_SCALE = 4

const noInsets: Insets = { top: 0, right: 0, bottom: 0, left: 0 }

/** `scale` within the zoom limits; nonsense becomes 100 %. */
const clampScale = (scale: number): number =>
  Number.isFinite(scale) ? Math.min(MAX_SCALE, Math.max(MIN_SCALE, scale)) : 1

/** The canvas point (CSS px from its top left) at which a world point is seen. */
export const toScreen = (camera: Camera, viewport: Size, [x, y]: Point): Point => [
  (x - camera.centre[0]) * camera.scale + viewport[0] / 2,
  (y - camera.centre[1]) * camera.scale + viewport[1] / 2,
]

/** The world point seen at a canvas point (CSS px from its top left). */
export const toWorld = (camera: Camera, viewport: Size, [x, y]: Point): Point => [
  (x - viewport[0] / 2) / camera.scale + camera.centre[0],
  (y - viewport[1] / 2) / camera.scale + camera.centre[1],
]

/** The world box on screen. */
export const visibleBox = (camera: Camera, viewport: Size): Box => ({
  x: camera.centre[0] - viewport[0] / 2 / camera.scale,
  y: camera.centre[1] - viewport[1] / 2 / camera.scale,
  width: viewport[0] / camera.scale,
  height: viewport[1] / camera.scale,
})

/** The camera after the picture was pushed by `dx`, `dy` CSS px. */
export const panBy = (camera: Camera, dx: number, dy: number): Camera => ({
  ...camera,
  centre: [camera.centre[0] - dx / camera.scale, camera.centre[1] - dy / camera.scale],
})

/** The camera at another scale (clamped) with the world point under the canvas point `at` left where it is. */
export function zoomAt(camera: Camera, viewport: Size, at: Point, scale: number): Camera {
  const next = clampScale(scale)
  const [x, y] = toWorld(camera, viewport, at)
  return {
    scale: next,
    centre: [x - (at[0] - viewport[0] / 2) / next, y - (at[1] - viewport[1] / 2) / next],
  }
}

// Above this height (CSS px) a window is a wall: what is shown whole may be larger than life.
const WALL = 1_200

/** How close a view of everything comes: 100 %, on a wall up to 200 %. */
const closestIn = ([, height]: Size): number => Math.max(1, Math.min(2, height / WALL))

/** The camera that shows all of `box` between the panels, as large as that allows, with `air` CSS px around it. */
export function fillBox(
  box: Box,
  viewport: Size,
  insets: Insets,
  air = 0,
  closest = Infinity,
): Camera {
  const width = Math.max(80, viewport[0] - insets.left - insets.right - 2 * air)
  const height = Math.max(80, viewport[1] - insets.top - insets.bottom - 2 * air)
  const wanted = Math.min(width / Math.max(box.width, 1), height / Math.max(box.height, 1), closest)
  const scale = clampScale(wanted)
  return {
    scale,
    centre: [
      box.x + box.width / 2 + (insets.right - insets.left) / 2 / scale,
      box.y + box.height / 2 + (insets.bottom - insets.top) / 2 / scale,
    ],
  }
}

/** The camera that shows all of `box` between the panels with some air around it, never closer than `closest` (1 = 100 %; by default as close as the window's size asks for). */
export function fitBox(
  box: Box,
  viewport: Size,
  insets: Insets = noInsets,
  closest = closestIn(viewport),
): Camera {
  // A phone has none to give away.
  const air = Math.min(48, Math.min(...viewport) / 16)
  return fillBox(box, viewport, insets, air, closest)
}

const middleOf = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0

/** The box around all of these; where they lie too far apart to be seen at once, around those about their middle one. */
export function boxInSight(boxes: readonly Box[], [width, height]: Size): Box | undefined {
  const all = union(boxes)
  const [most, tallest] = [width / MIN_SCALE, height / MIN_SCALE]
  if (!all || (all.width <= most && all.height <= tallest)) return all
  const places = boxes.map(centreOf)
  const [x, y] = [middleOf(places.map((at) => at[0])), middleOf(places.map((at) => at[1]))]
  const window = { x: x - most / 2, y: y - tallest / 2, width: most, height: tallest }
  return union(boxes.filter((box) => contains(window, box))) ?? boxes[0]
}

/** The camera moved just as far as needed for `box` to lie clear of the panels; undefined when it does, or can't. */
export function makeRoom(
  camera: Camera,
  box: Box,
  viewport: Size,
  insets: Insets,
): Camera | undefined {
  const air = 16
  const [left, top] = toScreen(camera, viewport, [box.x, box.y])
  const shift = (from: number, length: number, low: number, high: number): number => {
    if (length > high - low) return 0
    return Math.max(0, low - from) - Math.max(0, from + length - high)
  }
  const dx = shift(
    left,
    box.width * camera.scale,
    insets.left + air,
    viewport[0] - insets.right - air,
  )
  const dy = shift(
    top,
    box.height * camera.scale,
    insets.top + air,
    viewport[1] - insets.bottom - air,
  )
  return dx === 0 && dy === 0 ? undefined : panBy(camera, dx, dy)
}

/** A camera that was left for another one, to be gone back to. */
export interface Departure {
  from: Camera
  to: Camera
}

/** The camera that was left, while nobody has moved the map since; otherwise undefined. */
export function wayBack(departure: Departure | null, now: Camera): Camera | undefined {
  if (!departure) return undefined
  const { from, to } = departure
  const stayed =
    now.scale === to.scale && now.centre[0] === to.centre[0] && now.centre[1] === to.centre[1]
  return stayed ? from : undefined
}

/** The camera a share `t` (0–1) of the way between two, along equal steps of zoom. */
export function between(from: Camera, to: Camera, t: number): Camera {
  if (t >= 1) return to
  const scale = from.scale * (to.scale / from.scale) ** t
  // The world point that both cameras show at the same canvas place stays put, so a zoom looks like a zoom.
  const share =
    Math.abs(to.scale - from.scale) < 1e-6
      ? t
      : (1 / from.scale - 1 / scale) / (1 / from.scale - 1 / to.scale)
  return {
    scale,
    centre: [
      from.centre[0] + (to.centre[0] - from.centre[0]) * share,
      from.centre[1] + (to.centre[1] - from.centre[1]) * share,
    ],
  }
}
