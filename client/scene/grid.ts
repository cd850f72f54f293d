import type { Box } from '../../shared/geometry.ts'

const STEP = 24
// Below this scale every other dot is left out.
const SPARSE_BELOW = 0.5

/** Paints the dot grid within a world box; the context maps world units, `scale` is CSS px for one. It fades out below 60 %. */
export function paintGrid(
  context: CanvasRenderingContext2D,
  box: Box,
  scale: number,
  colour: string,
): void {
  const opacity = Math.min(1, (scale - 0.3) / 0.3)
  if (opacity <= 0) return
  const size = Math.max(1.6, 1.2 / scale)
  const step = scale < SPARSE_BELOW ? 2 * STEP : STEP
  context.globalAlpha = opacity
  context.strokeStyle = colour
  context.lineWidth = size
  context.lineCap = 'butt'
  // A row as one dashed line: half the cost of its dots one by one.
  context.setLineDash([size, step - size])
  const left = Math.floor(box.x / step) * step - size / 2
  const top = Math.floor(box.y / step) * step
  for (let y = top; y <= box.y + box.height + size; y += step) {
    context.beginPath()
    context.moveTo(left, y)
    context.lineTo(box.x + box.width, y)
    context.stroke()
  }
  context.setLineDash([])
  context.globalAlpha = 1
}
