import type { DrawItem, RectItem, ShapeItem, TextItem } from '../../shared/draw/items.ts'
import { linePlace } from '../../shared/draw/line-place.ts'
import type { Scene } from '../../shared/draw/scene.ts'
import { shadowSteps } from '../../shared/draw/shadow.ts'
import type { Box } from '../../shared/geometry.ts'
import { colour } from '../../shared/look/palette.ts'
import { baseline } from '../../shared/text/measure.ts'
import type { TaggedPdf } from './pdf-document.ts'
import type { PdfImages } from './pdf-images.ts'

// pdfkit paints a quadratic curve as a cubic with the wrong control points, so curves are raised here.
function path(pdf: TaggedPdf, d: string): void {
  let [x, y] = [0, 0]
  for (const [, command = '', rest = ''] of d.matchAll(/([MLCQZ])([^MLCQZ]*)/g)) {
    const numbers = (rest.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map(Number)
    if (command === 'Z') pdf.closePath()
    const step = { M: 2, L: 2, Q: 4, C: 6 }[command] ?? Infinity
    for (let i = 0; i + step <= numbers.length; i += step) {
      const [a = 0, b = 0, c = 0, e = 0, f = 0, g = 0] = numbers.slice(i, i + step)
      if (command === 'M' && i === 0) pdf.moveTo(a, b)
      else if (command === 'C') pdf.bezierCurveTo(a, b, c, e, f, g)
      else if (command === 'Q') {
        const [ax, ay] = [x + ((a - x) * 2) / 3, y + ((b - y) * 2) / 3]
        const [cx, cy] = [c + ((a - c) * 2) / 3, e + ((b - e) * 2) / 3]
        pdf.bezierCurveTo(ax, ay, cx, cy, c, e)
      } else pdf.lineTo(a, b)
      x = numbers[i + step - 2] ?? x
      y = numbers[i + step - 1] ?? y
    }
  }
}

function outline(pdf: TaggedPdf, item: ShapeItem): void {
  switch (item.kind) {
    case 'rect': {
      const { x, y, width, height, radius = 0 } = item
      if (radius > 0) pdf.roundedRect(x, y, width, height, radius)
      else pdf.rect(x, y, width, height)
      break
    }
    case 'ellipse': {
      const [rx, ry] = [item.width / 2, item.height / 2]
      pdf.ellipse(item.x + rx, item.y + ry, rx, ry)
      break
    }
    case 'path':
      path(pdf, item.d)
      break
  }
}

function shadow(pdf: TaggedPdf, { x, y, width, height, radius = 0 }: RectItem): void {
  for (const [by, drop, opacity] of shadowSteps) {
    pdf
      .save()
      .fillOpacity(opacity)
      .roundedRect(x - by, y - by + drop, width + 2 * by, height + 2 * by, radius + by)
      .fill(colour('shadow', 'light'))
      .restore()
  }
}

function shape(pdf: TaggedPdf, item: ShapeItem): void {
  const { fill, stroke, strokeWidth = 1, dash, cap = 'butt', opacity } = item
  if (item.kind === 'rect' && item.shadow) shadow(pdf, item)
  if (!fill && !stroke) return
  pdf.save()
  if (opacity !== undefined) pdf.opacity(opacity)
  if (stroke) {
    pdf.lineWidth(strokeWidth).lineCap(cap)
    if (cap === 'round') pdf.lineJoin('round')
    if (dash && dash.length > 0 && dash.every((length) => length > 0)) pdf.dash(dash as never, {})
  }
  outline(pdf, item)
  if (fill && stroke) pdf.fillAndStroke(colour(fill, 'light'), colour(stroke, 'light'))
  else if (fill) pdf.fill(colour(fill, 'light'))
  else if (stroke) pdf.stroke(colour(stroke, 'light'))
  pdf.restore()
}

const shares = { left: 0, centre: 0.5, right: 1 } as const

function text(pdf: TaggedPdf, item: TextItem): void {
  const { size, weight, lineHeight, opacity } = item
  pdf.save()
  if (opacity !== undefined) pdf.opacity(opacity)
  pdf.fillColor(colour(item.fill, 'light'))
  let y = item.y + baseline(size, lineHeight)
  for (const [i, line] of item.lines.entries()) {
    const { x, align, rightToLeft } = linePlace(item, i)
    const width = align === 'left' ? 0 : pdf.widthOfLine(line, { size, weight })
    pdf.line(line, x - width * shares[align], y, { size, weight }, rightToLeft)
    y += lineHeight
  }
  pdf.restore()
}

function paint(pdf: TaggedPdf, item: DrawItem, images: PdfImages | undefined): void {
  if (item.kind === 'text') text(pdf, item)
  else if (item.kind !== 'image') shape(pdf, item)
  else if (images?.paint(item) !== true) {
    for (const one of item.instead) paint(pdf, one, images)
  }
}

/** Paints a scene, its pictures from `images`, as vectors into a box on the page, in points, centred and cut at the scene's own edge. */
export function paintScene(pdf: TaggedPdf, scene: Scene, box: Box, images?: PdfImages): void {
  const { x, y, width, height } = scene.box
  const scale = Math.min(box.width / width, box.height / height)
  pdf
    .save()
    .translate(box.x + (box.width - width * scale) / 2, box.y + (box.height - height * scale) / 2)
    .scale(scale)
    .rect(0, 0, width, height)
    .clip()
    .translate(-x, -y)
  for (const piece of scene.pieces) {
    const { at, turn } = piece
    pdf.save()
    if (turn) pdf.rotate(turn.angle, { origin: [turn.about[0], turn.about[1]] })
    pdf.translate(at[0], at[1])
    for (const item of piece.items) paint(pdf, item, images)
    pdf.restore()
  }
  pdf.restore()
}
