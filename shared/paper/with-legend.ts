import type { DrawItem, ShapeItem, TextItem } from '../draw/items.ts'
import type { Scene } from '../draw/scene.ts'
import type { Box, Point, Size } from '../geometry.ts'
import type { Figure } from './paper.ts'

/** Points on paper for one unit of the legend: its text comes out at about 7 points. */
const LEGEND = 0.52
const GAP = 18

const scaledPath = (d: string, by: number): string =>
  d.replaceAll(/-?[\d.]+(?:e-?\d+)?/g, (number) =>
    String(Math.round(Number(number) * by * 1000) / 1000),
  )

const scaledBox = ({ x, y, width, height }: Box, by: number): Box => ({
  x: x * by,
  y: y * by,
  width: width * by,
  height: height * by,
})

function scaledItem(item: ShapeItem | TextItem, by: number): ShapeItem | TextItem {
  if (item.kind === 'text') {
    const { x, y, size, lineHeight } = item
    return { ...item, x: x * by, y: y * by, size: size * by, lineHeight: lineHeight * by }
  }
  const stroke = {
    strokeWidth: (item.strokeWidth ?? 1) * by,
    ...(item.dash && { dash: item.dash.map((length) => length * by) }),
  }
  if (item.kind === 'path') {
    const points = item.points?.map(([x, y]): Point => [x * by, y * by])
    return { ...item, ...stroke, d: scaledPath(item.d, by), ...(points && { points }) }
  }
  const box = scaledBox(item, by)
  return item.kind === 'rect' && item.radius !== undefined
    ? { ...item, ...stroke, ...box, radius: item.radius * by }
    : { ...item, ...stroke, ...box }
}

/** Drawing items made larger or smaller by a factor, their strokes and letters included. */
const scaled = (items: readonly DrawItem[], by: number): DrawItem[] =>
  items.map((item) =>
    item.kind === 'image'
      ? {
          ...item,
          ...scaledBox(item, by),
          instead: item.instead.map((one) => scaledItem(one, by)),
        }
      : scaledItem(item, by),
  )

/** The place that is left for a map beside its legend, in points. */
export const roomBeside = (legend: Figure['legend'], [width, height]: Size): Size =>
  legend ? [width - legend.size[0] * LEGEND - GAP, height] : [width, height]

/**
 * The figure's map with its legend, if it has one, on the right, as one scene that fits a place of `width` by `height` points, and the
 * points for one of its units. The map is never larger than on screen, the legend always of one size.
 */
export function withLegend(
  { scene, legend }: Pick<Figure, 'scene' | 'legend'>,
  [width, height]: Size,
): { scene: Scene; scale: number } {
  const { box } = scene
  const [room] = roomBeside(legend, [width, height])
  const scale = Math.min(1, room / box.width, height / box.height)
  const spare = room / scale - box.width
  const x = box.x - spare / 2
  if (!legend) {
    return { scene: { box: { ...box, x, width: width / scale }, pieces: scene.pieces }, scale }
  }
  const [legendWidth, legendHeight] = [legend.size[0] * LEGEND, legend.size[1] * LEGEND]
  const whole = {
    x,
    y: box.y,
    width: width / scale,
    height: Math.max(box.height, (legendHeight + 2) / scale),
  }
  const piece = {
    id: 'legend',
    type: 'legend',
    // One point in from the edges, or its outline would be cut in half.
    at: [x + (width - legendWidth - 1) / scale, box.y + 1 / scale] as const,
    box: { x: whole.x, y: whole.y, width: legendWidth / scale, height: legendHeight / scale },
    items: scaled(legend.items, LEGEND / scale),
  }
  return { scene: { box: whole, pieces: [...scene.pieces, piece] }, scale }
}
