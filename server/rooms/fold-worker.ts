import * as Y from 'yjs'
import { serveWorker } from '../worker.ts'
import { compact, fold } from './fold.ts'

const api = { fold, compact, diff: Y.diffUpdate }

/** What the fold worker answers. */
export type FoldApi = typeof api

serveWorker(() => api)
