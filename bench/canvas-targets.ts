import type { Sign } from './canvas-meter.ts'
import { peer } from './canvas-peers.ts'
import { rapport } from './canvas-rapport.ts'
import type { CanvasTarget } from './canvas-target.ts'

const dom = (selector: string): Sign => ({ selector, isCanvas: false, ready: selector })

/** Every canvas that is measured, the first against the others. */
export const canvasTargets: Record<string, CanvasTarget> = {
  rapport,
  excalidraw: peer(
    'Excalidraw 0.18',
    'excalidraw',
    { selector: 'canvas.excalidraw__canvas', isCanvas: true, ready: '.excalidraw .App-menu' },
    { units: 100, linear: true },
  ),
  'react-flow': peer('React Flow 12', 'react-flow', dom('.react-flow__node'), {
    units: 72,
    linear: false,
  }),
  tldraw: peer('tldraw 5.4', 'tldraw', dom('.tl-shape'), { units: 100, linear: false }),
}
