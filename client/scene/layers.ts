import { Konva } from 'konva/lib/Global'
import { Layer } from 'konva/lib/Layer'
import { Shape } from 'konva/lib/Shape'
import { Stage } from 'konva/lib/Stage'
import type { Size } from '../../shared/geometry.ts'

const names = ['ground', 'live', 'overlay'] as const
type Name = (typeof names)[number]

/** Paints a layer on its native context, which maps CSS px. */
export type Paint = (context: CanvasRenderingContext2D) => void

/** The Konva stage with its three layers, each one shape that paints itself when told to, and never otherwise. */
export class Layers {
  readonly #host: HTMLDivElement
  readonly #stage: Stage
  readonly #layers: Record<Name, Layer>

  constructor(container: HTMLElement, [width, height]: Size, paints: Record<Name, Paint>) {
    Konva.autoDrawEnabled = false
    this.#host = document.createElement('div')
    // Konva is not to look for what the pointer is over: the spatial index knows.
    Object.assign(this.#host.style, { position: 'absolute', inset: '0', pointerEvents: 'none' })
    this.#host.setAttribute('aria-hidden', 'true')
    container.prepend(this.#host)
    this.#stage = new Stage({ container: this.#host, width, height, listening: false })
    const [ground, live, overlay] = names.map((name) => this.#add(paints[name]))
    if (!ground || !live || !overlay) throw new Error('a layer is missing')
    this.#layers = { ground, live, overlay }
  }

  /** Device pixels for a CSS px. */
  get ratio(): number {
    return this.#layers.ground.getCanvas().getPixelRatio()
  }

  /** Takes a new size in CSS px, and the screen's pixel ratio as it is now; everything must then be drawn again. */
  resize([width, height]: Size): void {
    for (const name of names) {
      const canvas = this.#layers[name].getCanvas()
      if (canvas.getPixelRatio() !== devicePixelRatio) canvas.setPixelRatio(devicePixelRatio)
    }
    this.#stage.size({ width, height })
  }

  /** Paints a layer anew. */
  draw(name: Name): void {
    this.#layers[name].drawScene()
  }

  destroy(): void {
    this.#stage.destroy()
    this.#host.remove()
  }

  #add(paint: Paint): Layer {
    const layer = new Layer({ listening: false })
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
    // In this order, or Konva would paint at once, before there is a scene to paint.
    this.#stage.add(layer)
    layer.add(shape)
    return layer
  }
}
