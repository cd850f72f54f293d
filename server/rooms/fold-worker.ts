import * as Y from 'yjs'
import { serveWorker } from '../worker.ts'
import { compact, fold } from './fold.ts'
import { splitUpdate } from './split.ts'

const api = { fold, compact, diff: Y.diffUpdate, split: splitUpdate }

/** What the fold worker answers. */
export type FoldApi = typeof api

serveWorker(() => api)
