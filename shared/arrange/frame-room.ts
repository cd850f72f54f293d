import type { Box } from '../geometry.ts'

/** What a frame keeps free at its border, in world units. */
export const FRAME_EDGE = 24
/** What a frame keeps free at its top for its title and a prompt of a few lines, in world units. */
export const FRAME_HEAD = 144

/** Where things lie in a frame whose box this is: within its border, below its title and prompt; no smaller than nothing. */
export const roomIn = ({ x, y, width, height }: Box, head = FRAME_HEAD): Box => ({
  x: x + FRAME_EDGE,
  y: y + head,
  width: Math.max(0, width - 2 * FRAME_EDGE),
  height: Math.max(0, height - head - FRAME_EDGE),
})
