import type { Places } from '../../shared/arrange/box.ts'
import { layOut } from '../../shared/arrange/layouts.ts'

/** Fewer boxes than this are laid out at once: that takes less than starting a worker. */
const FEW = 16

/**
 * `layOut` in a worker, so that the board stays usable meanwhile however many boxes there are; undefined when the worker can't be
 * had, and once `signal` gives it up.
 */
export function placesOf(
  signal: AbortSignal | undefined,
  ...given: Parameters<typeof layOut>
): Promise<Places | undefined> {
  if (given[1].length < FEW) return Promise.resolve(layOut(...given))
  const worker = new Worker(new URL('./lay-out-worker.ts', import.meta.url), { type: 'module' })
  return new Promise<Places | undefined>((resolve) => {
    worker.onmessage = ({ data }: MessageEvent<Places>) => resolve(data)
    worker.onerror = () => resolve(undefined)
    signal?.addEventListener('abort', () => resolve(undefined))
    worker.postMessage(given)
  }).finally(() => worker.terminate())
}
