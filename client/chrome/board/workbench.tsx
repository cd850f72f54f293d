import { useEffect } from 'react'
import { mountTools } from '../../actions/mount.ts'
import type { Scene } from '../../scene/scene.ts'
import { CanvasParts } from '../canvas/canvas-parts.tsx'
import { LensMenu } from '../lenses/lens-menu.tsx'
import { useWorkspace } from './context.ts'
import { FirstUse } from './first-use.tsx'
import { ToolRail } from './tool-rail.tsx'
import { useCover } from './use-cover.ts'
import { Zoom } from './zoom.tsx'

/** What works the map, as opposed to what shows it: tools, keys and what floats over it; `alone` without a panel beside it. */
export function Workbench({ scene, alone }: { scene: Scene; alone: boolean }) {
  const workspace = useWorkspace()
  useEffect(() => mountTools(scene, workspace), [scene, workspace])
  useCover(scene)
  return (
    <>
      <ToolRail />
      <LensMenu />
      <Zoom minimap={alone} />
      <FirstUse />
      <CanvasParts scene={scene} />
    </>
  )
}
