import type {
  DrawItem,
  ImageItem,
  PathItem,
  RectItem,
  ShapeItem,
  TextItem,
} from '../../shared/draw/items.ts'
import { linePlace } from '../../shared/draw/line-place.ts'
import { rimSteps, shadowSteps } from '../../shared/draw/shadow.ts'
import type { Point, Turn } from '../../shared/geometry.ts'
import type { Token } from '../../shared/look/palette.ts'
import { baseline, textWidth } from '../../shared/text/measure.ts'
import type { Pictures } from '../model/pictures.ts'

/** Colours by token, ready for a canvas. */
export type Colours = Readonly<Record<Token, string>>

/** The typeface of the map, with what stands in until it is loaded. */
export const FONT = '"Atkinson Hyperlegible Next", "Segoe UI", system-ui, sans-serif'

// Sizes on screen in CSS px: below the first, text is a grey bar; below the second it is left out.
const TEXT_READABLE = 4.2
const TEXT_VISIBLE = 1.6
// Below this scale, parts marked as fine are left out.
const FINE_SCALE = 0.35
// Below this scale, what would cover its like is left out.
const CLOSE_SCALE = 0.75
const SHADOW_SCALE = 0.35
// The edge of an object of a few pixels, CSS px.
const TINY_EDGE = 0.75
// Dashes are the second cue beside colour: they stay for as long as they can be told from a line.
const DASH_SCALE = 0.2

const paths = new WeakMap<PathItem, Path2D>()

function pathOf(item: PathItem): Path2D {
  let path = paths.get(item)
  if (!path) {
    path = new Path2D(item.d)
    paths.set(item, path)
  }
  return path
}

/** Paints draw lists on a 2D context whose transform maps world units; one painter for a run of objects. */
export class Painter {
  readonly #context: CanvasRenderingContext2D
  readonly #colours: Colours
  readonly #scale: number
  readonly #fine: boolean
  /** whether shadows are as dark as lines, as high contrast has them */
  readonly #rimmed: boolean
  readonly #pictures: Pictures | undefined
  #font = ''
  #dashed = false

  /** `scale` is CSS px for a world unit: it decides how much detail is worth painting. Without `pictures` words stand for them. */
  constructor(
    context: CanvasRenderingContext2D,
    colours: Colours,
    scale: number,
    pictures?: Pictures,
  ) {
    this.#context = context
    this.#pictures = pictures
    this.#colours = colours
    this.#scale = scale
    this.#fine = scale >= FINE_SCALE
    this.#rimmed = colours.shadow === colours.line
    context.textBaseline = 'alphabetic'
    context.lineJoin = 'round'
  }

  /** Paints a draw list as the one plain shape that an object of a few pixels comes down to. */
  paintTiny(items: readonly DrawItem[], [x, y]: Point, turn?: Turn): void {
    const first = items.find((item) => item.kind === 'image' || (item.kind !== 'text' && item.fill))
    if (turn || first?.kind !== 'rect' || !first.fill) {
      this.paint(items, [x, y], 1, false, turn)
      return
    }
    const context = this.#context
    const { fill, stroke, width, height } = first
    const [left, top] = [x + first.x, y + first.y]
    // An edge is what lies behind, and shows around: stroking costs several times as much.
    const edge = stroke ? Math.min(TINY_EDGE / this.#scale, width / 4, height / 4) : 0
    if (stroke) {
      context.fillStyle = this.#colours[stroke]
      context.fillRect(left, top, width, height)
    }
    context.fillStyle = this.#colours[fill]
    context.fillRect(left + edge, top + edge, width - 2 * edge, height - 2 * edge)
  }

  /** Whether any words were painted as letters. */
  get hasWords(): boolean {
    return this.#font !== ''
  }

  /** Paints a draw list with its origin at a world point, then turned; `opacity` dims all of it, `whole` keeps what is seen from close by alone. */
  paint(items: readonly DrawItem[], [x, y]: Point, opacity = 1, whole = false, turn?: Turn): void {
    const context = this.#context
    const upright = turn && context.getTransform()
    if (turn) {
      context.translate(...turn.about)
      context.rotate((turn.angle * Math.PI) / 180)
      context.translate(-turn.about[0], -turn.about[1])
    }
    context.translate(x, y)
    for (const item of items) {
      if (item.detail === 'fine' && !this.#fine) continue
      if (item.detail === 'close' && !whole && this.#scale < CLOSE_SCALE) continue
      const alpha = (item.opacity ?? 1) * opacity
      context.globalAlpha = alpha
      if (item.kind === 'text') this.#text(item, alpha)
      else if (item.kind === 'image') this.#image(item, opacity)
      else this.#shape(item, alpha)
    }
    if (upright) context.setTransform(upright)
    else context.translate(-x, -y)
    context.globalAlpha = 1
  }

  #image(item: ImageItem, opacity: number): void {
    const { x, y, width, height } = item
    const picture = this.#pictures?.get(item.image, width * this.#scale * devicePixelRatio)
    if (picture) this.#context.drawImage(picture, x, y, width, height)
    else this.paint(item.instead, [0, 0], opacity)
  }

  #shape(item: ShapeItem, alpha: number): void {
    const context = this.#context
    if (item.kind === 'path') {
      if (item.points) this.#line(item.points)
      const path = item.points ? undefined : pathOf(item)
      if (item.fill) {
        context.fillStyle = this.#colours[item.fill]
        if (path) context.fill(path)
        else context.fill()
      }
      if (item.stroke) {
        this.#stroke(item)
        if (path) context.stroke(path)
        else context.stroke()
      }
      return
    }
    if (item.kind === 'rect' && item.shadow && (this.#rimmed || this.#scale > SHADOW_SCALE)) {
      this.#shadow(item, alpha)
    }
    const plain = item.kind === 'rect' && (item.radius ?? 0) * this.#scale < 1
    if (plain) {
      if (item.fill) {
        context.fillStyle = this.#colours[item.fill]
        context.fillRect(item.x, item.y, item.width, item.height)
      }
      if (item.stroke) {
        this.#stroke(item)
        context.strokeRect(item.x, item.y, item.width, item.height)
      }
      return
    }
    context.beginPath()
    if (item.kind === 'ellipse') {
      const { x, y, width, height } = item
      context.ellipse(x + width / 2, y + height / 2, width / 2, height / 2, 0, 0, 2 * Math.PI)
    } else {
      context.roundRect(item.x, item.y, item.width, item.height, item.radius)
    }
    if (item.fill) {
      context.fillStyle = this.#colours[item.fill]
      context.fill()
    }
    if (item.stroke) {
      this.#stroke(item)
      context.stroke()
    }
  }

  #line(points: readonly Point[]): void {
    this.#context.beginPath()
    for (const [x, y] of points) this.#context.lineTo(x, y)
  }

  #stroke({ stroke, strokeWidth = 1, dash, cap = 'butt' }: ShapeItem): void {
    const context = this.#context
    if (stroke) context.strokeStyle = this.#colours[stroke]
    // A hairline that would vanish when zoomed out keeps half a pixel.
    context.lineWidth = Math.max(strokeWidth, 0.5 / this.#scale)
    const dashed = dash !== undefined && dash.length > 0 && this.#scale >= DASH_SCALE
    if (dashed) context.setLineDash(dash as number[])
    else if (this.#dashed) context.setLineDash([])
    this.#dashed = dashed
    context.lineCap = cap
  }

  // A canvas blur costs milliseconds an object; faint sheets under the shape look the same and cost nothing.
  #shadow(item: RectItem, alpha: number): void {
    const context = this.#context
    const { x, y, width, height, radius = 0 } = item
    context.fillStyle = this.#colours.shadow
    for (const [grown, drop, strength] of this.#rimmed ? rimSteps : shadowSteps) {
      const by = this.#rimmed ? Math.max(grown, 1 / this.#scale) : grown
      context.globalAlpha = strength * alpha
      context.beginPath()
      context.roundRect(x - by, y - by + drop, width + 2 * by, height + 2 * by, radius + by)
      context.fill()
    }
    context.globalAlpha = alpha
  }

  #text(item: TextItem, alpha: number): void {
    const onScreen = item.size * this.#scale
    if (onScreen < TEXT_VISIBLE) return
    const context = this.#context
    context.fillStyle = this.#colours[item.fill]
    if (onScreen < TEXT_READABLE) {
      this.#bars(item, alpha)
      return
    }
    const font = `${item.weight} ${item.size}px ${FONT}`
    if (font !== this.#font) {
      context.font = font
      this.#font = font
    }
    let y = item.y + baseline(item.size, item.lineHeight)
    for (const [i, line] of item.lines.entries()) {
      const { x, align, rightToLeft } = linePlace(item, i)
      context.direction = rightToLeft ? 'rtl' : 'ltr'
      context.textAlign = align === 'centre' ? 'center' : align
      if (line !== '') context.fillText(line, x, y)
      y += item.lineHeight
    }
  }

  #bars(item: TextItem, alpha: number): void {
    const context = this.#context
    context.globalAlpha = alpha * 0.4
    let y = item.y + (item.lineHeight - item.size * 0.5) / 2
    for (const [i, line] of item.lines.entries()) {
      const { x, align } = linePlace(item, i)
      const width = textWidth(line, item.size, item.weight)
      const shift = align === 'left' ? 0 : align === 'centre' ? width / 2 : width
      context.fillRect(x - shift, y, width, item.size * 0.5)
      y += item.lineHeight
    }
    context.globalAlpha = alpha
  }
}
