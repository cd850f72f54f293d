import type { NewObject } from '../board/commands.ts'
import type { Box } from '../geometry.ts'
import { frameIn, textAt, type FrameSpec } from './furniture.ts'

const LABEL = 44
const GAP = 24

/** Two axes that are independent of each other, and what each corner means. */
export interface Quadrants {
  up: string
  right: string
  topLeft: FrameSpec
  topRight: FrameSpec
  bottomLeft: FrameSpec
  bottomRight: FrameSpec
}

/** Four frames on two axes that fill `area`. */
export function quadrants(area: Box, frame: string, spec: Quadrants): NewObject[] {
  const width = (area.width - GAP) / 2
  const height = (area.height - LABEL * 2 - GAP) / 2
  const left = area.x
  const right = area.x + width + GAP
  const top = area.y + LABEL
  const bottom = top + height + GAP
  const axis = (x: number, y: number, text: string): NewObject => {
    const { height: _, ...object } = textAt([x, y], width, { text, style: 'heading' }, frame)
    return object
  }
  return [
    axis(left, area.y, spec.up),
    frameIn({ x: left, y: top, width, height }, spec.topLeft, frame),
    frameIn({ x: right, y: top, width, height }, spec.topRight, frame),
    frameIn({ x: left, y: bottom, width, height }, spec.bottomLeft, frame),
    frameIn({ x: right, y: bottom, width, height }, spec.bottomRight, frame),
    axis(right, bottom + height + 10, spec.right),
  ]
}
