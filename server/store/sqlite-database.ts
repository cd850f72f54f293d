import { imageCalls } from './sqlite-images.ts'
import { openConnection, plain, type Row, type SqliteOptions } from './sqlite-connection.ts'
import { logCalls } from './sqlite-log.ts'
import { insertLink, peopleCalls } from './sqlite-people.ts'
import { sessionCalls } from './sqlite-session.ts'
import { versionCalls } from './sqlite-versions.ts'
import type { BoardRow, LinkRow } from './store.ts'

const BOARD = `SELECT id, title, epoch, read_only AS readOnly, created_at AS createdAt, changed_at AS changedAt FROM boards`
const boardRow = (row: Row): BoardRow =>
  ({ ...plain(row), readOnly: row['readOnly'] === 1 }) as unknown as BoardRow

/** Opens the file, brings its schema up to date, and answers a BoardStore's calls synchronously; for a worker thread. */
export function openDatabase(file: string, options: SqliteOptions) {
  const connection = openConnection(file, options)
  const { all, get, run, transaction, keyOf, eraseSoon } = connection

  return {
    create(board: BoardRow, links: readonly LinkRow[], snapshot: Uint8Array): void {
      transaction(() => {
        run(
          'INSERT INTO boards (id, title, epoch, read_only, created_at, changed_at) VALUES (?, ?, ?, ?, ?, ?)',
          board.id,
          board.title,
          board.epoch,
          board.readOnly ? 1 : 0,
          board.createdAt,
          board.changedAt,
        )
        const key = keyOf(board.id)
        for (const link of links) insertLink(connection, key, link)
        run('INSERT INTO snapshots (board, upto, bytes) VALUES (?, 0, ?)', key, snapshot)
      })
    },
    board(id: string): BoardRow | undefined {
      const row = get(`${BOARD} WHERE id = ?`, id)
      return row && boardRow(row)
    },
    boards: (): BoardRow[] => all(`${BOARD} ORDER BY created_at, key`).map(boardRow),
    change(id: string, { title, readOnly }: Partial<BoardRow>): void {
      const key = keyOf(id)
      transaction(() => {
        if (title !== undefined) run('UPDATE boards SET title = ? WHERE key = ?', title, key)
        if (readOnly !== undefined) {
          run('UPDATE boards SET read_only = ? WHERE key = ?', readOnly ? 1 : 0, key)
        }
      })
    },
    remove(id: string): void {
      transaction(() => run('DELETE FROM boards WHERE id = ?', id))
      eraseSoon()
    },

    ...peopleCalls(connection),
    ...logCalls(connection),
    ...sessionCalls(connection),
    ...versionCalls(connection),
    ...imageCalls(connection),

    lease(key: string, owner: string, ms: number): boolean {
      const now = Date.now()
      const taken = run(
        `INSERT INTO leases (key, owner, ends_at) VALUES (?, ?, ?)
         ON CONFLICT DO UPDATE SET owner = excluded.owner, ends_at = excluded.ends_at
         WHERE owner = excluded.owner OR ends_at <= ?`,
        key,
        owner,
        now + ms,
        now,
      )
      return taken > 0
    },
    release(key: string, owner: string): void {
      run('DELETE FROM leases WHERE key = ? AND owner = ?', key, owner)
    },

    ping: (): void => connection.tryWriting(),
    close: (): void => connection.close(),
  }
}

/** A database's calls, as the worker answers them. */
export type SqliteApi = ReturnType<typeof openDatabase>
