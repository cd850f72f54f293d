import { addObjects } from '../../shared/board/commands.ts'
import { encodeStroke, thinned, type StrokePoint } from '../../shared/draw/stroke.ts'
import { centreOf } from '../../shared/geometry.ts'
import { readFields } from '../../shared/objects/fields.ts'
import { drawing, inkWidth } from '../../shared/objects/drawing.ts'
import type { ObjectDefinition } from '../../shared/objects/define.ts'
import type { Sketch } from '../model/sketch.ts'
import { USER, type Workspace } from '../model/workspace.ts'
import { panning } from './hand.ts'
import { InkOut } from './ink-out.ts'
import { toolHead } from './tool-head.ts'
import type { PointerInput, Tool, ToolContext, ToolState } from './tool.ts'

// On screen (CSS px): what a stroke may be off when it is thinned out, and the least step of the pointer.
const TOLERANCE_PX = 0.2
const STEP_PX = 1

const pointOf = ({ world, pressure }: PointerInput): StrokePoint => [
  world[0],
  world[1],
  pressure ?? 0.5,
]

/** The ink that is chosen beside the tool. */
function inkOf({ ui }: Workspace): Pick<Extract<Sketch, { kind: 'stroke' }>, 'fill' | 'ink'> {
  const values = readFields(drawing.fields, ui.getState().presets[drawing.type] ?? {})
  const { colour, thickness, marker } = values as {
    colour: 'ink' | 'danger'
    thickness: 'thin' | 'medium' | 'thick'
    marker: boolean
  }
  return { fill: colour, ink: { width: inkWidth(thickness, marker), marker } }
}

function put({ workspace, scene }: ToolContext, points: readonly StrokePoint[]): void {
  const { doc, ui, undo } = workspace
  if (!workspace.canEdit()) return
  const { camera, presets } = ui.getState()
  const { box, points: coded } = encodeStroke(thinned(points, TOLERANCE_PX / camera.scale))
  const frame = scene.containersAt(centreOf(box))[0]
  // Hundredths of a unit: a stroke must not move when it is let go.
  const fine = (n: number): number => Math.round(n * 100) / 100
  undo.cut()
  addObjects(
    doc,
    [
      {
        type: drawing.type,
        at: [fine(box.x), fine(box.y)],
        size: [fine(box.width), fine(box.height)],
        ...(frame !== undefined && { frame }),
        fields: { ...presets[drawing.type], points: coded },
      },
    ],
    USER,
  )
  undo.cut()
}

/** The tool that draws freehand; it stays in hand stroke after stroke. */
export function penTool(definition: ObjectDefinition): Tool {
  const stroke = (workspace: Workspace, start: PointerInput): ToolState => {
    const points: StrokePoint[] = [pointOf(start)]
    const out = new InkOut(workspace)
    const show = (): void => {
      const { fill, ink } = inkOf(workspace)
      workspace.ui.setState({ sketch: { kind: 'stroke', points: [...points], fill, ink } })
      out.show(points, fill, ink)
    }
    return {
      name: 'drawing',
      drags: true,
      move(_context, input) {
        const { scale } = workspace.ui.getState().camera
        for (const [x, y, pressure] of input.trail ?? [pointOf(input)]) {
          const last = points.at(-1)
          if (last && Math.hypot(x - last[0], y - last[1]) * scale < STEP_PX) continue
          points.push([x, y, pressure])
        }
        show()
        return undefined
      },
      up(context) {
        workspace.ui.setState({ sketch: null })
        put(context, points)
        out.end()
        return idle
      },
      cancel() {
        workspace.ui.setState({ sketch: null })
        out.end()
      },
    }
  }
  const idle: ToolState = {
    name: 'idle',
    down({ workspace }, input) {
      if (input.resting) return panning(input, idle)
      workspace.ui.setState({ selection: new Set(), hover: null })
      return stroke(workspace, input)
    },
  }
  return {
    ...toolHead(definition),
    label: 'Pen',
    start: idle,
  }
}
