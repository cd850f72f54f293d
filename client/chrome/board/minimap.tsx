import { useEffect, useRef, type PointerEvent } from 'react'
import { contains, grow, union, type Box } from '../../../shared/geometry.ts'
import { colour, type Token } from '../../../shared/look/palette.ts'
import { markOf } from '../../../shared/objects/mark.ts'
import { placeOf } from '../../../shared/objects/turn.ts'
import { toWorld, visibleBox } from '../../model/camera.ts'
import { isLink } from '../../model/kinds.ts'
import type { Workspace } from '../../model/workspace.ts'
import { useUi, useWorkspace } from './context.ts'
import styles from './minimap.module.css'

const WIDTH = 160
const HEIGHT = 104
// How long a change of the board waits for others before the small map is painted again, ms.
const PAINT_MS = 300

interface View {
  /** CSS px of the small map for a world unit */
  scale: number
  left: number
  top: number
}

/** The small map without the mark of what is on screen, and the box of what it shows. */
interface Picture {
  canvas: HTMLCanvasElement
  view: View
  all: Box
}

function viewOf(all: Box): View {
  const around = grow(all, Math.max(all.width, all.height) * 0.06)
  const scale = Math.min(WIDTH / around.width, HEIGHT / around.height)
  return {
    scale,
    left: around.x - (WIDTH / scale - around.width) / 2,
    top: around.y - (HEIGHT / scale - around.height) / 2,
  }
}

function toWorldUnits(context: CanvasRenderingContext2D, { scale, left, top }: View): void {
  const k = devicePixelRatio * scale
  context.setTransform(k, 0, 0, k, -left * k, -top * k)
}

/** Paints everything on the board; undefined while there is nothing. */
function pictureOf({ board, ui }: Workspace, canvas: HTMLCanvasElement): Picture | undefined {
  const places = [...board.objects()].filter((object) => !isLink(object))
  const all = union(places.map(placeOf))
  const context = canvas.getContext('2d')
  if (!all || !context) return undefined
  const view = viewOf(all)
  const { theme } = ui.getState()
  canvas.width = WIDTH * devicePixelRatio
  canvas.height = HEIGHT * devicePixelRatio
  toWorldUnits(context, view)
  const least = 2 / view.scale
  for (const object of places) {
    const { x, y, width, height } = placeOf(object)
    const token: Token = object.type === 'organisation' ? markOf(object).token : 'trustNone'
    context.globalAlpha = object.type === 'frame' ? 0.25 : 1
    context.fillStyle = colour(token, theme)
    context.fillRect(x, y, Math.max(width, least), Math.max(height, least))
  }
  return { canvas, view, all }
}

/** Shows the picture with what is on screen marked. */
function show(canvas: HTMLCanvasElement, { ui }: Workspace, picture: Picture | undefined): void {
  const { camera, viewport, theme } = ui.getState()
  const seen = visibleBox(camera, viewport)
  canvas.hidden = picture === undefined || contains(seen, picture.all)
  const context = canvas.getContext('2d')
  if (canvas.hidden || !context || !picture) return
  if (canvas.width !== picture.canvas.width) canvas.width = picture.canvas.width
  if (canvas.height !== picture.canvas.height) canvas.height = picture.canvas.height
  context.setTransform(1, 0, 0, 1, 0, 0)
  context.clearRect(0, 0, canvas.width, canvas.height)
  context.drawImage(picture.canvas, 0, 0)
  toWorldUnits(context, picture.view)
  context.lineWidth = 1.5 / picture.view.scale
  context.strokeStyle = colour('accent', theme)
  context.strokeRect(seen.x, seen.y, seen.width, seen.height)
}

/** The whole map small, with what is on screen marked; pressing it goes there. Hidden while everything is in view. */
export function Minimap() {
  const workspace = useWorkspace()
  const theme = useUi((state) => state.theme)
  const ref = useRef<HTMLCanvasElement>(null)
  const picture = useRef<Picture>(undefined)
  useEffect(() => {
    const canvas = document.createElement('canvas')
    let frame = 0
    let due: ReturnType<typeof setTimeout> | undefined
    const ask = (): void => {
      frame ||= requestAnimationFrame(() => {
        frame = 0
        if (ref.current) show(ref.current, workspace, picture.current)
      })
    }
    const paint = (): void => {
      picture.current = pictureOf(workspace, canvas)
      ask()
    }
    // All of a large board is too much to paint for every edit of a busy one.
    const stopBoard = workspace.board.subscribe(() => {
      due ??= setTimeout(() => {
        due = undefined
        paint()
      }, PAINT_MS)
    })
    const stopUi = workspace.ui.subscribe((now, before) => {
      if (now.camera !== before.camera || now.viewport !== before.viewport) ask()
    })
    paint()
    return () => {
      cancelAnimationFrame(frame)
      clearTimeout(due)
      stopBoard()
      stopUi()
    }
  }, [workspace, theme])

  const goTo = (event: PointerEvent<HTMLCanvasElement>): void => {
    const view = picture.current?.view
    if (!view || event.buttons === 0) return
    const { left, top } = event.currentTarget.getBoundingClientRect()
    const camera = { centre: [view.left, view.top] as const, scale: view.scale }
    const centre = toWorld(camera, [0, 0], [event.clientX - left, event.clientY - top])
    const { scale } = workspace.ui.getState().camera
    workspace.ui.setState({ camera: { centre, scale } })
  }
  return (
    <canvas
      ref={ref}
      hidden
      className={styles.minimap}
      aria-hidden
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        goTo(event)
      }}
      onPointerMove={goTo}
    />
  )
}
