import type { Point } from '../geometry.ts'

const rounded = (n: number): string => String(Math.round(n * 100) / 100)

/** Path data from commands and absolute coordinates, rounded to hundredths so that exports stay small. */
export const path = (...parts: readonly (string | number)[]): string =>
  parts.map((p) => (typeof p === 'number' ? rounded(p) : p)).join(' ')

/** Path data moved by `x`, `y` after scaling; `d` holds absolute M, L, C, Q and Z only. */
export function placedPath(d: string, x: number, y: number, scale: number): string {
  let horizontal = true
  return d.replace(/[MLCQZ]|-?\d+(?:\.\d+)?/g, (token) => {
    if (/[MLCQZ]/.test(token)) return token
    const value = Number(token) * scale + (horizontal ? x : y)
    horizontal = !horizontal
    return rounded(value)
  })
}

/** A straight-edged closed shape. */
export const polygon = (points: readonly Point[]): string =>
  path(...points.flatMap(([x, y], i) => [i === 0 ? 'M' : 'L', x, y]), 'Z')

// How far a cubic's handles reach so that four of them look like a circle.
const ARC = 0.5523

/** A rectangle whose left corners alone are rounded: the colour band of a card. */
export function bandPath(width: number, height: number, radius: number): string {
  const r = Math.min(radius, width, height / 2)
  const k = r * (1 - ARC)
  return path(
    'M',
    width,
    0,
    'L',
    r,
    0,
    'C',
    k,
    0,
    0,
    k,
    0,
    r,
    'L',
    0,
    height - r,
    'C',
    0,
    height - k,
    k,
    height,
    r,
    height,
    'L',
    width,
    height,
    'Z',
  )
}
