import { useEffect, useRef } from 'react'
import { grow, type Size } from '../../../shared/geometry.ts'
import { boxAround } from '../../actions/camera.ts'
import {
  fitBox,
  makeRoom,
  wayBack,
  type Departure,
  type Insets as Sides,
} from '../../model/camera.ts'
import { endsOf, isLink } from '../../model/kinds.ts'
import { useUi, useWorkspace } from './context.ts'

/** CSS px that the handles stand out around what is selected. */
const HANDLES = 24

/** CSS px that must stay free between what is selected and a panel. */
const AIR = 16

/** CSS px that the zoom panel takes at the bottom. */
const ZOOM = 40

/** CSS px that the session's strip takes at the top. */
const STRIP = 64

const PHONE = '(max-width: 600px)'

/** `sides` with room for a legend that reaches so far from the left and the bottom: on the side where that takes the smaller part of the map. */
const besideLegend = (sides: Sides, [left, bottom]: Size): Sides =>
  left / innerWidth < bottom / innerHeight ? { ...sides, left } : { ...sides, bottom }

/** What the panels cover, in CSS px: the rail at the left, the inspector at the right, the session's strip at the top, the zoom panel at the bottom (a phone has both panels at the bottom); and a lens' legend. */
function sidesFor(panel: number, legend: Size | null): Sides {
  const phone = matchMedia(PHONE).matches
  if (phone && panel > 0)
    return { top: STRIP, right: 0, bottom: Math.round(innerHeight * 0.46), left: 0 }
  const sides = phone
    ? { top: STRIP, right: 0, bottom: 64, left: 0 }
    : { top: STRIP, right: panel > 0 ? panel + 24 : 0, bottom: ZOOM, left: 72 }
  return legend ? besideLegend(sides, legend) : sides
}

/** Tells the camera what the panels cover (`panel`: the inspector's width, 0 when closed), and has it make room for `ids`, which are selected; from a zoom that this took it goes back when the panel closes. */
export function Insets({ panel, ids }: { panel: number; ids: readonly string[] }) {
  const workspace = useWorkspace()
  const { ui, board } = workspace
  const left = useRef<Departure | null>(null)
  const legend = useUi((state) => state.legend)
  // What is being marked changes with each step: room is made for all of it once, when it is let go.
  const marks = useUi(({ sketch }) => sketch?.kind === 'marquee' || sketch?.kind === 'lasso')
  useEffect(() => {
    const tell = (): void => ui.setState({ insets: sidesFor(panel, legend) })
    tell()
    addEventListener('resize', tell)
    return () => removeEventListener('resize', tell)
  }, [ui, panel, legend])
  useEffect(() => {
    const { camera: now, goal: flying, viewport } = ui.getState()
    const camera = flying ?? now
    if (panel === 0) {
      const back = wayBack(left.current, camera)
      left.current = null
      if (back) ui.setState({ goal: back })
      return
    }
    // A tie is read with the two that it joins.
    const ends = ids.flatMap((id) => {
      const object = board.object(id)
      return object && isLink(object) ? endsOf(object) : []
    })
    const around = boxAround(workspace, [...ids, ...ends])
    if (!around || marks) return
    const sides = sidesFor(panel, ui.getState().legend)
    const box = grow(around, HANDLES / camera.scale)
    const tight =
      box.width * camera.scale > viewport[0] - sides.left - sides.right - 2 * AIR ||
      box.height * camera.scale > viewport[1] - sides.top - sides.bottom - 2 * AIR
    const zooms = tight && ends.length > 0
    const goal = zooms
      ? fitBox(around, viewport, sides, camera.scale)
      : makeRoom(camera, box, viewport, sides)
    if (!goal) return
    if (zooms) left.current = { from: wayBack(left.current, camera) ?? camera, to: goal }
    ui.setState({ goal })
  }, [ui, board, workspace, ids, panel, marks])
  return null
}
