import Database from 'libsql'
import { migrations } from './schema.ts'
import { StoreError } from './store-error.ts'

/** Settings of one SQLite file. */
export interface SqliteOptions {
  /** the file may not grow beyond this many bytes; unset = as far as the disk goes */
  maxBytes?: number
}

/** A row of a result: column → value as SQLite gives it. */
export type Row = Record<string, unknown>
type Value = string | number | null | Uint8Array

/** What the calls of a database are made of. */
export interface SqliteTools {
  all(sql: string, ...values: Value[]): Row[]
  get(sql: string, ...values: Value[]): Row | undefined
  /** gives the number of rows that were changed */
  run(sql: string, ...values: Value[]): number
  /** all of `work` or nothing; `begin` is what starts it */
  transaction<T>(work: () => T, begin?: 'BEGIN' | 'BEGIN IMMEDIATE'): T
  /** throws when the board is unknown */
  keyOf(board: string): number
  /** empties the log of what was erased, in a while */
  eraseSoon(): void
}

/** An open file. */
export interface SqliteConnection extends SqliteTools {
  /** rejects what a full or read-only disk wouldn't take */
  tryWriting(): void
  close(): void
}

/** How long erased content may stay in the write-ahead log before it is emptied, ms. */
const ERASE_DELAY = 1_000

/** A row as its columns are. libsql puts timings of its own into each. */
export function plain({ _metadata, ...row }: Row): Row {
  return row
}

/** A blob's bytes. */
export const bytesOf = (value: unknown): Uint8Array => new Uint8Array(value as ArrayBuffer)

/** Opens the file and brings its schema up to date; throws when a newer version wrote it. */
export function openConnection(file: string, { maxBytes }: SqliteOptions): SqliteConnection {
  const db = new Database(file)
  const prepared = new Map<string, Database.Statement>()
  const statement = (sql: string): Database.Statement => {
    const known = prepared.get(sql)
    if (known) return known
    const fresh = db.prepare(sql)
    prepared.set(sql, fresh)
    return fresh
  }
  // libsql takes blobs only when the parameters come as one array.
  const all = (sql: string, ...values: Value[]): Row[] => statement(sql).all(values) as Row[]
  const get = (sql: string, ...values: Value[]): Row | undefined =>
    statement(sql).get(values) as Row | undefined
  const run = (sql: string, ...values: Value[]): number => statement(sql).run(values).changes
  const pragma = (source: string): number =>
    Object.values((db.pragma(source) as Row[])[0] ?? {})[0] as number

  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.pragma('secure_delete = ON')
  db.pragma('foreign_keys = ON')
  db.pragma('busy_timeout = 2000')
  if (maxBytes !== undefined) {
    db.pragma(`max_page_count = ${Math.max(1, Math.floor(maxBytes / pragma('page_size')))}`)
  }

  const transaction: SqliteTools['transaction'] = (work, begin = 'BEGIN IMMEDIATE') => {
    db.exec(begin)
    try {
      const result = work()
      db.exec('COMMIT')
      return result
    } catch (error) {
      // SQLite has rolled back by itself when the disk is full.
      if (db.inTransaction) db.exec('ROLLBACK')
      throw error
    }
  }

  const schema = pragma('user_version')
  if (schema > migrations.length) {
    throw new StoreError('unavailable', `${file} was written by a newer version of Rapport.`)
  }
  for (const [index, step] of migrations.entries()) {
    if (index < schema) continue
    transaction(() => {
      db.exec(step)
      db.exec(`PRAGMA user_version = ${index + 1}`)
    })
  }

  const keyOf = (board: string): number => {
    const row = get('SELECT key FROM boards WHERE id = ?', board)
    if (!row) throw new StoreError('unknown-board', `There is no board ${board}.`)
    return row['key'] as number
  }

  let erasing: NodeJS.Timeout | undefined
  /** Whether nothing is left in the write-ahead log; a full disk or another process can keep it. */
  const emptyLog = (): boolean => {
    try {
      return pragma('wal_checkpoint(TRUNCATE)') === 0
    } catch {
      // Nothing is lost by it: what was committed stays in the log, and the next try finds it there.
      return false
    }
  }
  const eraseSoon = (): void => {
    erasing ??= setTimeout(() => {
      erasing = undefined
      if (!emptyLog()) eraseSoon()
    }, ERASE_DELAY)
  }
  // A process that was killed may have left erased content in the log.
  eraseSoon()

  return {
    all,
    get,
    run,
    transaction,
    keyOf,
    eraseSoon,
    // Writes a page that says what it said before.
    tryWriting: () => transaction(() => db.exec(`PRAGMA user_version = ${migrations.length}`)),
    close() {
      clearTimeout(erasing)
      emptyLog()
      db.close()
    },
  }
}
