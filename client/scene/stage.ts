import type { Box, Point, Size } from '../../shared/geometry.ts'
import type { Camera } from '../model/camera.ts'
import type { UiState } from '../model/ui.ts'
import { letGoOfGone, type Workspace } from '../model/workspace.ts'
import { announce } from './announcer.ts'
import { coloursOf } from './colours.ts'
import type { Cover } from './cover.ts'
import type { Equipment } from './equipment.ts'
import { keepKeys } from './early-keys.ts'
import { Flight } from './flight.ts'
import { Focus } from './focus.ts'
import { Ground } from './ground.ts'
import { groundSource } from './ground-source.ts'
import type { Handle } from './handles.ts'
import { containersAt, hitAt, idsInside } from './hit.ts'
import { Hot } from './hot.ts'
import { paintLifted, patchGround } from './lifted.ts'
import { Live } from './live.ts'
import type { OverlayState } from './overlay-contents.ts'
import { People } from './people.ts'
import { PresenceOut } from './presence-out.ts'
import type { Scene } from './scene.ts'
import { Surface } from './surface.ts'
import type { TextEditor } from './text-editor.ts'
import { watchWheel } from './wheel.ts'
import { World } from './world.ts'

// The camera rests when it has stood still this long; then the picture is painted crisply.
const REST_MS = 120
// How long a frame may spend on painting ahead while things move, and when nothing does (ms).
const BUSY_BUDGET = 2.5
const IDLE_BUDGET = 11
// Before there is any picture nothing moves that a longer frame could hold up, and each frame costs some on top.
const FIRST_BUDGET = 250

class MapScene implements Scene {
  readonly container: HTMLElement
  readonly #workspace: Workspace
  readonly #world: World
  readonly #live: Live
  readonly #focus: Focus
  readonly #ground: Ground
  readonly #people: People
  readonly #out: PresenceOut
  #equipment: Equipment | undefined
  readonly #takeKeys: () => readonly KeyboardEvent[]
  #editor: TextEditor | undefined
  readonly #flight: Flight
  readonly #hot = new Hot()
  readonly #surface: Surface
  #cover: Cover | undefined
  readonly #stops: (() => void)[] = []
  #frame = 0
  #last = performance.now()
  #movedAt = 0
  /** what was shown in the last frame, and what the overlay shows in this one */
  #shown: { camera?: Camera; viewport?: Size; live: boolean; covered: boolean; moving: boolean } = {
    live: false,
    covered: false,
    moving: false,
  }
  #overlay: OverlayState | undefined

  constructor(container: HTMLElement, workspace: Workspace) {
    const { board, ui } = workspace
    this.container = container
    this.#workspace = workspace
    if (getComputedStyle(container).position === 'static') container.style.position = 'relative'
    container.style.overflow = 'hidden'
    container.style.touchAction = 'none'
    this.#takeKeys = keepKeys(container)
    this.#world = new World(board)
    this.#live = new Live(board, this.#world)
    this.#focus = new Focus(workspace, () => this.#wake())
    this.#ground = new Ground(groundSource(workspace, this.#world, this.#live, this.#focus))
    const width = Math.max(1, container.clientWidth)
    const height = Math.max(1, container.clientHeight)
    ui.setState({ viewport: [width, height] })
    this.#surface = new Surface(container, [width, height], (context) => this.#paint(context))
    this.#people = new People(workspace, () => this.#wake())
    this.#out = new PresenceOut(workspace)
    this.#flight = new Flight(ui)
    this.#watch()
    this.#wake()
  }

  hit(point: Point, only?: (id: string) => boolean): string | undefined {
    return hitAt(this.#world, point, this.#ui.camera.scale, only)
  }

  inside(box: Box): string[] {
    return idsInside(this.#world, box)
  }

  touching(box: Box): string[] {
    return this.#world.spatial.search(box)
  }

  containersAt(point: Point): string[] {
    return containersAt(this.#world, point)
  }

  handleAt(screen: Point, touch = false): Handle | undefined {
    const { handleAt, handlesNow } = this.#equipment ?? {}
    const { camera, viewport } = this.#ui
    return handlesNow && handleAt?.(handlesNow(this.#workspace), screen, camera, viewport, touch)
  }

  badgeAt(screen: Point): string | undefined {
    const { badgeAt, badgesOf } = this.#equipment ?? {}
    const { camera, viewport } = this.#ui
    const badges = badgesOf?.(this.#workspace, (id) => this.#live.box(id))
    return badges && badgeAt?.(badges, screen, camera, viewport)
  }

  pointAt(world: Point | null): void {
    this.#out.pointAt(world)
  }

  cursor(css: string): void {
    if (this.container.style.cursor !== css) this.container.style.cursor = css
  }

  equip(equipment: Equipment): void {
    this.#equipment = equipment
    this.#live.equip(new equipment.Sprite())
    this.#world.lens.equip(equipment.lenses)
    this.#focus.touch()
    this.#wake()
    this.#editor ??= new equipment.TextEditor(this.container, this.#workspace, this.#live, {
      others: () => this.#people.all(),
      caretAt: (caret) => this.#out.caretAt(caret),
    })
  }

  cover(Kind: typeof Cover): void {
    this.#cover ??= new Kind(this.#surface.canvas)
    this.#wake()
  }

  takeKeys(): readonly KeyboardEvent[] {
    return this.#takeKeys()
  }

  onDestroy(listener: () => void): void {
    this.#stops.unshift(listener)
  }

  destroy(): void {
    cancelAnimationFrame(this.#frame)
    this.#focus.destroy()
    for (const stop of this.#stops) stop()
    this.#takeKeys()
    this.#editor?.destroy()
    this.#out.destroy()
    this.#people.destroy()
    this.#surface.destroy()
  }

  get #ui(): UiState {
    return this.#workspace.ui.getState()
  }

  #watch(): void {
    const { board, ui } = this.#workspace
    const resized = new ResizeObserver(() => {
      const { clientWidth, clientHeight } = this.container
      const size: Size = [Math.max(1, clientWidth), Math.max(1, clientHeight)]
      // It tells the first size too, which would have all painted twice.
      if (String(size) === String(this.#ui.viewport)) return
      this.#surface.resize(size)
      ui.setState({ viewport: size })
      // A resized canvas is empty, and would be seen so until the next frame.
      cancelAnimationFrame(this.#frame)
      this.#flush(performance.now())
    })
    resized.observe(this.container)
    const onFonts = (): void => {
      this.#ground.takeFont()
      this.#wake()
    }
    document.fonts.addEventListener('loadingdone', onFonts)
    this.#stops.push(
      () => resized.disconnect(),
      () => document.fonts.removeEventListener('loadingdone', onFonts),
      announce(this.container, this.#workspace),
      watchWheel(this.container, ui),
      board.subscribe((change) => {
        this.#world.take(change)
        letGoOfGone(this.#workspace)
        this.#people.settle(change.ids)
        this.#focus.touch()
        this.#wake()
      }),
      board.comments.subscribe(() => this.#wake()),
      this.#workspace.pictures?.subscribe(() => {
        this.#ground.invalidate()
        this.#wake()
      }) ?? (() => undefined),
      ui.subscribe((state, before) => this.#onUi(state, before)),
    )
  }

  #onUi(state: UiState, before: UiState): void {
    if (state.camera !== before.camera) this.#movedAt = performance.now()
    if (state.theme !== before.theme || state.viewport !== before.viewport) {
      this.#ground.invalidate()
    }
    this.#focus.take(state, before)
    this.#wake()
  }

  #wake(): void {
    this.#frame ||= requestAnimationFrame((now) => this.#flush(now))
  }

  /** The one place where the picture changes: everything that happened since the last frame, once. */
  #flush(now: number): void {
    this.#frame = 0
    const ms = Math.min(100, now - this.#last)
    this.#last = now
    const flying = this.#flight.step(now)
    const jump = matchMedia('(prefers-reduced-motion: reduce)').matches
    const others = this.#people.step(now, ms, jump)
    const { camera, viewport, preview, editing } = this.#ui
    const moving = flying || performance.now() - this.#movedAt < REST_MS

    const changed = this.#world.settle()
    if (changed !== 'all') this.#hot.take(new Set(changed.keys()), now)
    const restless = this.#hot.ids(now)
    const boxes = this.#people.boxes()
    for (const [id, box] of preview ?? []) boxes.set(id, box)
    const before = this.#live.lifted
    const moved = this.#live.update(boxes, editing, restless)
    this.#isolate()
    patchGround(this.#ground, this.#world, this.#live, { changed, moved, before })
    const { ratio } = this.#surface
    const usual = moving || preview ? BUSY_BUDGET : IDLE_BUDGET
    const budget = this.#ground.isBlank ? FIRST_BUDGET : usual
    const unfinished = this.#ground.work(camera, viewport, ratio, moving, budget)
    this.#draw(camera, viewport, moving)
    const named = this.#editor?.place(performance.now()) ?? false
    if (unfinished || named || flying || others || moving || restless.size > 0) this.#wake()
  }

  /** Draws the picture when any part of it looks different: left alone it costs neither painting nor compositing. */
  #draw(camera: Camera, viewport: Size, moving: boolean): void {
    const shown = this.#shown
    const moved = camera !== shown.camera || viewport !== shown.viewport || moving !== shown.moving
    const live = this.#live.lifted.size > 0
    this.#overlay = this.#cover && this.#overlayNow()
    const covered = this.#overlay !== undefined
    const touched = this.#ground.takeTouched() || moved
    const mayDiffer = touched || live || shown.live || covered || shown.covered
    this.#shown = { camera, viewport, live, covered, moving }
    if (mayDiffer) this.#surface.draw()
  }

  /** What lies over the map now; undefined for nothing. */
  #overlayNow(): OverlayState | undefined {
    if (!this.#equipment) return undefined
    const { isBlank, overlayState } = this.#equipment
    const { ends } = this.#focus.isolation
    const state = overlayState(this.#workspace, this.#live, this.#people.all(), ends)
    return isBlank(state) ? undefined : state
  }

  #isolate(): void {
    const changed = this.#focus.settle()
    if (changed === undefined) return
    const lens = this.#world.lens.aim(this.#ui.lens)
    if (lens.lanes) this.#world.drawings.clear()
    if (changed || lens.changed) this.#ground.invalidate()
    for (const box of lens.boxes) this.#ground.patch(box)
  }

  #paint(context: CanvasRenderingContext2D): void {
    const { camera, viewport, theme } = this.#ui
    const { ratio } = this.#surface
    const colours = coloursOf(theme)
    const { pictures } = this.#workspace
    context.save()
    this.#ground.show(context, camera, viewport, ratio, this.#shown.moving)
    const view = { context, camera, viewport, ratio, colours, pictures }
    paintLifted(view, this.#world, this.#live)
    // Neither dashes nor the way that words stand go on into what lies over the map.
    context.restore()
    if (!this.#overlay) return
    context.setTransform(ratio, 0, 0, ratio, 0, 0)
    this.#cover?.paint({ state: this.#overlay, camera, viewport, colours })
  }
}

/**
 * Shows the board of `workspace` in `container` (which it fills and makes focusable) until `destroy`.
 * `mountTools` (client/actions/mount.ts) adds tools and keys to it.
 */
export function mountScene(container: HTMLElement, workspace: Workspace): Scene {
  return new MapScene(container, workspace)
}
