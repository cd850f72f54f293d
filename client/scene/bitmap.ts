import { intersects, type Box, type Size } from '../../shared/geometry.ts'
import { visibleBox, type Camera } from '../model/camera.ts'

// How much more than the screen is painted on each side, and the most pixels a bitmap may have.
const MARGIN = 0.3
const MOST_PIXELS = 12_000_000

/** A picture of a part of the world that is larger than the screen, so that the camera can move over it. */
export class Bitmap {
  readonly context: CanvasRenderingContext2D
  readonly #canvas: HTMLCanvasElement
  /** the scale (CSS px for a world unit) and the world box that it was last aimed at */
  scale = 1
  box: Box = { x: 0, y: 0, width: 0, height: 0 }
  #perUnit = 1

  constructor() {
    this.#canvas = document.createElement('canvas')
    const context = this.#canvas.getContext('2d', { alpha: false })
    if (!context) throw new Error('this browser offers no 2D canvas')
    this.context = context
  }

  /** Makes it the picture around what `camera` shows, `ratio` being device pixels for a CSS px; its content is then void. */
  aim(camera: Camera, viewport: Size, ratio: number): void {
    const screen = viewport[0] * viewport[1] * ratio * ratio
    const margin = Math.max(0, Math.min(MARGIN, (Math.sqrt(MOST_PIXELS / screen) - 1) / 2))
    const width = Math.max(1, Math.ceil(viewport[0] * ratio * (1 + 2 * margin)))
    const height = Math.max(1, Math.ceil(viewport[1] * ratio * (1 + 2 * margin)))
    if (this.#canvas.width !== width) this.#canvas.width = width
    if (this.#canvas.height !== height) this.#canvas.height = height
    this.scale = camera.scale
    this.#perUnit = camera.scale * ratio
    this.box = {
      x: camera.centre[0] - width / 2 / this.#perUnit,
      y: camera.centre[1] - height / 2 / this.#perUnit,
      width: width / this.#perUnit,
      height: height / this.#perUnit,
    }
    this.toWorld()
  }

  /** Sets the context's transform so that world units are painted where they belong. */
  toWorld(): void {
    const k = this.#perUnit
    this.context.setTransform(k, 0, 0, k, -this.box.x * k, -this.box.y * k)
  }

  /** The world box, grown to whole pixels, that is clipped to from now until `unclip`; undefined when it is off the picture. */
  clip(box: Box): Box | undefined {
    if (!intersects(box, this.box)) return undefined
    const k = this.#perUnit
    const left = Math.max(0, Math.floor((box.x - this.box.x) * k) - 1)
    const top = Math.max(0, Math.floor((box.y - this.box.y) * k) - 1)
    const right = Math.min(this.#canvas.width, Math.ceil((box.x + box.width - this.box.x) * k) + 1)
    const bottom = Math.min(
      this.#canvas.height,
      Math.ceil((box.y + box.height - this.box.y) * k) + 1,
    )
    this.context.save()
    this.context.setTransform(1, 0, 0, 1, 0, 0)
    this.context.beginPath()
    this.context.rect(left, top, right - left, bottom - top)
    this.context.clip()
    this.toWorld()
    return {
      x: this.box.x + left / k,
      y: this.box.y + top / k,
      width: (right - left) / k,
      height: (bottom - top) / k,
    }
  }

  /** Ends a `clip`. */
  unclip(): void {
    this.context.restore()
  }

  /** Copies what `camera` sees to `target`, a context in device pixels; what is enlarged `hastily` shows its pixels. */
  show(
    target: CanvasRenderingContext2D,
    camera: Camera,
    viewport: Size,
    ratio: number,
    hastily: boolean,
  ): void {
    const seen = visibleBox(camera, viewport)
    const k = camera.scale * ratio
    const grown = camera.scale / this.scale
    const same = Math.abs(grown - 1) < 1e-9
    const x = (this.box.x - seen.x) * k
    const y = (this.box.y - seen.y) * k
    target.setTransform(1, 0, 0, 1, 0, 0)
    if (same) {
      // Whole pixels keep it crisp while it slides.
      target.drawImage(this.#canvas, Math.round(x), Math.round(y))
      return
    }
    // Without a graphics card smoothing is half of what a frame costs; made smaller without it, thin lines would come and go.
    target.imageSmoothingEnabled = !hastily || grown < 1
    target.drawImage(this.#canvas, x, y, this.#canvas.width * grown, this.#canvas.height * grown)
  }

  /** How much of the spare picture is left on the side where least is: 1 all of it, below 0 something is missing. */
  spare(camera: Camera, viewport: Size): number {
    const seen = visibleBox(camera, viewport)
    const x = Math.min(seen.x - this.box.x, this.box.x + this.box.width - seen.x - seen.width)
    const y = Math.min(seen.y - this.box.y, this.box.y + this.box.height - seen.y - seen.height)
    const fullX = (this.box.width - viewport[0] / this.scale) / 2
    const fullY = (this.box.height - viewport[1] / this.scale) / 2
    return Math.min(x / Math.max(fullX, 1e-6), y / Math.max(fullY, 1e-6))
  }
}
