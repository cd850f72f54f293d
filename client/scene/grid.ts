import type { Box } from '../../shared/geometry.ts'

const STEP = 24

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
  context.globalAlpha = opacity
  context.fillStyle = colour
  const left = Math.floor(box.x / STEP) * STEP
  const top = Math.floor(box.y / STEP) * STEP
  for (let y = top; y <= box.y + box.height; y += STEP) {
    for (let x = left; x <= box.x + box.width; x += STEP) {
      context.fillRect(x - size / 2, y - size / 2, size, size)
    }
  }
  context.globalAlpha = 1
}
