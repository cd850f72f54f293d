import type { Point } from '../geometry.ts'

const rounded = (n: number): string => String(Math.round(n * 100) / 100)

/** Path data written as a template; its numbers are rounded to hundredths so that exports stay small. */
export const path = (parts: TemplateStringsArray, ...numbers: readonly number[]): string =>
  parts.map((part, i) => (i === 0 ? part : rounded(numbers[i - 1] ?? 0) + part)).join('')

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
  `${points.map(([x, y], i) => (i === 0 ? path`M ${x} ${y}` : path`L ${x} ${y}`)).join(' ')} Z`

// How far a cubic's handles reach so that four of them look like a circle.
const ARC = 0.5523

/** A rectangle whose left corners alone are rounded: the colour band of a card. */
export function bandPath(width: number, height: number, radius: number): string {
  const r = Math.min(radius, width, height / 2)
  const k = r * (1 - ARC)
  const top = path`M ${width} 0 L ${r} 0 C ${k} 0 0 ${k} 0 ${r}`
  const bottom = path`L 0 ${height - r} C 0 ${height - k} ${k} ${height} ${r} ${height}`
  return `${top} ${bottom} ${path`L ${width} ${height} Z`}`
}

/** The lowest part, `part` tall, of a card with rounded corners. */
export function footPath(width: number, height: number, part: number, radius: number): string {
  const r = Math.max(0, Math.min(radius, width / 2, part))
  const k = r * (1 - ARC)
  const left = path`M 0 ${height - part} L 0 ${height - r} C 0 ${height - k} ${k} ${height} ${r} ${height}`
  const right = path`L ${width - r} ${height} C ${width - k} ${height} ${width} ${height - k} ${width} ${height - r}`
  return `${left} ${right} ${path`L ${width} ${height - part} Z`}`
}
