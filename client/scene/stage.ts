import { Konva } from 'konva/lib/Core'
import { Layer } from 'konva/lib/Layer'
import { Shape } from 'konva/lib/Shape'
import { Stage } from 'konva/lib/Stage'
import { union, type Box, type Point, type Size } from '../../shared/geometry.ts'
import { layerOf } from '../../shared/draw/scene.ts'
import { visibleBox } from '../model/camera.ts'
import { isLink } from '../model/kinds.ts'
import type { UiState } from '../model/ui.ts'
import type { Workspace } from '../model/workspace.ts'
import { announce } from './announcer.ts'
import { coloursOf } from './colours.ts'
import { Flight } from './flight.ts'
import { Ground } from './ground.ts'
import { handleAt, handlesOf, type Handle } from './handles.ts'
import { containersAt, hitAt, idsInside } from './hit.ts'
import { Hot } from './hot.ts'
import { isolationOf, opacityUnder, type Isolation } from './isolation.ts'
import { Live } from './live.ts'
import { Overlay } from './overlay.ts'
import { Painter } from './painter.ts'
import { People } from './people.ts'
import { PresenceOut } from './presence-out.ts'
import type { Scene } from './scene.ts'
import { TextEditor } from './text-editor.ts'
import { watchWheel } from './wheel.ts'
import { World } from './world.ts'

// The camera rests when it has stood still this long; then the picture is painted crisply.
const REST_MS = 120
// A pointer that only passes over an object doesn't change the picture.
const HOVER_MS = 140
// How long a frame may spend on painting ahead while things move, and when nothing does (ms).
const BUSY_BUDGET = 5
const IDLE_BUDGET = 11

// With more than this off the ground, ties may cross over what they pass beneath until they are released.
const MOST_COVERED = 60

type Paint = (context: CanvasRenderingContext2D) => void

/** A Konva layer whose one shape paints in CSS px on the native context. */
function layerWith(stage: Stage, paint: Paint): Layer {
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
  stage.add(layer)
  layer.add(shape)
  return layer
}

/** What was removed, by whomever, is neither selected nor hovered any more. */
function letGoOfGone({ board, ui }: Workspace): void {
  const { selection, hover } = ui.getState()
  const kept = [...selection].filter((id) => board.object(id))
  if (kept.length < selection.size) ui.setState({ selection: new Set(kept) })
  if (hover !== null && !board.object(hover)) ui.setState({ hover: null })
}

class MapScene implements Scene {
  readonly container: HTMLElement
  readonly #workspace: Workspace
  readonly #world: World
  readonly #live: Live
  readonly #ground: Ground
  readonly #people: People
  readonly #out: PresenceOut
  readonly #editor: TextEditor
  readonly #flight: Flight
  readonly #hot = new Hot()
  readonly #stage: Stage
  readonly #layers: Record<'ground' | 'live' | 'overlay', Layer>
  readonly #stops: (() => void)[] = []
  #frame = 0
  #last = performance.now()
  #movedAt = 0
  #hover: string | null = null
  #hoverTimer: ReturnType<typeof setTimeout> | undefined
  #isolation: Isolation = { bright: undefined, ends: [] }
  #lookChanged = true

  constructor(container: HTMLElement, workspace: Workspace) {
    const { board, ui } = workspace
    this.container = container
    this.#workspace = workspace
    if (getComputedStyle(container).position === 'static') container.style.position = 'relative'
    container.style.overflow = 'hidden'
    container.style.touchAction = 'none'
    const host = document.createElement('div')
    // Konva is not to look for what the pointer is over: the spatial index knows.
    Object.assign(host.style, { position: 'absolute', inset: '0', pointerEvents: 'none' })
    host.setAttribute('aria-hidden', 'true')
    container.prepend(host)

    this.#world = new World(board)
    this.#live = new Live(board, this.#world.drawings)
    this.#ground = new Ground({
      idsIn: (box) =>
        this.#world.stacking.sort(
          this.#world.spatial.search(box).filter((id) => !this.#live.lifted.has(id)),
        ),
      drawing: (id) => this.#world.drawings.get(id),
      extent: (id) => {
        const object = board.object(id)
        return object && !isLink(object) ? Math.max(object.size[0], object.size[1]) : undefined
      },
      opacity: (id) => opacityUnder(this.#isolation, board, id),
      colours: () => coloursOf(ui.getState().theme),
    })
    const width = Math.max(1, container.clientWidth)
    const height = Math.max(1, container.clientHeight)
    ui.setState({ viewport: [width, height] })
    this.#stage = new Stage({ container: host, width, height, listening: false })
    this.#layers = {
      ground: layerWith(this.#stage, (context) => this.#paintGround(context)),
      live: layerWith(this.#stage, (context) => this.#paintLive(context)),
      overlay: layerWith(this.#stage, (context) => this.#paintOverlay(context)),
    }
    this.#people = new People(workspace, () => this.#wake())
    this.#out = new PresenceOut(workspace)
    this.#editor = new TextEditor(container, workspace, this.#live)
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

  containersAt(point: Point): string[] {
    return containersAt(this.#world, point)
  }

  handleAt(screen: Point): Handle | undefined {
    return handleAt(this.#handles(), screen, this.#ui.camera, this.#ui.viewport)
  }

  pointAt(world: Point | null): void {
    this.#out.pointAt(world)
  }

  cursor(css: string): void {
    if (this.container.style.cursor !== css) this.container.style.cursor = css
  }

  onDestroy(listener: () => void): void {
    this.#stops.unshift(listener)
  }

  destroy(): void {
    cancelAnimationFrame(this.#frame)
    clearTimeout(this.#hoverTimer)
    for (const stop of this.#stops) stop()
    this.#editor.destroy()
    this.#out.destroy()
    this.#people.destroy()
    const host = this.#stage.container()
    this.#stage.destroy()
    host.remove()
  }

  get #ui(): UiState {
    return this.#workspace.ui.getState()
  }

  #watch(): void {
    const { board, ui } = this.#workspace
    const resized = new ResizeObserver(() => {
      const { clientWidth, clientHeight } = this.container
      const size: Size = [Math.max(1, clientWidth), Math.max(1, clientHeight)]
      this.#stage.size({ width: size[0], height: size[1] })
      ui.setState({ viewport: size })
    })
    resized.observe(this.container)
    const onFonts = (): void => {
      this.#ground.invalidate()
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
        this.#lookChanged = true
        this.#wake()
      }),
      ui.subscribe((state, before) => this.#onUi(state, before)),
    )
  }

  #onUi(state: UiState, before: UiState): void {
    if (state.camera !== before.camera) this.#movedAt = performance.now()
    if (state.theme !== before.theme || state.viewport !== before.viewport) {
      this.#ground.invalidate()
    }
    if (state.hover !== before.hover) {
      clearTimeout(this.#hoverTimer)
      this.#hoverTimer = setTimeout(() => {
        this.#hover = this.#ui.hover
        this.#lookChanged = true
        this.#wake()
      }, HOVER_MS)
    }
    if (
      state.selection !== before.selection ||
      state.preview !== before.preview ||
      state.sketch !== before.sketch
    ) {
      this.#lookChanged = true
    }
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
    this.#mark(changed, moved, before)
    const ratio = this.#ratio
    const budget = moving || preview ? BUSY_BUDGET : IDLE_BUDGET
    const unfinished = this.#ground.work(camera, viewport, ratio, moving, budget)
    this.#layers.ground.drawScene()
    this.#layers.live.drawScene()
    this.#layers.overlay.drawScene()
    this.#editor.place()
    if (unfinished || flying || others || moving || restless.size > 0) this.#wake()
  }

  /** Has the ground repainted where it looks different: what changed on it, and what came off it or went back. */
  #mark(
    changed: ReturnType<World['settle']>,
    moved: readonly string[],
    before: ReadonlySet<string>,
  ): void {
    if (changed === 'all') {
      this.#ground.invalidate()
      return
    }
    for (const [id, boxes] of changed) {
      const off = before.has(id) && this.#live.lifted.has(id)
      if (!off) for (const box of boxes) this.#ground.patch(box)
    }
    for (const id of moved) {
      const box = this.#world.spatial.box(id)
      if (box && changed.get(id) === undefined) this.#ground.patch(box)
    }
  }

  get #ratio(): number {
    return this.#layers.ground.getCanvas().getPixelRatio()
  }

  #isolate(): void {
    if (!this.#lookChanged) return
    this.#lookChanged = false
    const next = isolationOf(this.#world.board, this.#hover, this.#ui)
    const key = ({ bright }: Isolation): string => (bright ? [...bright].sort().join() : '*')
    const changed = key(next) !== key(this.#isolation)
    this.#isolation = next
    if (changed) this.#ground.invalidate()
  }

  #paintGround(context: CanvasRenderingContext2D): void {
    const { camera, viewport } = this.#ui
    this.#ground.show(context, camera, viewport, this.#ratio)
  }

  #paintLive(context: CanvasRenderingContext2D): void {
    const { lifted } = this.#live
    if (lifted.size === 0) return
    const { camera, viewport, theme } = this.#ui
    const seen = visibleBox(camera, viewport)
    const k = camera.scale * this.#ratio
    context.setTransform(k, 0, 0, k, -seen.x * k, -seen.y * k)
    const painter = new Painter(context, coloursOf(theme), camera.scale)
    const ids = new Set(lifted)
    for (const id of lifted) for (const over of this.#above(id)) ids.add(over)
    this.#live.paint(painter, this.#world.stacking.sort(ids))
  }

  /** What lies still above a lifted tie: painted with it, or the tie would cross over what it passes beneath. */
  #above(id: string): string[] {
    const { board, spatial } = this.#world
    const object = board.object(id)
    const box = object && isLink(object) ? this.#live.box(id) : undefined
    if (!object || !box || this.#live.lifted.size > MOST_COVERED) return []
    return spatial.search(box).filter((over) => {
      const other = board.object(over)
      return other !== undefined && layerOf(other) > layerOf(object)
    })
  }

  #paintOverlay(context: CanvasRenderingContext2D): void {
    const { camera, viewport, theme, selection, hover, sketch, preview, editing } = this.#ui
    const box = (id: string): Box | undefined => this.#live.box(id)
    const boxesOf = (ids: Iterable<string>): Box[] =>
      [...ids].map(box).filter((found) => found !== undefined)
    const links = (id: string): boolean => {
      const object = this.#world.board.object(id)
      return object !== undefined && isLink(object)
    }
    const selected = boxesOf([...selection].filter((id) => !links(id)))
    const overlay = new Overlay(context, camera, viewport, coloursOf(theme))
    overlay.paint({
      selected: selected.length <= 200 ? selected : [],
      around: selected.length > 1 ? union(selected) : undefined,
      hovered: hover !== null && !selection.has(hover) && !links(hover) ? box(hover) : undefined,
      ends: boxesOf(this.#isolation.ends),
      handles: preview || sketch || editing ? [] : this.#handles(),
      sketch,
      people: [...this.#people.all()].map((person) => ({
        person,
        boxes: boxesOf(person.selection.filter((id) => !links(id)).slice(0, 40)),
      })),
      box,
    })
  }

  #handles(): { handle: Handle; at: Point }[] {
    if (!this.#workspace.canEdit()) return []
    const { selection, hover, camera, tool } = this.#ui
    if (tool !== 'select') return []
    return handlesOf(this.#world.board, selection, hover, camera.scale)
  }
}

/**
 * Shows the board of `workspace` in `container` (which it fills and makes focusable) until `destroy`.
 * The chrome calls `mountCanvas` (client/actions/mount.ts), which adds tools and keys to it.
 */
export function mountScene(container: HTMLElement, workspace: Workspace): Scene {
  Konva.autoDrawEnabled = false
  return new MapScene(container, workspace)
}
