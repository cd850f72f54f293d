import type { ImportPreview } from '../../shared/exchange/mapping.ts'
import type { PlainImage } from '../../shared/images/read-image.ts'
import { fail, type Result } from '../../shared/result.ts'
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

/** Why nothing came of a file: what is wrong with it, or that reading it took too long. */
export type ImportFault = readonly ImportIssue[] | 'too-slow'

export interface ImporterOptions {
  /** ms until a file is given up, its waiting included; default 60,000 */
  timeout?: number
}

/** Reads files in a worker thread, so that the relay's event loop never waits for one. */
export interface Importer {
  /** As many jobs wait as may: none is taken now. */
  readonly isBusy: boolean
  import(job: ImportJob): Promise<Result<Imported, ImportFault>>
  /** What the file holds, before anything is on the board. */
  preview(file: ImportFile): Promise<Result<ImportPreview, ImportFault>>
  /** Ends the thread; jobs under way are rejected. */
  close(): Promise<void>
}

/** Files that may wait for their turn. */
const WAITING = 16

/** Starts the importer; its thread starts with the first file and ends when there has been none for a while. */
export function createImporter({ timeout = 60_000 }: ImporterOptions = {}): Importer {
  const url = new URL('./worker.ts', import.meta.url)
  const pool = createThreadPool(url, { name: 'work', threads: 1, waiting: WAITING })
  const run = async <T>(
    task: ImportJob | ImportFile,
    name: 'work' | 'preview',
  ): Promise<Result<T, ImportFault>> => {
    const tooLong = AbortSignal.timeout(timeout)
    try {
      return (await pool.run(task, { name, signal: tooLong })) as Result<T, ImportFault>
    } catch (error) {
      if (tooLong.aborted) return fail('too-slow')
      throw error
    }
  }
  return {
    get isBusy() {
      return pool.queueSize >= WAITING
    },
    import: (job) => run(job, 'work'),
    preview: (file) => run(file, 'preview'),
    close: () => pool.destroy(),
  }
}
