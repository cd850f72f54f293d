import type { ExportFormat } from '../../shared/exchange/export-formats.ts'
import { fail, type Result } from '../../shared/result.ts'
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import type { ExportProgress } from '../../shared/protocol/export-stream.ts'
import type { Language } from '../../shared/protocol/http.ts'
import type { VersionKind } from '../../shared/protocol/versions.ts'
import type { Round } from '../../shared/session/state.ts'
import type { StoredImage } from '../store/store.ts'
import { createThreadPool } from '../thread-pool.ts'
import type { Report } from './tally.ts'

/** What a picture can be painted on, in the order in which it is offered. */
export const pictureBackgrounds = ['paper', 'white', 'transparent'] as const
/** One of `pictureBackgrounds`. */
export type PictureBackground = (typeof pictureBackgrounds)[number]

/** The formats that hold pictures; others never need them. */
export const showsImages = (format: ExportFormat): boolean =>
  ['json', 'png', 'svg', 'pdf', 'docx'].includes(format)

/** What to make: the board's whole document as one Yjs update, and what the document doesn't know. */
export interface ExportJob {
  format: ExportFormat
  state: Uint8Array
  /** the pictures that it speaks of; words stand for those that are missing */
  images?: readonly StoredImage[]
  title: string
  /** of the words that Rapport itself puts into a paper or a picture; default English. Data for programs is always in English */
  language?: Language
  /** id of a frame: only what lies in it is shown; JSON is always the whole board */
  frame?: string
  /** id of one register, for CSV; without it CSV is a ZIP of all */
  table?: string
  /** ids of objects: a picture shows nothing else */
  objects?: readonly string[]
  /** pixels of a PNG for each unit of the board; absent: 2, or as many as fit */
  scale?: number
  /** what a picture is painted on; absent: the board's own paper */
  background?: PictureBackground
  /** the version with which a paper compares the board */
  since?: { kind: VersionKind; name: string; at: string; state: Uint8Array }
  /** the session's rounds, of which papers and registers tell what was revealed */
  rounds?: readonly Round[]
  /** stands in the paper, and is the only date in its file: the same job gives the same bytes */
  generatedAt: Date
}

/** A job as the worker gets it, and where its steps are told. */
export interface RenderTask {
  job: ExportJob
  port: MessagePort
}

/** A file ready to be sent. */
export interface ExportedFile {
  bytes: Uint8Array
  mediaType: string
  /** plain ASCII with its extension, safe on every file system */
  fileName: string
}

/** Why there is no file; `detail` is a sentence to show. */
export interface ExportProblem {
  kind:
    | 'unknown-frame'
    | 'unknown-table'
    | 'unknown-objects'
    | 'too-large'
    | 'busy'
    | 'too-slow'
    | 'cancelled'
  detail: string
}

/** Bounds of an exporter; every field may be left out. */
export interface ExporterOptions {
  /** how many files are made at the same time; default 1 */
  threads?: number
  /** how many more may wait for their turn; default 16 */
  waiting?: number
  /** ms until a job is given up, its waiting included; default 60,000 */
  timeout?: number
}

/** Who waits for a file. */
export interface ExportWaiter {
  /** aborted when nobody waits any more: the work is stopped at once */
  cancel?: AbortSignal
  /** told of each step that is done */
  report?: Report
}

/** Makes files of boards in worker threads, so that the relay's event loop never waits for one. */
export interface Exporter {
  /** Rejects only when the exporter itself is at fault. */
  export(job: ExportJob, waiter?: ExportWaiter): Promise<Result<ExportedFile, ExportProblem>>
  /** Ends the threads; jobs under way and later ones come to nothing, and say so. */
  close(): Promise<void>
}

const BUSY = 'Too many files are being made at the moment. Try again in a minute.'
const CANCELLED = 'Nobody waits for the file any more.'
const SLOW = 'The file took too long to make. Try one frame of the board instead of all of it.'
const STOPPING = 'The server stops. Try again in a minute.'

/** Starts the exporter; its threads start with the first job and end when there has been none for a while. */
export function createExporter({
  threads = 1,
  waiting = 16,
  timeout = 60_000,
}: ExporterOptions = {}): Exporter {
  const url = new URL('./worker.ts', import.meta.url)
  const pool = createThreadPool(url, { name: 'render', threads, waiting })
  let stopping = false
  return {
    export: async (job, { cancel, report } = {}) => {
      if (stopping) return fail({ kind: 'busy', detail: STOPPING })
      if (pool.queueSize >= waiting) return fail({ kind: 'busy', detail: BUSY })
      const tooLong = AbortSignal.timeout(timeout)
      const signal = cancel ? AbortSignal.any([tooLong, cancel]) : tooLong
      const { port1: steps, port2: port } = new MessageChannel()
      steps.on('message', (progress: ExportProgress) => report?.(progress))
      report?.({ step: 'waiting' })
      const task: RenderTask = { job, port }
      try {
        return (await pool.run(task, { signal, transferList: [port] })) as Awaited<
          ReturnType<Exporter['export']>
        >
      } catch (error) {
        if (cancel?.aborted) return fail({ kind: 'cancelled', detail: CANCELLED })
        if (tooLong.aborted) return fail({ kind: 'too-slow', detail: SLOW })
        if (stopping) return fail({ kind: 'busy', detail: STOPPING })
        throw error
      } finally {
        steps.close()
      }
    },
    close: () => {
      stopping = true
      return pool.destroy()
    },
  }
}
