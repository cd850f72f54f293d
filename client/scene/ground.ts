import type { Drawing } from '../../shared/draw/scene.ts'
import { intersects, union, type Box, type Size } from '../../shared/geometry.ts'
import type { Camera } from '../model/camera.ts'
import type { Pictures } from '../model/pictures.ts'
import { Bitmap } from './bitmap.ts'
import { paintGrid } from './grid.ts'
import { Painter, type Colours } from './painter.ts'

/** What the ground asks about the map. */
export interface GroundSource {
  /** ids of what lies in a world box, from the bottom to the top, without what is lifted off the ground */
  idsIn(box: Box): readonly string[]
  /** what an object looks like, `far` from so far off that its words can't be read */
  drawing(id: string, far: boolean): Drawing | undefined
  /** the longer side of an object in world units; undefined for what is not to be simplified */
  extent(id: string): number | undefined
  opacity(id: string): number
  /** whether an object is singled out, and so shows all that it has */
  whole(id: string): boolean
  colours(): Colours
  pictures?: Pictures | undefined
}

interface Job {
  bitmap: Bitmap
  /** what is painted, from the bottom to the top; absent before it was looked for */
  ids?: readonly string[]
  next: number
  painter: Painter
  /** what changed behind the job's back and must be painted again when it is done */
  missed: Box[]
}

// How much farther off a picture is painted while the camera zooms out.
const AHEAD = 0.7
// Below this size on screen (CSS px) an object is one plain shape.
const TINY = 9
// Below this scale words are less than two pixels high: as bars too they would be but a haze.
const FAR_SCALE = 0.12
// The most objects that are repainted within one frame.
const MOST_PATCHED = 400

/** The boxes with those that overlap made one, so that nothing is painted twice over. */
function merged(boxes: readonly Box[]): Box[] {
  const result: Box[] = []
  for (const box of boxes) {
    let whole = box
    for (let i = 0; i < result.length;) {
      const other = result[i]
      if (other && intersects(other, whole)) {
        whole = union([other, whole]) ?? whole
        result.splice(i, 1)
        i = 0
      } else {
        i++
      }
    }
    result.push(whole)
  }
  return result
}

/**
 * Everything that lies still, painted once into a bitmap over which the camera moves. Changes repaint only their part of it; a new
 * bitmap is painted behind the scenes, a slice in each frame, so that no frame is long however large the board is.
 */
export class Ground {
  readonly #source: GroundSource
  #front: Bitmap | undefined
  #spare: Bitmap | undefined
  #job: Job | undefined
  #stale = true
  #patches: Box[] = []
  #touched = true
  #hasWords = false

  constructor(source: GroundSource) {
    this.#source = source
  }

  /** Whether no picture was finished yet. */
  get isBlank(): boolean {
    return this.#front === undefined
  }

  /** Everything must be painted again. */
  invalidate(): void {
    this.#stale = true
    this.#patches = []
  }

  /** The typeface is here: words must be painted again, if there are any. */
  takeFont(): void {
    if (this.#hasWords || this.#job?.painter.hasWords) this.invalidate()
  }

  /** What lies in this world box must be painted again. */
  patch(box: Box): void {
    if (!this.#stale) this.#patches.push(box)
  }

  /** Paints what is due, for about `budget` ms at most; returns whether something is left to do. */
  work(camera: Camera, viewport: Size, ratio: number, moving: boolean, budget: number): boolean {
    const until = performance.now() + budget
    this.#applyPatches()
    // A picture that was begun is finished first: were it begun anew at each change, a busy board would never see one.
    if (!this.#job && (this.#stale || this.#isOutgrown(camera, viewport, moving))) {
      this.#stale = false
      // Who zooms out will go on doing so: painted from farther off, the picture lasts longer.
      const ahead = moving && this.#front !== undefined && camera.scale < this.#front.scale
      const seen = ahead ? { ...camera, scale: camera.scale * AHEAD } : camera
      this.#begin(seen, viewport, ratio)
      // Neither paper for a whole picture nor what lies on it is for nothing: one frame each.
      if (moving && this.#front) return true
    }
    const job = this.#job
    if (!job) return false
    if (!this.#front) this.#touched = true
    const ids = (job.ids ??= this.#source.idsIn(job.bitmap.box))
    while (job.next < ids.length) {
      const id = ids[job.next++]
      if (id !== undefined) this.#paint(job.painter, id, job.bitmap.scale)
      if (job.next % 8 === 0 && performance.now() > until) return true
    }
    this.#spare = this.#front
    this.#front = job.bitmap
    this.#hasWords = job.painter.hasWords
    this.#touched = true
    this.#job = undefined
    this.#patches.push(...job.missed)
    this.#applyPatches()
    return this.#stale || this.#isOutgrown(camera, viewport, moving)
  }

  /** Whether it looks different since this was last asked. */
  takeTouched(): boolean {
    const touched = this.#touched
    this.#touched = false
    return touched
  }

  /** Shows what `camera` sees on `target`, a context in device pixels; `moving` is for frames that another one follows at once. */
  show(
    target: CanvasRenderingContext2D,
    camera: Camera,
    viewport: Size,
    ratio: number,
    moving: boolean,
  ): void {
    const bitmap = this.#front ?? this.#job?.bitmap
    target.setTransform(1, 0, 0, 1, 0, 0)
    if (!bitmap || bitmap.spare(camera, viewport) < 0) {
      target.fillStyle = this.#source.colours().paper
      target.fillRect(0, 0, viewport[0] * ratio, viewport[1] * ratio)
    }
    bitmap?.show(target, camera, viewport, ratio, moving)
  }

  #isOutgrown(camera: Camera, viewport: Size, moving: boolean): boolean {
    const front = this.#front
    if (!front) return true
    const grown = camera.scale / front.scale
    if (!moving) return Math.abs(grown - 1) > 1e-9 || front.spare(camera, viewport) < 0
    return grown > 2 || grown < 0.6 || front.spare(camera, viewport) < 0.35
  }

  #begin(camera: Camera, viewport: Size, ratio: number): void {
    const bitmap = this.#spare ?? new Bitmap()
    this.#spare = undefined
    bitmap.aim(camera, viewport, ratio)
    this.#paper(bitmap, bitmap.box)
    this.#job = {
      bitmap,
      next: 0,
      painter: new Painter(
        bitmap.context,
        this.#source.colours(),
        bitmap.scale,
        this.#source.pictures,
      ),
      missed: [],
    }
  }

  #applyPatches(): void {
    const boxes = this.#patches
    if (boxes.length === 0) return
    this.#patches = []
    const front = this.#front
    const job = this.#job
    if (job) job.missed.push(...boxes.filter((box) => intersects(box, job.bitmap.box)))
    if (!front) return
    const seen = boxes.filter((box) => intersects(box, front.box))
    const all = merged(seen)
    let count = 0
    for (const box of all) count += this.#source.idsIn(box).length
    // Too much for one frame: all of it is painted anew behind the scenes instead.
    if (count > MOST_PATCHED) this.#stale = true
    else for (const box of all) this.#repaint(front, box)
  }

  #repaint(bitmap: Bitmap, box: Box): void {
    bitmap.toWorld()
    const clipped = bitmap.clip(box)
    if (!clipped) return
    this.#touched = true
    this.#paper(bitmap, clipped)
    const painter = new Painter(
      bitmap.context,
      this.#source.colours(),
      bitmap.scale,
      this.#source.pictures,
    )
    for (const id of this.#source.idsIn(clipped)) this.#paint(painter, id, bitmap.scale)
    this.#hasWords ||= painter.hasWords
    bitmap.unclip()
  }

  #paper({ context, scale }: Bitmap, box: Box): void {
    const colours = this.#source.colours()
    context.fillStyle = colours.paper
    context.fillRect(box.x, box.y, box.width, box.height)
    paintGrid(context, box, scale, colours.grid)
  }

  #paint(painter: Painter, id: string, scale: number): void {
    const whole = this.#source.whole(id)
    const drawing = this.#source.drawing(id, scale < FAR_SCALE && !whole)
    if (!drawing) return
    const extent = this.#source.extent(id)
    if (extent !== undefined && extent * scale < TINY) {
      painter.paintTiny(drawing.items, drawing.at, drawing.turn)
    } else {
      const { items, at, turn } = drawing
      painter.paint(items, at, this.#source.opacity(id), whole, turn)
    }
  }
}
