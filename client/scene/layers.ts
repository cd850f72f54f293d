import { Konva } from 'konva/lib/Global'
import { Layer } from 'konva/lib/Layer'
import { Shape } from 'konva/lib/Shape'
import { Stage } from 'konva/lib/Stage'
import type { Size } from '../../shared/geometry.ts'

const names = ['ground', 'live', 'overlay'] as const
type Name = (typeof names)[number]

/** Paints a layer on its native context, which maps CSS px. */
export type Paint = (context: CanvasRenderingContext2D) => void

/**
 * The Konva stage: three layers, each one shape that paints itself, on one canvas, all of them when told to and never otherwise.
 * Each canvas of a screen's size costs milliseconds in every frame that changes it, however little is on it.
 */
export class Layers {
  readonly #host: HTMLDivElement
  readonly #stage: Stage
  readonly #layer = new Layer({ listening: false })

  constructor(container: HTMLElement, [width, height]: Size, paints: Record<Name, Paint>) {
    Konva.autoDrawEnabled = false
    this.#host = document.createElement('div')
    // Konva is not to look for what the pointer is over: the spatial index knows.
    Object.assign(this.#host.style, { position: 'absolute', inset: '0', pointerEvents: 'none' })
    this.#host.setAttribute('aria-hidden', 'true')
    container.prepend(this.#host)
    this.#stage = new Stage({ container: this.#host, width, height, listening: false })
    // Added before its shapes, or Konva would paint at once, before there is a scene to paint.
    this.#stage.add(this.#layer)
    for (const name of names) this.#add(paints[name])
  }

  /** Device pixels for a CSS px. */
  get ratio(): number {
    return this.#layer.getCanvas().getPixelRatio()
  }

  /** Takes a new size in CSS px, and the screen's pixel ratio as it is now; everything must then be drawn again. */
  resize([width, height]: Size): void {
    const canvas = this.#layer.getCanvas()
    if (canvas.getPixelRatio() !== devicePixelRatio) canvas.setPixelRatio(devicePixelRatio)
    this.#stage.size({ width, height })
  }

  /** Paints all of it anew. */
  draw(): void {
    this.#layer.drawScene()
  }

  destroy(): void {
    this.#stage.destroy()
    this.#host.remove()
  }

  #add(paint: Paint): void {
    const shape = new Shape({
      listening: false,
      perfectDrawEnabled: false,
      sceneFunc: (context) => {
        const native = context._context
        native.save()
        paint(native)
        native.restore()
      },
    })
    this.#layer.add(shape)
  }
}
