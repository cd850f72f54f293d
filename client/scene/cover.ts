import { SceneCanvas } from 'konva/lib/Canvas'
import { SceneContext } from 'konva/lib/Context'
import { Shape } from 'konva/lib/Shape'
import type { Size } from '../../shared/geometry.ts'
import type { Camera } from '../model/camera.ts'
import { Overlay } from './overlay.ts'
import type { OverlayState } from './overlay-contents.ts'
import type { Colours } from './painter.ts'

/** What lies over the map, and from where it is seen. */
export interface Covering {
  state: OverlayState
  camera: Camera
  viewport: Size
  colours: Colours
}

/** The map's own canvas, as Konva paints on it. */
class MapCanvas extends SceneCanvas {
  constructor(map: HTMLCanvasElement) {
    super({ width: 0, height: 0 })
    this._canvas = map
    this.context = new SceneContext(this)
  }
}

/**
 * Paints what lies over the map: a Konva shape without a stage of its own, for a second canvas of a screen's size costs
 * milliseconds in every frame that changes it, however little is on it.
 */
export class Cover {
  readonly #canvas: MapCanvas
  readonly #shape = new Shape({
    listening: false,
    perfectDrawEnabled: false,
    sceneFunc: (context) => this.#paint(context._context),
  })
  #covering: Covering | undefined

  /** Paints on `map`, whose context must map CSS px by then. */
  constructor(map: HTMLCanvasElement) {
    this.#canvas = new MapCanvas(map)
  }

  paint(covering: Covering): void {
    this.#covering = covering
    this.#shape.drawScene(this.#canvas)
  }

  #paint(context: CanvasRenderingContext2D): void {
    if (!this.#covering) return
    const { state, camera, viewport, colours } = this.#covering
    new Overlay(context, camera, viewport, colours).paint(state)
  }
}
