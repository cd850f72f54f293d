import type { Drawing } from '../../shared/draw/scene.ts'
import type { Box, Point, Size } from '../../shared/geometry.ts'
import type { Outline } from '../../shared/objects/turn.ts'
import type { Token } from '../../shared/look/palette.ts'
import { toScreen, type Camera } from '../model/camera.ts'
import { BADGE_RADIUS } from './badges.ts'
import { AROUND_GAP, LINK_RADIUS, TURN_RADIUS, type Handle } from './handles.ts'
import { FONT, type Colours } from './painter.ts'
import type { Caret, OverlayState } from './overlay-contents.ts'
import type { Person } from './people.ts'
import { paintPeople } from './pointers.ts'
import { paintSketches } from './sketches.ts'

/** How much wider than a tie its glow is, CSS px. */
const GLOW = 7
/** The same where more than `MOST_WIDE` ties glow, so that the map is still seen through them. */
const FINE_GLOW = 1.5
const MOST_WIDE = 24

/** Paints selection, handles, what a tool draws, and the other people: in CSS px, so that lines keep their width at every zoom. */
export class Overlay {
  readonly context: CanvasRenderingContext2D
  readonly camera: Camera
  readonly viewport: Size
  readonly colours: Colours

  /** `context` must map CSS px. */
  constructor(context: CanvasRenderingContext2D, camera: Camera, viewport: Size, colours: Colours) {
    this.context = context
    this.camera = camera
    this.viewport = viewport
    this.colours = colours
  }

  paint(state: OverlayState): void {
    for (const box of state.ends) this.outline(box, 'accent', 2.5, 5)
    for (const { person, boxes } of state.people) {
      for (const box of boxes) this.outline(box, person.token, 2, 4)
    }
    if (state.hovered) this.outline(state.hovered, 'selection', 1, 2)
    const glow = state.ties.length > MOST_WIDE ? FINE_GLOW : GLOW
    for (const tie of state.ties) this.#glow(tie, glow)
    for (const box of state.selected) this.outline(box, 'selection', 2, 3)
    if (state.standing) this.outline(state.standing, 'accent', 3, 9, [8, 5])
    for (const at of state.locks) this.#lock(at)
    for (const badge of state.badges) this.#badge(badge)
    if (state.around) this.outline(state.around, 'selection', 1, AROUND_GAP, [5, 4])
    paintSketches(this, state)
    for (const { handle, at } of state.handles) this.#handle(handle, at)
    for (const { person, caret } of state.people) if (caret) this.#caret(caret, person)
    paintPeople(this, state.people)
  }

  /** A box on screen, grown by `gap` CSS px: left, top, width, height. */
  rect(box: Box, gap: number): [number, number, number, number] {
    const [x, y] = toScreen(this.camera, this.viewport, [box.x, box.y])
    const { scale } = this.camera
    return [x - gap, y - gap, box.width * scale + 2 * gap, box.height * scale + 2 * gap]
  }

  /** Outlines a box as it is turned, `gap` CSS px off it. */
  outline(box: Outline, token: Token, width: number, gap: number, dash: number[] = []): void {
    const context = this.context
    context.strokeStyle = this.colours[token]
    context.lineWidth = width
    context.setLineDash(dash)
    context.beginPath()
    const [x, y, wide, tall] = this.rect(box, gap)
    this.#turned([x + wide / 2, y + tall / 2], box.angle, () =>
      context.roundRect(x, y, wide, tall, 6),
    )
    context.stroke()
    context.setLineDash([])
  }

  /** Does `paint` with the canvas turned about a point on it, in CSS px. */
  #turned([x, y]: Point, angle: number | undefined, paint: () => void): void {
    const context = this.context
    if (!angle) {
      paint()
      return
    }
    const before = context.getTransform()
    context.translate(x, y)
    context.rotate((angle * Math.PI) / 180)
    context.translate(-x, -y)
    paint()
    context.setTransform(before)
  }

  /** A band of the selection's colour along a tie's lines, `more` CSS px wider than they are. */
  #glow({ items, at }: Drawing, more: number): void {
    const context = this.context
    const { scale } = this.camera
    const [x, y] = toScreen(this.camera, this.viewport, at)
    context.save()
    context.translate(x, y)
    context.scale(scale, scale)
    context.strokeStyle = this.colours.selection
    context.globalAlpha = 0.3
    context.lineJoin = 'round'
    const lines = new Set<string>()
    for (const item of items) {
      if (item.kind !== 'path' || item.fill || item.detail === 'fine' || lines.has(item.d)) continue
      lines.add(item.d)
      context.lineWidth = (item.strokeWidth ?? 1) + more / scale
      context.stroke(new Path2D(item.d))
    }
    context.restore()
  }

  #caret({ at, height, angle }: Caret, person: Person): void {
    const [x, y] = toScreen(this.camera, this.viewport, at)
    const tall = height * this.camera.scale
    this.context.fillStyle = this.colours[person.token]
    this.#turned([x, y], angle, () => this.context.fillRect(x - 1, y, 2, Math.max(6, tall)))
  }

  #badge({ at, count }: OverlayState['badges'][number]): void {
    const context = this.context
    const [x, y] = toScreen(this.camera, this.viewport, at)
    const text = count > 9 ? '9+' : String(count)
    context.fillStyle = this.colours.attention
    context.strokeStyle = this.colours.raised
    context.lineWidth = 2
    context.beginPath()
    context.roundRect(x - BADGE_RADIUS, y - BADGE_RADIUS, 2 * BADGE_RADIUS, 2 * BADGE_RADIUS, [
      BADGE_RADIUS,
      BADGE_RADIUS,
      BADGE_RADIUS,
      3,
    ])
    context.fill()
    context.stroke()
    context.font = `700 12px ${FONT}`
    context.textAlign = 'center'
    context.textBaseline = 'middle'
    context.fillStyle = this.colours.onAttention
    context.fillText(text, x, y + 1)
  }

  #lock(at: Point): void {
    const context = this.context
    const [x, y] = toScreen(this.camera, this.viewport, at)
    context.fillStyle = this.colours.raised
    context.strokeStyle = this.colours.quiet
    context.lineWidth = 1
    context.beginPath()
    context.arc(x, y, 11, 0, 2 * Math.PI)
    context.fill()
    context.stroke()
    context.lineWidth = 1.75
    context.fillStyle = this.colours.quiet
    context.beginPath()
    context.arc(x, y - 2, 3, Math.PI, 0)
    context.stroke()
    context.beginPath()
    context.roundRect(x - 5, y - 2, 10, 7.5, 1.5)
    context.fill()
  }

  #handle(handle: Handle, at: Point): void {
    const context = this.context
    const [x, y] = toScreen(this.camera, this.viewport, at)
    if (handle.kind === 'resize') {
      this.#knob(1.5, () =>
        this.#turned([x, y], handle.angle, () => context.roundRect(x - 4.5, y - 4.5, 9, 9, 2.5)),
      )
      return
    }
    if (handle.kind === 'turn') {
      this.#turnHandle([x, y])
      return
    }
    if (handle.kind === 'end') {
      this.#knob(2, () => context.arc(x, y, 5.5, 0, 2 * Math.PI))
      return
    }
    context.fillStyle = this.colours.accent
    context.beginPath()
    context.arc(x, y, LINK_RADIUS, 0, 2 * Math.PI)
    context.fill()
    context.strokeStyle = this.colours.onAccent
    context.lineWidth = 2
    context.lineCap = 'round'
    context.beginPath()
    context.moveTo(x - 5, y)
    context.lineTo(x + 5, y)
    context.moveTo(x, y - 5)
    context.lineTo(x, y + 5)
    context.stroke()
    context.lineCap = 'butt'
  }

  /** What can be taken hold of: the shape that `trace` gives, with an edge of `width` CSS px. */
  #knob(width: number, trace: () => void): void {
    const context = this.context
    context.fillStyle = this.colours.raised
    context.strokeStyle = this.colours.selection
    context.lineWidth = width
    context.beginPath()
    trace()
    context.fill()
    context.stroke()
  }

  /** A circle with an arrow that runs round. */
  #turnHandle([x, y]: Point): void {
    const context = this.context
    this.#knob(1.5, () => context.arc(x, y, TURN_RADIUS, 0, 2 * Math.PI))
    context.fillStyle = this.colours.selection
    context.beginPath()
    context.arc(x, y, 4.75, 0.05 * Math.PI, 1.5 * Math.PI)
    context.stroke()
    context.beginPath()
    context.moveTo(x + 4.5, y - 4.75)
    context.lineTo(x - 0.5, y - 8)
    context.lineTo(x - 0.5, y - 1.5)
    context.fill()
  }
}
