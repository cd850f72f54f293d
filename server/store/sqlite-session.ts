import { SCRIBED } from '../../shared/session/results.ts'
import { plain, type SqliteTools } from './sqlite-connection.ts'
import type { StoredAnswer, StoredSession } from './store.ts'

/** The part of a database's calls that is about sessions and the answers that lie apart from them. */
export function sessionCalls({ all, get, run, transaction, keyOf, eraseSoon }: SqliteTools) {
  /** Lets other processes on this file know that something beside the document has changed. */
  const tell = (board: string): void => {
    run('UPDATE boards SET revision = revision + 1 WHERE id = ?', board)
  }

  return {
    session(board: string): StoredSession {
      const key = keyOf(board)
      const row = get('SELECT version, state FROM sessions WHERE board = ?', key)
      const counts = all(
        `SELECT round, count(*) AS n, total(author LIKE ?) AS scribed
         FROM answers WHERE board = ? GROUP BY round`,
        `${SCRIBED}%`,
        key,
      )
      return {
        version: (row?.['version'] as number | undefined) ?? 0,
        state: (row?.['state'] as string | undefined) ?? null,
        answered: Object.fromEntries(counts.map(({ round, n }) => [round, n as number])),
        scribed: Object.fromEntries(counts.map(({ round, scribed }) => [round, scribed as number])),
      }
    },
    saveSession: (board: string, version: number, state: string): boolean =>
      transaction(() => {
        const saved = run(
          `INSERT INTO sessions (board, version, state) SELECT key, ?, ? FROM boards WHERE id = ?
           ON CONFLICT DO UPDATE SET version = excluded.version, state = excluded.state
           WHERE version = excluded.version - 1`,
          version + 1,
          state,
          board,
        )
        if (saved > 0) tell(board)
        return saved > 0
      }),
    setAnswer: (
      board: string,
      version: number,
      { round, author, body }: { round: string; author: string; body: string | null },
    ): boolean =>
      transaction(() => {
        const key = keyOf(board)
        const now = get('SELECT 1 FROM sessions WHERE board = ? AND version = ?', key, version)
        if (!now) return false
        if (body === null) {
          run(
            'DELETE FROM answers WHERE board = ? AND round = ? AND author = ?',
            key,
            round,
            author,
          )
        } else {
          run(
            `INSERT INTO answers (board, round, author, body) VALUES (?, ?, ?, ?)
             ON CONFLICT DO UPDATE SET body = excluded.body`,
            key,
            round,
            author,
            body,
          )
        }
        tell(board)
        return true
      }),
    answers: (board: string, round: string): StoredAnswer[] =>
      all(
        'SELECT author, body FROM answers WHERE board = ? AND round = ? ORDER BY author',
        keyOf(board),
        round,
      ).map((row) => plain(row) as unknown as StoredAnswer),
    eraseAnswers(board: string, round: string): void {
      run('DELETE FROM answers WHERE board = ? AND round = ?', keyOf(board), round)
      eraseSoon()
    },
  }
}
