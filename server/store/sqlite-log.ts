import { readNews, storedDocument, type StoredClaim } from './news.ts'
import { bytesOf, plain, type Row, type SqliteTools } from './sqlite-connection.ts'
import { StoreError } from './store-error.ts'
import type { Append, BoardNews, Folded, LoggedBoard, StoredDocument } from './store.ts'

/** Goes from one board of the log to the next by the log's key: neither other boards nor other updates are read. */
const LOGGED = `
  WITH RECURSIVE logged (board) AS (
    SELECT min(board) FROM updates WHERE board > ?
    UNION ALL
    SELECT (SELECT min(board) FROM updates WHERE board > logged.board) FROM logged WHERE board IS NOT NULL
    LIMIT ?
  )
  SELECT id, board AS place FROM logged JOIN boards ON key = board ORDER BY board`

/** The part of a database's calls that is about documents: the log of a board, and the snapshot that it is folded into. */
export function logCalls({ all, get, run, transaction, keyOf, eraseSoon }: SqliteTools) {
  const appendOne = ({ board, epoch, update, claims }: Append, now: number): number => {
    const row = get(
      'UPDATE boards SET seq = seq + 1, changed_at = ? WHERE id = ? AND epoch = ? RETURNING key, seq',
      now,
      board,
      epoch,
    )
    if (!row) return 0
    const { key, seq } = row as { key: number; seq: number }
    run('INSERT INTO updates (board, seq, bytes) VALUES (?, ?, ?)', key, seq, update)
    for (const { clientId, participant } of claims) {
      const taken = run(
        `INSERT INTO claims (board, client_id, participant, seq) VALUES (?, ?, ?, ?)
         ON CONFLICT DO UPDATE SET participant = participant WHERE participant = excluded.participant`,
        key,
        clientId,
        participant,
        seq,
      )
      if (taken === 0)
        throw new StoreError('claimed', `A client id on ${board} is somebody else’s.`)
    }
    return seq
  }

  /** Everything behind `since`, as of one moment; `since` -1 gives all there is. */
  const newsOf = (board: string, since: number) =>
    transaction(() => {
      const key = keyOf(board)
      const { epoch, revision, seq } = get(
        'SELECT epoch, revision, seq FROM boards WHERE key = ?',
        key,
      ) as unknown as { epoch: string; revision: number; seq: number }
      const snapshot = get('SELECT upto, bytes FROM snapshots WHERE board = ?', key)
      const updates = all(
        'SELECT seq, bytes FROM updates WHERE board = ? AND seq > ? ORDER BY seq',
        key,
        since,
      )
      const claims = all(
        'SELECT client_id AS clientId, participant, seq FROM claims WHERE board = ? AND seq > ?',
        key,
        since,
      )
      const entry = (row: Row) => ({ seq: row['seq'] as number, update: bytesOf(row['bytes']) })
      return readNews({
        board,
        since,
        row: { epoch, revision, seq },
        snapshot: snapshot && entry({ ...snapshot, seq: snapshot['upto'] }),
        updates: updates.map(entry),
        claims: claims as unknown as StoredClaim[],
      })
    }, 'BEGIN')

  return {
    load: (board: string): StoredDocument => storedDocument(newsOf(board, -1)),
    updatesAfter: (board: string, seq: number): BoardNews => newsOf(board, seq),
    /** Several `append` calls in one transaction; the numbers of each call's updates. */
    append(batches: readonly (readonly Append[])[]): number[][] {
      const now = Date.now()
      return transaction(() =>
        batches.map((batch) => batch.map((append) => appendOne(append, now))),
      )
    },
    compact(board: string, { epoch, snapshot, upTo }: Folded): void {
      transaction(() => {
        const key = keyOf(board)
        if (!get('SELECT 1 FROM boards WHERE key = ? AND epoch = ?', key, epoch)) return
        const changed = run(
          'UPDATE snapshots SET upto = ?, bytes = ? WHERE board = ? AND upto <= ?',
          upTo,
          snapshot,
          key,
          upTo,
        )
        if (changed === 0) return
        run('DELETE FROM updates WHERE board = ? AND seq <= ?', key, upTo)
      })
      eraseSoon()
    },
    logged: (after: number, most: number): LoggedBoard[] =>
      all(LOGGED, after, most).map((row) => plain(row) as unknown as LoggedBoard),
  }
}
