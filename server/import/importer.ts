import type { ImportPreview } from '../../shared/exchange/mapping.ts'
import type { PlainImage } from '../../shared/images/read-image.ts'
import type { Result } from '../../shared/result.ts'
import { createThreadPool } from '../thread-pool.ts'
import type { ImportFile, ImportIssue, ImportSummary } from './import.ts'

/** A file, and the board that it is to be put on. */
export interface ImportJob {
  file: ImportFile
  /** the board's document as updates to be applied in order */
  parts: readonly Uint8Array[]
  /** the client id to write under */
  client: number
}

/** What putting a file on a board comes to. */
export interface Imported {
  summary: ImportSummary
  /** undefined when the board has all of it already */
  update: Uint8Array | undefined
  /** images to be kept before the update is accepted, by their ids */
  images: ReadonlyMap<string, PlainImage>
}

/** Reads files in a worker thread, so that the relay's event loop never waits for one. */
export interface Importer {
  /** As many jobs wait as may: none is taken now. */
  readonly isBusy: boolean
  import(job: ImportJob): Promise<Result<Imported, readonly ImportIssue[]>>
  /** What the file holds, before anything is on the board. */
  preview(file: ImportFile): Promise<Result<ImportPreview, readonly ImportIssue[]>>
  /** Ends the thread; jobs under way are rejected. */
  close(): Promise<void>
}

/** Files that may wait for their turn. */
const WAITING = 16

/** Starts the importer; its thread starts with the first file and ends when there has been none for a while. */
export function createImporter(): Importer {
  const url = new URL('./worker.ts', import.meta.url)
  const pool = createThreadPool(url, { name: 'work', threads: 1, waiting: WAITING })
  return {
    get isBusy() {
      return pool.queueSize >= WAITING
    },
    import: (job) => pool.run(job) as ReturnType<Importer['import']>,
    preview: (file) => pool.run(file, { name: 'preview' }) as ReturnType<Importer['preview']>,
    close: () => pool.destroy(),
  }
}
