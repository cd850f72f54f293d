import type { Point } from '../../shared/geometry.ts'
import { DOUBLE_MS, DOUBLE_PX } from '../model/double-press.ts'
import { letGoOfGone, type Workspace } from '../model/workspace.ts'
import type { Scene } from '../scene/scene.ts'
import { EdgePan } from './edge-pan.ts'
import { erasing } from './eraser.ts'
import { panning } from './hand.ts'
import { toolOf } from './list.ts'
import { pinched } from './pinch.ts'
import { inputInMiddle, inputOf, movedWithMap } from './pointer-input.ts'
import type { PointerInput, ToolContext, ToolState } from './tool.ts'

const LEFT = 0
const MIDDLE = 1
// The far end of a pen.
const ERASER = 5
// A finger that stays this long within this many CSS px asks what can be done there.
const HOLD_MS = 550
const HOLD_PX = 9

const distance = (a: Point, b: Point): number => Math.hypot(a[0] - b[0], a[1] - b[1])

/** Leads pointer events to the active tool, but for those that mean the same with every tool: space, the middle button and two fingers move the camera, a long press asks for the menu, a pen's far end erases. */
export class PointerRouter {
  readonly #context: ToolContext
  readonly #workspace: Workspace
  readonly #scene: Scene
  readonly #off = new AbortController()
  readonly #stop: () => void
  readonly #fingers = new Map<number, Point>()
  #tool
  #state: ToolState
  /** the pointer that is down for the tool */
  #active: number | undefined
  #space = false
  /** whether the press under way may become a double click */
  #second = false
  #lastDown: { at: number; screen: Point } | undefined
  /** a finger that may turn out to be a long press */
  #hold: { timer: ReturnType<typeof setTimeout>; screen: Point } | undefined
  /** whether a pen is in use, so that the hand that holds it may rest on the screen */
  #hasPen = false
  #activeIsPen = false
  /** where the pointer that is down was last */
  #last: PointerInput | undefined
  readonly #edge

  constructor(scene: Scene, workspace: Workspace) {
    this.#scene = scene
    this.#workspace = workspace
    this.#context = { workspace, scene }
    this.#edge = new EdgePan(workspace.ui)
    this.#tool = toolOf(workspace.ui.getState().tool)
    this.#state = this.#tool.start
    this.#showCursor()
    this.#stop = workspace.ui.subscribe(({ tool, camera }, before) => {
      if (tool !== before.tool) this.#choose(tool)
      if (camera !== before.camera) this.#mapMoved()
    })
    const options = { signal: this.#off.signal }
    const { container } = scene
    container.addEventListener('pointerdown', (event) => this.#down(event), options)
    container.addEventListener('pointermove', (event) => this.#move(event), options)
    container.addEventListener('pointerup', (event) => this.#up(event), options)
    container.addEventListener('pointercancel', (event) => this.#cancelled(event), options)
    container.addEventListener('pointerleave', () => this.#left(), options)
    container.addEventListener('mousedown', (event) => this.#scrollNot(event), options)
    container.addEventListener('contextmenu', (event) => this.#menu(event), {
      ...options,
      capture: true,
    })
    container.addEventListener('keydown', (event) => this.#key(event, true), options)
    window.addEventListener('keyup', (event) => this.#key(event, false), options)
    window.addEventListener('blur', () => this.#release(), options)
  }

  /** Whether a pointer is down for the tool: what it holds must stay as it is until it lets go. */
  get busy(): boolean {
    return this.#active !== undefined
  }

  /** Gives up what the tool is in the middle of; returns whether it was in the middle of anything. */
  cancel(): boolean {
    const busy = this.#state !== this.#tool.start
    this.#holdNoMore()
    this.#state.cancel?.(this.#context)
    this.#to(this.#tool.start)
    this.#letGo()
    letGoOfGone(this.#workspace)
    return busy
  }

  /** Presses and releases in the middle of the map, or where there is room next to it, as the keyboard does; returns whether the tool has a use for it. */
  pressInMiddle(): boolean {
    const tool = this.#tool
    if (!tool.edits || this.#state !== tool.start || this.#active !== undefined) return false
    const input = inputInMiddle(this.#workspace, tool)
    this.#handle((state) => state.down?.(this.#context, input))
    this.#handle((state) => state.up?.(this.#context, input))
    return true
  }

  destroy(): void {
    this.#off.abort()
    this.#stop()
    this.#holdNoMore()
    this.#letGo()
    this.#state.cancel?.(this.#context)
  }

  #choose(id: string): void {
    // The tool itself may have chosen another one on its way out; its last state is then over already.
    this.#state.cancel?.(this.#context)
    this.#tool = toolOf(id)
    this.#to(this.#tool.start)
  }

  #to(next: ToolState | undefined): void {
    if (next) this.#state = next
    if (!this.#state.drags) this.#edge.stop()
    this.#showCursor()
  }

  /** Goes where a state's answer leads, unless the state chose another tool: that one has begun already. */
  #handle(answer: (state: ToolState) => ToolState | undefined): void {
    const tool = this.#tool
    const next = answer(this.#state)
    if (next && tool === this.#tool) this.#to(next)
  }

  #showCursor(): void {
    const css = this.#state.cursor ?? this.#tool.cursor
    this.#scene.cursor(this.#space && this.#state === this.#tool.start ? 'grab' : css)
  }

  #input(event: PointerEvent): PointerInput {
    return inputOf(event, this.#context, this.#hasPen)
  }

  /** A tool that changes the board is put away, and what it was in the middle of given up, where editing has been withdrawn. */
  #putAway(): void {
    const { ui } = this.#workspace
    if (this.#tool.edits && !this.#workspace.canEdit()) ui.setState({ tool: 'select' })
  }

  #down(event: PointerEvent): void {
    this.#putAway()
    const input = this.#input(event)
    this.#scene.container.focus({ preventScroll: true })
    if (event.pointerType === 'pen') {
      this.#hasPen = true
      // The hand came down before the pen that it holds.
      if (this.#fingers.size > 0) this.cancel()
      this.#fingers.clear()
    }
    if (input.touch) {
      if (this.#active !== undefined && this.#activeIsPen) return
      this.#fingers.set(event.pointerId, input.screen)
      if (this.#fingers.size === 2) {
        this.cancel()
        return
      }
    }
    if (this.#active !== undefined || this.#fingers.size > 1) return
    const pans = event.button === MIDDLE || (event.button === LEFT && this.#space)
    const erases = event.button === ERASER && this.#workspace.canEdit()
    if (!pans && !erases && event.button !== LEFT) return
    // Its release must be heard as a mouse's too: only there can what the browser would paste be stopped.
    if (event.button !== MIDDLE) event.preventDefault()
    this.#active = event.pointerId
    this.#activeIsPen = event.pointerType === 'pen'
    this.#last = input
    this.#edge.press(input.screen)
    this.#scene.container.setPointerCapture(event.pointerId)
    if (pans || erases) {
      this.#second = false
      this.#state.cancel?.(this.#context)
      const { start } = this.#tool
      this.#to(pans ? panning(input, start) : erasing(this.#context, input, start))
      return
    }
    if (input.touch && !this.#tool.edits) {
      const timer = setTimeout(() => this.#held(event), HOLD_MS)
      this.#hold = { timer, screen: input.screen }
    }
    const now = event.timeStamp
    const last = this.#lastDown
    const near = last !== undefined && distance(input.screen, last.screen) < DOUBLE_PX
    this.#second = near && now - last.at < DOUBLE_MS
    this.#lastDown = { at: now, screen: input.screen }
    this.#handle((state) => state.down?.(this.#context, input))
  }

  #move(event: PointerEvent): void {
    this.#putAway()
    const input = this.#input(event)
    this.#scene.pointAt(input.world)
    if (this.#fingers.has(event.pointerId) && this.#fingers.size >= 2) {
      this.#pinch(event.pointerId, input.screen)
      return
    }
    if (this.#active !== undefined && event.pointerId !== this.#active) return
    // A finger that does nothing for the tool hovers over nothing either.
    if (input.touch && this.#active === undefined) return
    if (this.#hold) {
      // A finger is never quite still.
      if (distance(input.screen, this.#hold.screen) <= HOLD_PX) return
      this.#holdNoMore()
    }
    this.#handle((state) => state.move?.(this.#context, input))
    if (this.#active === undefined) return
    this.#last = input
    if (this.#state.drags) this.#edge.drag(input.screen)
  }

  /** What is dragged stays with the pointer, whatever moves the map. */
  #mapMoved(): void {
    if (!this.#last || !this.#state.drags) return
    const input = movedWithMap(this.#last, this.#workspace)
    this.#scene.pointAt(input.world)
    this.#handle((state) => state.move?.(this.#context, input))
  }

  #letGo(): void {
    this.#active = undefined
    this.#last = undefined
    this.#edge.stop()
  }

  #up(event: PointerEvent): void {
    this.#fingers.delete(event.pointerId)
    if (event.pointerId !== this.#active) return
    this.#holdNoMore()
    this.#letGo()
    const input = this.#input(event)
    this.#handle((state) => state.up?.(this.#context, input))
    letGoOfGone(this.#workspace)
    const down = this.#lastDown?.screen ?? input.screen
    const still = distance(input.screen, down) < DOUBLE_PX
    // Only on release is it known that the second press was not the start of a drag.
    if (this.#second && still) {
      this.#lastDown = undefined
      this.#handle((state) => state.double?.(this.#context, input))
    }
  }

  #holdNoMore(): void {
    clearTimeout(this.#hold?.timer)
    this.#hold = undefined
  }

  /** A finger has stayed where it is: what a right button would do. */
  #held({ clientX, clientY, pointerId }: PointerEvent): void {
    this.cancel()
    this.#lastDown = undefined
    const press = { clientX, clientY, pointerId, pointerType: 'touch', bubbles: true }
    this.#scene.container.dispatchEvent(new PointerEvent('contextmenu', press))
  }

  /** The middle button moves the map, where a browser would begin to scroll; in an open text it is the browser's. */
  #scrollNot(event: MouseEvent): void {
    const inText = event.target instanceof HTMLTextAreaElement
    if (event.button === MIDDLE && !inText) event.preventDefault()
  }

  #menu(event: MouseEvent): void {
    event.preventDefault()
    // What is dragged is not let go for a menu of what lies below it.
    const drags = this.#active !== undefined && this.#state.drags
    // Some browsers ask for a menu themselves when a finger stays, others don't.
    const asksTwice = event.isTrusted && this.#fingers.size > 0
    if (drags || asksTwice) event.stopImmediatePropagation()
  }

  #cancelled(event: PointerEvent): void {
    this.#fingers.delete(event.pointerId)
    if (event.pointerId === this.#active) this.cancel()
  }

  #left(): void {
    this.#scene.pointAt(null)
    if (this.#active === undefined) this.#workspace.ui.setState({ hover: null })
  }

  #release(): void {
    this.#space = false
    this.#fingers.clear()
    if (this.#active !== undefined) this.cancel()
  }

  #pinch(id: number, to: Point): void {
    const other = [...this.#fingers].find(([finger]) => finger !== id)?.[1]
    const from = this.#fingers.get(id)
    this.#fingers.set(id, to)
    if (!other || !from) return
    const { ui } = this.#workspace
    ui.setState({ camera: pinched(ui.getState(), other, from, to), goal: null })
  }

  #key(event: KeyboardEvent, down: boolean): void {
    // With Shift, Space picks.
    if (event.key !== ' ' || (down && event.shiftKey)) return
    if (down) event.preventDefault()
    if (this.#space === down) return
    this.#space = down
    this.#showCursor()
  }
}
