import { workerData } from 'node:worker_threads'
import { serveWorker } from '../worker.ts'
import type { SqliteOptions } from './sqlite-connection.ts'
import { openDatabase } from './sqlite-database.ts'

const { file, options } = workerData as { file: string; options: SqliteOptions }
serveWorker(() => openDatabase(file, options))
