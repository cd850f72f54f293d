import type { MessagePort } from 'node:worker_threads'
import { keepOrder } from '../../shared/board/keep-order.ts'
import type { ExportJob } from './exporter.ts'
import { renderExport } from './render.ts'

keepOrder()

/** A job, and where its steps are told. */
export interface RenderTask {
  job: ExportJob
  port: MessagePort
}

/** The worker's task: see `renderExport`. */
export async function render({ job, port }: RenderTask): ReturnType<typeof renderExport> {
  try {
    return await renderExport(job, (progress) => port.postMessage(progress))
  } finally {
    port.close()
  }
}
