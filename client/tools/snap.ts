import type { Box, Point } from '../../shared/geometry.ts'
import type { Guide } from '../model/sketch.ts'
import type { ResizeHandle } from '../scene/handles.ts'

/** How far to move so that things line up, and the lines that show why. */
export interface Snap {
  by: Point
  guides: readonly Guide[]
}

/** A box seen along one axis: the other axis is across. */
interface Span {
  start: number
  end: number
  low: number
  high: number
}

const alongX = ({ x, y, width, height }: Box): Span => ({
  start: x,
  end: x + width,
  low: y,
  high: y + height,
})

const alongY = ({ x, y, width, height }: Box): Span => ({
  start: y,
  end: y + height,
  low: x,
  high: x + width,
})

const middleOf = ({ start, end }: Span): number => (start + end) / 2
const meets = (a: Span, b: Span): boolean => a.low < b.high && b.low < a.high

const EVEN = 0.01

/** A space between two spans, and where across it is shown. */
interface Space {
  from: number
  to: number
  across: number
}

const spaceBetween = (a: Span, b: Span): Space => ({
  from: a.end,
  to: b.start,
  across: (Math.max(a.low, b.low) + Math.min(a.high, b.high)) / 2,
})

/** The neighbours before and after `span`, among those beside it. */
function neighbours(span: Span, others: readonly Span[]): [Span | undefined, Span | undefined] {
  let before: Span | undefined
  let after: Span | undefined
  const middle = middleOf(span)
  for (const other of others) {
    if (other === span || !meets(span, other)) continue
    if (middleOf(other) < middle) {
      if (other.end <= span.start + 1 && (!before || other.end > before.end)) before = other
    } else if (other.start >= span.end - 1 && (!after || other.start < after.start)) {
      after = other
    }
  }
  return [before, after]
}

interface Even {
  by: number
  spaces: readonly Space[]
}

/** The ways to put `span` so that the spaces beside it are alike. */
function evenPlaces(span: Span, others: readonly Span[], reach: number): Even[] {
  const near = { ...span, start: span.start + reach, end: span.end - reach }
  const [before, after] = neighbours(near.end > near.start ? near : span, others)
  const size = span.end - span.start
  const found: Even[] = []
  const consider = (start: number, spaces: (moved: Span) => Space[]): void => {
    const by = start - span.start
    if (Math.abs(by) > reach) return
    found.push({ by, spaces: spaces({ ...span, start, end: start + size }) })
  }
  if (before && after) {
    const start = (before.end + after.start - size) / 2
    if (start > before.end) {
      consider(start, (moved) => [spaceBetween(before, moved), spaceBetween(moved, after)])
    }
  }
  const [farBefore] = before ? neighbours(before, others) : []
  if (before && farBefore && before.start > farBefore.end) {
    consider(before.end + before.start - farBefore.end, (moved) => [
      spaceBetween(farBefore, before),
      spaceBetween(before, moved),
    ])
  }
  const [, farAfter] = after ? neighbours(after, others) : []
  if (after && farAfter && farAfter.start > after.end) {
    consider(after.start - (farAfter.start - after.end) - size, (moved) => [
      spaceBetween(moved, after),
      spaceBetween(after, farAfter),
    ])
  }
  return found
}

interface AxisSnap {
  by: number
  lines: readonly { at: number; low: number; high: number }[]
  spaces: readonly Space[]
}

const edgesOf = (span: Span): number[] => [span.start, middleOf(span), span.end]

/** Lines at the edges and middles that two or more share, once `own` are where they end up. */
function linesFor(own: readonly number[], moved: Span, others: readonly Span[]): AxisSnap['lines'] {
  const lines = new Map<number, { at: number; low: number; high: number }>()
  for (const other of others) {
    for (const at of edgesOf(other)) {
      if (!own.some((edge) => Math.abs(edge - at) < EVEN)) continue
      const key = Math.round(at * 10)
      const line = lines.get(key) ?? { at, low: moved.low, high: moved.high }
      lines.set(key, {
        at,
        low: Math.min(line.low, other.low),
        high: Math.max(line.high, other.high),
      })
    }
  }
  return [...lines.values()]
}

function nearestLine(
  own: readonly number[],
  others: readonly Span[],
  reach: number,
): number | undefined {
  let best: number | undefined
  for (const other of others) {
    for (const at of edgesOf(other)) {
      for (const edge of own) {
        const by = at - edge
        if (Math.abs(by) <= reach && (best === undefined || Math.abs(by) < Math.abs(best)))
          best = by
      }
    }
  }
  return best
}

function snapAxis(span: Span, others: readonly Span[], reach: number): AxisSnap {
  const line = nearestLine(edgesOf(span), others, reach)
  const evens = evenPlaces(span, others, reach)
  const even = evens.toSorted((a, b) => Math.abs(a.by) - Math.abs(b.by))[0]
  const by =
    line === undefined
      ? (even?.by ?? 0)
      : even && Math.abs(even.by) < Math.abs(line)
        ? even.by
        : line
  const moved = { ...span, start: span.start + by, end: span.end + by }
  return {
    by,
    lines: linesFor(edgesOf(moved), moved, others),
    spaces: evens.filter((one) => Math.abs(one.by - by) < EVEN).flatMap(({ spaces }) => spaces),
  }
}

function guidesOf(axis: 'x' | 'y', { lines, spaces }: AxisSnap): Guide[] {
  const point = (along: number, across: number): Point =>
    axis === 'x' ? [along, across] : [across, along]
  return [
    ...lines.map(({ at, low, high }): Guide => ({
      kind: 'line',
      from: point(at, low),
      to: point(at, high),
    })),
    ...spaces.map(({ from, to, across }): Guide => ({
      kind: 'gap',
      from: point(from, across),
      to: point(to, across),
    })),
  ]
}

/** Where a box that is being moved lines up with others, or stands as far from them as they from each other; `reach` in world units. */
export function snapMove(box: Box, others: readonly Box[], reach: number): Snap {
  const x = snapAxis(alongX(box), others.map(alongX), reach)
  const y = snapAxis(
    { ...alongY(box), low: box.x + x.by, high: box.x + x.by + box.width },
    others.map(alongY),
    reach,
  )
  const settled = snapAxis(
    {
      ...alongX(box),
      start: box.x + x.by,
      end: box.x + x.by + box.width,
      low: box.y + y.by,
      high: box.y + y.by + box.height,
    },
    others.map(alongX),
    EVEN,
  )
  return { by: [x.by, y.by], guides: [...guidesOf('x', settled), ...guidesOf('y', y)] }
}

/** Where the edges that a resize moves line up with others. */
export function snapEdges(
  box: Box,
  handle: ResizeHandle,
  others: readonly Box[],
  reach: number,
): Snap {
  const axis = (span: Span, side: -1 | 0 | 1, spans: readonly Span[]): AxisSnap => {
    const edge = side === -1 ? span.start : span.end
    const by = side === 0 ? undefined : nearestLine([edge], spans, reach)
    if (by === undefined) return { by: 0, lines: [], spaces: [] }
    return { by, lines: linesFor([edge + by], span, spans), spaces: [] }
  }
  const x = axis(alongX(box), handle.x, others.map(alongX))
  const y = axis(alongY(box), handle.y, others.map(alongY))
  return { by: [x.by, y.by], guides: [...guidesOf('x', x), ...guidesOf('y', y)] }
}
