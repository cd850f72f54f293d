import { useEffect } from 'react'
import { grow } from '../../../shared/geometry.ts'
import { boxAround } from '../../actions/camera.ts'
import { makeRoom, type Insets as Sides } from '../../model/camera.ts'
import { useWorkspace } from './context.ts'

/** CSS px that the handles stand out around what is selected. */
const HANDLES = 24

const PHONE = '(max-width: 600px)'

/** What the panels cover, in CSS px: the rail at the left, the inspector at the right (a phone has both at the bottom). */
const sidesFor = (panel: number): Sides =>
  matchMedia(PHONE).matches
    ? { top: 0, right: 0, bottom: panel > 0 ? Math.round(innerHeight * 0.46) : 64, left: 0 }
    : { top: 0, right: panel > 0 ? panel + 24 : 0, bottom: 0, left: 72 }

/** Tells the camera what the panels cover (`panel`: the inspector's width, 0 when closed), and has it make room for what is selected. */
export function Insets({ panel, ids }: { panel: number; ids: readonly string[] }) {
  const workspace = useWorkspace()
  const { ui } = workspace
  useEffect(() => {
    const tell = (): void => ui.setState({ insets: sidesFor(panel) })
    tell()
    addEventListener('resize', tell)
    return () => removeEventListener('resize', tell)
  }, [ui, panel])
  useEffect(() => {
    const around = boxAround(workspace, ids)
    if (!around) return
    const { camera, viewport } = ui.getState()
    const goal = makeRoom(camera, grow(around, HANDLES / camera.scale), viewport, sidesFor(panel))
    if (goal) ui.setState({ goal })
  }, [ui, workspace, ids, panel])
  return null
}
