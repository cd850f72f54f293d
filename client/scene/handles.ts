import type { Box, Point } from '../../shared/geometry.ts'
import type { ObjectDefinition } from '../../shared/objects/define.ts'

/** A side or corner to resize by: which edges move, -1 left or top, 1 right or bottom, 0 neither. */
export interface ResizeHandle {
  kind: 'resize'
  x: -1 | 0 | 1
  y: -1 | 0 | 1
}

/** A handle: one to resize the selected object by, or the one that starts a tie from an object. */
export type Handle = ResizeHandle | { kind: 'link'; from: string }

/** Half the side of the square around a handle that takes the pointer, in CSS px. */
export const HANDLE_REACH = 11

/** How far above an object its "+ tie" handle floats, and its radius, in CSS px. */
export const LINK_GAP = 20
export const LINK_RADIUS = 12

/** The resize handles that an object of this kind offers. */
export function resizeHandles(definition: ObjectDefinition | undefined): readonly ResizeHandle[] {
  if (!definition || definition.resize === 'none' || definition.place === 'link') return []
  const handles: ResizeHandle[] = []
  for (const y of [-1, 0, 1] as const) {
    for (const x of [-1, 0, 1] as const) {
      if (x === 0 && y === 0) continue
      if (definition.resize === 'width' && (y !== 0 || x === 0)) continue
      handles.push({ kind: 'resize', x, y })
    }
  }
  return handles
}

/** Where a resize handle sits on a box. */
export const handlePoint = (box: Box, { x, y }: ResizeHandle): Point => [
  box.x + (box.width * (x + 1)) / 2,
  box.y + (box.height * (y + 1)) / 2,
]

/** The CSS cursor of a resize handle. */
export const handleCursor = ({ x, y }: ResizeHandle): string => {
  if (x === 0) return 'ns-resize'
  if (y === 0) return 'ew-resize'
  return x === y ? 'nwse-resize' : 'nesw-resize'
}
