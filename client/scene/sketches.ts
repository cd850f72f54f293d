import { decodeStroke, strokePath, type Ink, type StrokePoint } from '../../shared/draw/stroke.ts'
import { centreOf, type Box, type Point, type Size } from '../../shared/geometry.ts'
import { tokens, type Token } from '../../shared/look/palette.ts'
import { toScreen, type Camera } from '../model/camera.ts'
import type { Guide, Sketch } from '../model/sketch.ts'
import type { OverlayState } from './overlay-contents.ts'
import { FONT, type Colours } from './painter.ts'

/** Where the line from a box's middle towards `to` leaves the box; `to` itself when that lies inside. */
function leaving(box: Box, to: Point): Point {
  const [x, y] = centreOf(box)
  const [dx, dy] = [to[0] - x, to[1] - y]
  const share = Math.min(
    box.width / 2 / Math.abs(dx || 1e-9),
    box.height / 2 / Math.abs(dy || 1e-9),
  )
  return share >= 1 ? to : [x + dx * share, y + dy * share]
}

// However wide a foreign client says that its pen is.
const MOST_WIDTH = 200

/** The overlay on which a sketch is painted. */
interface Paper {
  readonly context: CanvasRenderingContext2D
  readonly camera: Camera
  readonly viewport: Size
  readonly colours: Colours
  rect(box: Box, gap: number): [number, number, number, number]
  outline(box: Box, token: Token, width: number, gap: number): void
}

/** Paints in world units for as long as `paint` takes. */
function inWorld({ context, camera, viewport }: Paper, paint: () => void): void {
  const [x, y] = toScreen(camera, viewport, [0, 0])
  context.save()
  context.translate(x, y)
  context.scale(camera.scale, camera.scale)
  paint()
  context.restore()
}

const outlineOf = (points: readonly StrokePoint[], ink: Ink): Path2D =>
  new Path2D(strokePath(points, ink))

/** A stroke of a pen that is still under way; world units. */
function paintInk(paper: Paper, points: readonly StrokePoint[], fill: Token, ink: Ink): void {
  const { context, colours } = paper
  inWorld(paper, () => {
    context.fillStyle = colours[fill]
    context.globalAlpha = ink.marker ? 0.35 : 1
    context.fill(outlineOf(points, ink))
  })
}

/** A line that edges share, or an equal gap. */
function paintGuide(
  { context, camera, viewport, colours }: Paper,
  { kind, from, to }: Guide,
): void {
  const [x1, y1] = toScreen(camera, viewport, from)
  const [x2, y2] = toScreen(camera, viewport, to)
  const length = Math.hypot(x2 - x1, y2 - y1) || 1
  // Bars across the ends of a gap tell it from a line.
  const bar = kind === 'gap' ? 5 : 0
  const [dx, dy] = [((y2 - y1) / length) * bar, ((x2 - x1) / length) * bar]
  context.strokeStyle = colours.danger
  context.lineWidth = 1
  context.beginPath()
  for (const [x, y] of [
    [x1, y1],
    [x2, y2],
  ] as const) {
    context.moveTo(x - dx, y - dy)
    context.lineTo(x + dx, y + dy)
  }
  context.moveTo(x1, y1)
  context.lineTo(x2, y2)
  context.stroke()
}

function paintLoop({ context, camera, viewport, colours }: Paper, points: readonly Point[]): void {
  context.beginPath()
  for (const point of points) context.lineTo(...toScreen(camera, viewport, point))
  context.closePath()
  context.globalAlpha = 0.08
  context.fillStyle = colours.selection
  context.fill()
  context.globalAlpha = 1
  context.strokeStyle = colours.selection
  context.lineWidth = 1.5
  context.setLineDash([5, 4])
  context.stroke()
  context.setLineDash([])
}

function paintBox(paper: Paper, box: Box): void {
  const { context, colours } = paper
  context.globalAlpha = 0.08
  context.fillStyle = colours.selection
  context.fillRect(...paper.rect(box, 0))
  context.globalAlpha = 1
  paper.outline(box, 'selection', 1, 0)
}

/** A link on its way from an object to the pointer. */
function paintBand(
  paper: Paper,
  { from: id, to, target: over }: Extract<Sketch, { kind: 'band' }>,
  box: OverlayState['box'],
): void {
  const { context, camera, viewport, colours } = paper
  const from = box(id)
  if (!from) return
  paper.outline(from, 'accent', 2, 4)
  const target = over === null ? undefined : box(over)
  if (target) paper.outline(target, 'accent', 3, 4)
  const far = target ? centreOf(target) : to
  const [x1, y1] = toScreen(camera, viewport, leaving(from, far))
  const end = target ? leaving(target, centreOf(from)) : to
  const [x2, y2] = toScreen(camera, viewport, end)
  context.strokeStyle = colours.accent
  context.lineWidth = 2.5
  context.setLineDash(target ? [] : [7, 6])
  context.beginPath()
  context.moveTo(x1, y1)
  context.lineTo(x2, y2)
  context.stroke()
  context.setLineDash([])
  context.fillStyle = colours.accent
  context.beginPath()
  context.arc(x2, y2, 4, 0, 2 * Math.PI)
  context.fill()
}

/** By how much something is turned, beside the pointer. */
function paintAngle({ context, camera, viewport, colours }: Paper, at: Point, angle: number): void {
  const [x, y] = toScreen(camera, viewport, at)
  const text = `${angle}°`
  context.font = `600 14px ${FONT}`
  const width = context.measureText(text).width + 16
  context.fillStyle = colours.ink
  context.beginPath()
  context.roundRect(x + 16, y + 14, width, 24, 6)
  context.fill()
  context.fillStyle = colours.paper
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  context.fillText(text, x + 16 + width / 2, y + 27)
}

function paintSketch(paper: Paper, sketch: Sketch, box: OverlayState['box']): void {
  switch (sketch.kind) {
    case 'marquee':
    case 'place':
      paintBox(paper, sketch.box)
      break
    case 'lasso':
      paintLoop(paper, sketch.points)
      break
    case 'stroke':
      paintInk(paper, sketch.points, sketch.fill, sketch.ink)
      break
    case 'band':
      paintBand(paper, sketch, box)
      break
    case 'turn':
      paintAngle(paper, sketch.at, sketch.angle)
      break
    case 'drop': {
      for (const id of sketch.into) {
        const into = box(id)
        if (into) paper.outline(into, 'accent', 3, 2)
      }
      break
    }
  }
}

/** Paints what tools draw over the map while they are in use, this person's and the strokes of others. */
export function paintSketches(paper: Paper, { sketch, guides, people, box }: OverlayState): void {
  for (const { person } of people) {
    if (!person.ink) continue
    const {
      box: [x, y, width, height],
      points,
      colour,
      ...ink
    } = person.ink
    const fill = tokens.find((token) => token === colour) ?? 'ink'
    const placed = decodeStroke(points, [width, height]).map(([px, py, pressure]): StrokePoint => [
      x + px,
      y + py,
      pressure,
    ])
    paintInk(paper, placed, fill, { ...ink, width: Math.min(MOST_WIDTH, ink.width) })
  }
  if (sketch) paintSketch(paper, sketch, box)
  for (const guide of guides) paintGuide(paper, guide)
}
