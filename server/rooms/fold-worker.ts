import * as Y from 'yjs'
import { keepOrder } from '../../shared/board/keep-order.ts'
import { serveWorker } from '../worker.ts'
import { compact, fold } from './fold.ts'
import { packVersion, packWithoutName } from './pack-version.ts'
import { splitUpdate } from '../../shared/update/split.ts'

const api = { fold, compact, diff: Y.diffUpdate, split: splitUpdate, packVersion, packWithoutName }

/** What the fold worker answers. */
export type FoldApi = typeof api

keepOrder()
serveWorker(() => api)
