import type { Box } from '../../shared/geometry.ts'
import type { Workspace } from '../model/workspace.ts'

const GLIDE_MS = 200

const easeOut = (t: number): number => 1 - (1 - t) ** 3

const between = (a: number, b: number, t: number): number => Math.round(a + (b - a) * t)

/**
 * Shows objects on their way to `boxes` as a drag would, for this person and the others; the document is not touched.
 * Resolves when they are there: at once with reduced motion or where nobody looks, and as soon as a person takes hold of something.
 */
export function glide({ board, ui }: Workspace, boxes: ReadonlyMap<string, Box>): Promise<void> {
  if (document.hidden || matchMedia('(prefers-reduced-motion: reduce)').matches) {
    return Promise.resolve()
  }
  const starts = new Map(
    [...boxes.keys()].flatMap((id) => {
      const object = board.object(id)
      return object ? [[id, object.at] as const] : []
    }),
  )
  let shown: ReadonlyMap<string, Box> | null = null
  return new Promise((resolve) => {
    const start = performance.now()
    const step = (now: number): void => {
      const t = Math.min(1, Math.max(0, (now - start) / GLIDE_MS))
      if (ui.getState().preview !== shown) {
        resolve()
        return
      }
      if (t === 1 || document.hidden) {
        ui.setState({ preview: null })
        resolve()
        return
      }
      shown = new Map(
        [...starts].flatMap(([id, [x, y]]) => {
          const to = boxes.get(id)
          if (!to) return []
          const along = easeOut(t)
          return [[id, { ...to, x: between(x, to.x, along), y: between(y, to.y, along) }] as const]
        }),
      )
      ui.setState({ preview: shown })
      requestAnimationFrame(step)
    }
    requestAnimationFrame(step)
  })
}
