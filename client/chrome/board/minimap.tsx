import { useEffect, useRef, type PointerEvent } from 'react'
import { contains, grow, union, type Box } from '../../../shared/geometry.ts'
import { colour, type Token } from '../../../shared/look/palette.ts'
import { markOf } from '../../../shared/objects/mark.ts'
import { toWorld, visibleBox } from '../../model/camera.ts'
import { isLink } from '../../model/kinds.ts'
import type { Workspace } from '../../model/workspace.ts'
import { useUi, useWorkspace } from './context.ts'
import styles from './minimap.module.css'

const WIDTH = 160
const HEIGHT = 104

interface View {
  /** CSS px of the small map for a world unit */
  scale: number
  left: number
  top: number
}

const boxOf = ({
  at,
  size,
}: {
  at: readonly [number, number]
  size: readonly [number, number]
}): Box => ({
  x: at[0],
  y: at[1],
  width: size[0],
  height: size[1],
})

const places = ({ board }: Workspace) => [...board.objects()].filter((object) => !isLink(object))

function viewOf(workspace: Workspace): View | undefined {
  const content = union(places(workspace).map(boxOf))
  if (!content) return undefined
  const around = grow(content, Math.max(content.width, content.height) * 0.06)
  const scale = Math.min(WIDTH / around.width, HEIGHT / around.height)
  return {
    scale,
    left: around.x - (WIDTH / scale - around.width) / 2,
    top: around.y - (HEIGHT / scale - around.height) / 2,
  }
}

function paint(canvas: HTMLCanvasElement, workspace: Workspace): void {
  const context = canvas.getContext('2d')
  const view = viewOf(workspace)
  const { camera, viewport, theme } = workspace.ui.getState()
  canvas.hidden = true
  if (!context || !view) return
  const seen = visibleBox(camera, viewport)
  const all = union(places(workspace).map(boxOf))
  canvas.hidden = all === undefined || contains(seen, all)
  const ratio = devicePixelRatio
  canvas.width = WIDTH * ratio
  canvas.height = HEIGHT * ratio
  context.setTransform(
    ratio * view.scale,
    0,
    0,
    ratio * view.scale,
    -view.left * view.scale * ratio,
    -view.top * view.scale * ratio,
  )
  const least = 2 / view.scale
  for (const object of places(workspace)) {
    const { x, y, width, height } = boxOf(object)
    const token: Token = object.type === 'organisation' ? markOf(object).token : 'trustNone'
    context.globalAlpha = object.type === 'frame' ? 0.25 : 1
    context.fillStyle = colour(token, theme)
    context.fillRect(x, y, Math.max(width, least), Math.max(height, least))
  }
  context.globalAlpha = 1
  context.lineWidth = 1.5 / view.scale
  context.strokeStyle = colour('accent', theme)
  context.strokeRect(seen.x, seen.y, seen.width, seen.height)
}

/** The whole map small, with what is on screen marked; pressing it goes there. Hidden while everything is in view. */
export function Minimap() {
  const workspace = useWorkspace()
  const theme = useUi((state) => state.theme)
  const ref = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    let frame = 0
    const ask = (): void => {
      frame ||= requestAnimationFrame(() => {
        frame = 0
        if (ref.current) paint(ref.current, workspace)
      })
    }
    const stopBoard = workspace.board.subscribe(ask)
    const stopUi = workspace.ui.subscribe((now, before) => {
      if (now.camera !== before.camera || now.viewport !== before.viewport) ask()
    })
    ask()
    return () => {
      cancelAnimationFrame(frame)
      stopBoard()
      stopUi()
    }
  }, [workspace, theme])

  const goTo = (event: PointerEvent<HTMLCanvasElement>): void => {
    const view = viewOf(workspace)
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
