import { useEffect } from 'react'
import type { Scene } from '../../scene/scene.ts'
import { sayMissing } from '../ui/say-missing.ts'
import { whenIdle } from '../ui/when-idle.ts'

/** How long after the tools are there its code may be fetched, ms: nothing is selected at first. */
const FETCH_BY_MS = 300
/** Without it nobody sees what they have selected: it is asked for again so long after it couldn't be had, ms. */
const AGAIN_MS = 5_000

/** Has what lies over the map come once the map can be worked on: Konva is a third of all the code that shows it. */
export function useCover(scene: Scene): void {
  useEffect(() => {
    let left = false
    let stop = whenIdle(() => void cover(), 0, FETCH_BY_MS)
    async function cover(): Promise<void> {
      try {
        const { Cover } = await import('../../scene/cover.ts')
        if (!left) scene.cover(Cover)
      } catch {
        if (left) return
        stop = whenIdle(() => void cover(), AGAIN_MS, AGAIN_MS)
        await sayMissing()
      }
    }
    return () => {
      left = true
      stop()
    }
  }, [scene])
}
