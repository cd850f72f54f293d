import { keepOrder } from '../../shared/board/keep-order.ts'
import type { RenderTask } from './exporter.ts'
import { renderExport } from './render.ts'

keepOrder()

/** The worker's task: see `renderExport`. */
export async function render({ job, port }: RenderTask): ReturnType<typeof renderExport> {
  try {
    return await renderExport(job, (progress) => port.postMessage(progress))
  } finally {
    port.close()
  }
}
