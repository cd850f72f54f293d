import type { DrawItem } from '../../shared/draw/items.ts'
import { union, type Box, type Point, type Size, type Turn } from '../../shared/geometry.ts'
import { visibleBox, type Camera } from '../model/camera.ts'
import type { Pictures } from '../model/pictures.ts'
import { Painter, type Colours } from './painter.ts'

/** A drawing where it is seen now. */
export interface Part {
  id: string
  items: readonly DrawItem[]
  at: Point
  turn: Turn | undefined
  opacity: number
}

/** What is painted on, a context in device pixels, and what decides how. */
export interface View {
  context: CanvasRenderingContext2D
  camera: Camera
  viewport: Size
  /** device pixels for a CSS px */
  ratio: number
  colours: Colours
  pictures: Pictures | undefined
}

interface Painted {
  parts: readonly Part[]
  scale: number
  ratio: number
  colours: Colours
  /** how far the parts had moved, and the world box around them then */
  by: Point
  box: Box
  fits: boolean
}

// So many screens' worth of pixels at most: beyond, most of it would be off the screen.
const MOST_SCREENS = 2.5

const isLike = (a: Part, b: Part | undefined): boolean =>
  a.items === b?.items && a.opacity === b.opacity

/** Many drawings that move together: painted once, and moved as one picture for as long as none of them changes. */
export class Sprite {
  #canvas: HTMLCanvasElement | undefined
  #painted: Painted | undefined

  /**
   * Shows `parts`, all of which have moved `by` so far; `boxOf` tells the box within which one lies before that. False, with
   * nothing shown, where they spread too far for a picture.
   */
  show(
    parts: readonly Part[],
    by: Point,
    boxOf: (id: string) => Box | undefined,
    view: View,
  ): boolean {
    const painted = this.#isLevel(parts, view)
      ? (this.#painted as Painted)
      : this.#paint(parts, by, boxOf, view)
    if (!painted.fits || !this.#canvas) return false
    const { context, camera, viewport, ratio } = view
    const seen = visibleBox(camera, viewport)
    const k = camera.scale * ratio
    const left = painted.box.x + by[0] - painted.by[0] - seen.x
    const top = painted.box.y + by[1] - painted.by[1] - seen.y
    context.save()
    context.setTransform(1, 0, 0, 1, 0, 0)
    context.globalAlpha = 1
    context.drawImage(this.#canvas, Math.round(left * k), Math.round(top * k))
    context.restore()
    return true
  }

  /** Lets go of the picture. */
  clear(): void {
    this.#canvas = undefined
    this.#painted = undefined
  }

  #isLevel(parts: readonly Part[], { camera, ratio, colours }: View): boolean {
    const painted = this.#painted
    return (
      painted !== undefined &&
      painted.scale === camera.scale &&
      painted.ratio === ratio &&
      painted.colours === colours &&
      painted.parts.length === parts.length &&
      parts.every((part, index) => isLike(part, painted.parts[index]))
    )
  }

  #paint(
    parts: readonly Part[],
    by: Point,
    boxOf: (id: string) => Box | undefined,
    { camera: { scale }, viewport, ratio, colours, pictures }: View,
  ): Painted {
    const around = union(parts.flatMap(({ id }) => boxOf(id) ?? []))
    const box = around
      ? { ...around, x: around.x + by[0], y: around.y + by[1] }
      : { x: 0, y: 0, width: 0, height: 0 }
    const k = scale * ratio
    const [width, height] = [Math.ceil(box.width * k), Math.ceil(box.height * k)]
    const most = viewport[0] * viewport[1] * ratio * ratio * MOST_SCREENS
    const fits = width > 0 && height > 0 && width * height <= most
    const painted = { parts, scale, ratio, colours, by, box, fits }
    this.#painted = painted
    if (!fits) {
      this.#canvas = undefined
      return painted
    }
    this.#canvas ??= document.createElement('canvas')
    this.#canvas.width = width
    this.#canvas.height = height
    const context = this.#canvas.getContext('2d')
    if (!context) throw new Error('this browser offers no 2D canvas')
    context.setTransform(k, 0, 0, k, -box.x * k, -box.y * k)
    const painter = new Painter(context, colours, scale, pictures)
    for (const { items, at, opacity, turn } of parts) painter.paint(items, at, opacity, false, turn)
    return painted
  }
}
