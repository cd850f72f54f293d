import { getStroke } from 'perfect-freehand'
import type { Box, Point, Size } from '../geometry.ts'
import { path } from './paths.ts'

/** A point of a pen's stroke with how hard the pen was pressed, 0–1. */
export type StrokePoint = readonly [x: number, y: number, pressure: number]

/** A stroke's box, and its points as the document holds them. */
export interface CodedStroke {
  box: Box
  points: string
}

/** The most points that are read of one stroke. */
const MOST_POINTS = 4_000

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const digits = new Map(ALPHABET.split('').map((sign, value) => [sign, value]))
const STEPS = 4095

const two = (share: number): string => {
  const value = Math.round(Math.max(0, Math.min(1, share)) * STEPS)
  return ALPHABET.charAt(value >> 6) + ALPHABET.charAt(value & 63)
}

const one = (share: number): string =>
  ALPHABET.charAt(Math.round(Math.max(0, Math.min(1, share)) * 63))

/** A stroke as five signs a point: across and down its box in 4,096 steps each, and the pressure in 64. */
export function encodeStroke(points: readonly StrokePoint[]): CodedStroke {
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  const low = (values: number[]): number => values.reduce((a, b) => Math.min(a, b), Infinity)
  const high = (values: number[]): number => values.reduce((a, b) => Math.max(a, b), -Infinity)
  const [x, y] = points.length > 0 ? [low(xs), low(ys)] : [0, 0]
  const width = points.length > 0 ? Math.max(1, high(xs) - x) : 1
  const height = points.length > 0 ? Math.max(1, high(ys) - y) : 1
  const coded = points.map(
    ([px, py, pressure]) => two((px - x) / width) + two((py - y) / height) + one(pressure),
  )
  return { box: { x, y, width, height }, points: coded.join('') }
}

/** The points of a coded stroke in a box of `size`; whatever is no such code is passed over. */
export function decodeStroke(coded: unknown, [width, height]: Size): StrokePoint[] {
  if (typeof coded !== 'string') return []
  const values: number[] = []
  for (const sign of coded.slice(0, MOST_POINTS * 5)) {
    const value = digits.get(sign)
    if (value !== undefined) values.push(value)
  }
  const points: StrokePoint[] = []
  for (let i = 0; i + 4 < values.length; i += 5) {
    const [a = 0, b = 0, c = 0, d = 0, pressure = 0] = values.slice(i, i + 5)
    points.push([((a * 64 + b) / STEPS) * width, ((c * 64 + d) / STEPS) * height, pressure / 63])
  }
  return points
}

// What the whole of the pressure counts, in world units: about what it changes in a stroke's width.
const BY_PRESSURE = 5

function offLine(
  [px, py, pressure]: StrokePoint,
  [ax, ay, a]: StrokePoint,
  [bx, by, b]: StrokePoint,
): number {
  const [dx, dy] = [bx - ax, by - ay]
  const square = dx * dx + dy * dy
  const t = square > 0 ? Math.max(0, Math.min(1, ((px - ax) * dx + (py - ay) * dy) / square)) : 0
  const off = Math.hypot(px - ax - t * dx, py - ay - t * dy)
  return Math.max(off, Math.abs(pressure - a - t * (b - a)) * BY_PRESSURE)
}

/** The stroke without the points that lie within `tolerance` of the line through the others, where the pressure is much as it is there; ends stay. */
export function simplified(points: readonly StrokePoint[], tolerance: number): StrokePoint[] {
  const kept = new Set([0, points.length - 1])
  const open: [number, number][] = [[0, points.length - 1]]
  for (let span = open.pop(); span; span = open.pop()) {
    const [from, to] = span
    const [a, b] = [points[from], points[to]]
    let far = -1
    let most = tolerance
    for (let i = from + 1; i < to; i++) {
      const point = points[i]
      const off = point && a && b ? offLine(point, a, b) : 0
      if (off > most) {
        most = off
        far = i
      }
    }
    if (far < 0) continue
    kept.add(far)
    open.push([from, far], [far, to])
  }
  return points.filter((_, i) => kept.has(i))
}

// How much more a stroke is thinned out until it has few enough points.
const COARSER = 1.8

/** The stroke simplified by `tolerance`, or by as much more as it takes to have no more than `most` points; by default no more than are read of one. */
export function thinned(
  points: readonly StrokePoint[],
  tolerance: number,
  most = MOST_POINTS,
): StrokePoint[] {
  let few = simplified(points, tolerance)
  for (let more = tolerance; few.length > most;) {
    more *= COARSER
    few = simplified(few, more)
  }
  return few
}

/** How a stroke is inked: `width` in world units; a marker is even and does not taper. */
export interface Ink {
  width: number
  marker: boolean
}

/** Path data of a stroke's outline, smoothed; empty for no points. Pressure that never changes is made up from the speed. */
export function strokePath(points: readonly StrokePoint[], { width, marker }: Ink): string {
  const even = points.every(([, , pressure]) => pressure === points[0]?.[2])
  const outline = getStroke(points as [number, number, number][], {
    size: width,
    thinning: marker ? 0 : 0.55,
    smoothing: 0.6,
    streamline: 0.45,
    simulatePressure: even,
    last: true,
  })
  const [first] = outline
  if (!first) return ''
  const middle = (a: readonly number[], b: readonly number[]): Point => [
    ((a[0] ?? 0) + (b[0] ?? 0)) / 2,
    ((a[1] ?? 0) + (b[1] ?? 0)) / 2,
  ]
  const start = middle(outline.at(-1) ?? first, first)
  const curves = outline.map((point, i) => {
    const to = middle(point, outline[(i + 1) % outline.length] ?? first)
    return path`Q ${point[0] ?? 0} ${point[1] ?? 0} ${to[0]} ${to[1]}`
  })
  return `${path`M ${start[0]} ${start[1]}`} ${curves.join(' ')} Z`
}
