import type { Size } from '../../shared/geometry.ts'

/** Paints on a context in device pixels. */
export type Paint = (context: CanvasRenderingContext2D) => void

/** The canvas that the map itself is painted on, when told to and never otherwise. */
export class Surface {
  readonly canvas = document.createElement('canvas')
  readonly #context: CanvasRenderingContext2D
  readonly #paint: Paint
  #ratio = 1

  /** Lies behind everything else in `container`, `size` being in CSS px. */
  constructor(container: HTMLElement, size: Size, paint: Paint) {
    const context = this.canvas.getContext('2d', { alpha: false })
    if (!context) throw new Error('this browser offers no 2D canvas')
    this.#context = context
    this.#paint = paint
    this.canvas.setAttribute('aria-hidden', 'true')
    Object.assign(this.canvas.style, {
      position: 'absolute',
      inset: '0',
      display: 'block',
      pointerEvents: 'none',
    })
    this.resize(size)
    container.prepend(this.canvas)
  }

  /** Device pixels for a CSS px. */
  get ratio(): number {
    return this.#ratio
  }

  /** Takes a new size in CSS px, and the screen's pixel ratio as it is now; everything must then be drawn again. */
  resize([width, height]: Size): void {
    this.#ratio = devicePixelRatio
    this.canvas.width = Math.round(width * this.#ratio)
    this.canvas.height = Math.round(height * this.#ratio)
    this.canvas.style.width = `${width}px`
    this.canvas.style.height = `${height}px`
  }

  /** Paints all of it anew. */
  draw(): void {
    this.#context.save()
    this.#paint(this.#context)
    this.#context.restore()
  }

  destroy(): void {
    this.canvas.remove()
  }
}
