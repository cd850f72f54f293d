import Database from 'libsql'
import { migrations } from './schema.ts'
import { imageCalls } from './sqlite-images.ts'
import { versionCalls } from './sqlite-versions.ts'
import { readNews, storedDocument, type StoredClaim } from './news.ts'
import { StoreError } from './store-error.ts'
import type {
  Append,
  BoardNews,
  BoardRow,
  LinkRow,
  ParticipantRow,
  StoredAnswer,
  StoredDocument,
  StoredSession,
} from './store.ts'

/** Settings of one SQLite file. */
export interface SqliteOptions {
  /** the file may not grow beyond this many bytes; unset = as far as the disk goes */
  maxBytes?: number
}

/** How long erased content may stay in the write-ahead log before it is emptied, ms. */
const ERASE_DELAY = 1_000

const BOARD = `SELECT id, title, epoch, read_only AS readOnly, created_at AS createdAt, changed_at AS changedAt FROM boards`
const LINK = `SELECT links.id, boards.id AS board, role, secret_hash AS secretHash, expires_at AS expiresAt,
  revoked_at AS revokedAt FROM links JOIN boards ON boards.key = links.board WHERE boards.id = ?`
const PARTICIPANT = `SELECT participants.id, boards.id AS board, link, name, role, organisation, token_hash AS tokenHash,
  joined_at AS joinedAt, removed_at AS removedAt, waiting
  FROM participants JOIN boards ON boards.key = participants.board WHERE boards.id = ?`

type Row = Record<string, unknown>
type Value = string | number | null | Uint8Array

const boardRow = (row: Row): BoardRow =>
  ({ ...plain(row), readOnly: row['readOnly'] === 1 }) as unknown as BoardRow

/** libsql puts timings of its own into each row. */
function plain({ _metadata, ...row }: Row): Row {
  return row
}

const bytes = (value: unknown): Uint8Array => new Uint8Array(value as ArrayBuffer)

/** Opens the file, brings its schema up to date, and answers a BoardStore's calls synchronously; for a worker thread. */
export function openDatabase(file: string, { maxBytes }: SqliteOptions) {
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

  const transaction = <T>(work: () => T, begin = 'BEGIN IMMEDIATE'): T => {
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

  const insertLink = (key: number, link: LinkRow): number =>
    run(
      'INSERT INTO links (id, board, role, secret_hash, expires_at, revoked_at) VALUES (?, ?, ?, ?, ?, ?)',
      link.id,
      key,
      link.role,
      link.secretHash,
      link.expiresAt,
      link.revokedAt,
    )

  const appendOne = ({ board, update, claims }: Append, now: number): number => {
    const row = get(
      'UPDATE boards SET seq = seq + 1, changed_at = ? WHERE id = ? RETURNING key, seq',
      now,
      board,
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

  /** Lets other processes on this file know that something beside the document has changed. */
  const tell = (board: string): void => {
    run('UPDATE boards SET revision = revision + 1 WHERE id = ?', board)
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
      const entry = (row: Row) => ({ seq: row['seq'] as number, update: bytes(row['bytes']) })
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
        for (const link of links) insertLink(key, link)
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

    links: (board: string): LinkRow[] =>
      all(`${LINK} ORDER BY links.rowid`, board).map((row) => plain(row) as unknown as LinkRow),
    linkBySecret(board: string, secretHash: string): LinkRow | undefined {
      const row = get(`${LINK} AND secret_hash = ?`, board, secretHash)
      return row && (plain(row) as unknown as LinkRow)
    },
    addLink(link: LinkRow): void {
      insertLink(keyOf(link.board), link)
    },
    revokeLink(board: string, link: string, at: number): void {
      run(
        'UPDATE links SET revoked_at = ? WHERE id = ? AND board = ? AND revoked_at IS NULL',
        at,
        link,
        keyOf(board),
      )
    },

    addParticipant(participant: ParticipantRow): void {
      run(
        `INSERT INTO participants (id, board, link, name, role, organisation, token_hash, joined_at, removed_at, waiting)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        participant.id,
        keyOf(participant.board),
        participant.link,
        participant.name,
        participant.role,
        participant.organisation,
        participant.tokenHash,
        participant.joinedAt,
        participant.removedAt,
        participant.waiting,
      )
    },
    participants: (board: string): ParticipantRow[] =>
      all(`${PARTICIPANT} ORDER BY joined_at, participants.rowid`, board).map(
        (row) => plain(row) as unknown as ParticipantRow,
      ),
    participantByToken(board: string, tokenHash: string): ParticipantRow | undefined {
      const row = get(`${PARTICIPANT} AND token_hash = ?`, board, tokenHash)
      return row && (plain(row) as unknown as ParticipantRow)
    },
    removeParticipant(board: string, id: string, at: number): void {
      run(
        'UPDATE participants SET removed_at = ? WHERE id = ? AND board = ? AND removed_at IS NULL',
        at,
        id,
        keyOf(board),
      )
    },
    admitParticipant: (board: string, id: string, organisation: string | null): boolean =>
      run(
        `UPDATE participants SET waiting = NULL, organisation = ?
         WHERE id = ? AND board = ? AND waiting IS NOT NULL AND removed_at IS NULL`,
        organisation,
        id,
        keyOf(board),
      ) > 0,
    putCode: (board: string, hash: string): boolean =>
      run(
        `INSERT INTO codes (board, hash) SELECT ?, ? WHERE NOT EXISTS (SELECT 1 FROM codes WHERE hash = ?)
         ON CONFLICT (board) DO UPDATE SET hash = excluded.hash`,
        keyOf(board),
        hash,
        hash,
      ) > 0,
    boardByCode(hash: string): string | undefined {
      const row = get('SELECT id FROM boards JOIN codes ON board = key WHERE hash = ?', hash)
      return row?.['id'] as string | undefined
    },

    load: (board: string): StoredDocument => storedDocument(newsOf(board, -1)),
    updatesAfter: (board: string, seq: number): BoardNews => newsOf(board, seq),
    /** Several `append` calls in one transaction; the numbers of each call's updates. */
    append(batches: readonly (readonly Append[])[]): number[][] {
      const now = Date.now()
      return transaction(() =>
        batches.map((batch) => batch.map((append) => appendOne(append, now))),
      )
    },
    compact(board: string, snapshot: Uint8Array, upTo: number): void {
      transaction(() => {
        const key = keyOf(board)
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

    session(board: string): StoredSession {
      const key = keyOf(board)
      const row = get('SELECT version, state FROM sessions WHERE board = ?', key)
      const counts = all(
        'SELECT round, count(*) AS n FROM answers WHERE board = ? GROUP BY round',
        key,
      )
      return {
        version: (row?.['version'] as number | undefined) ?? 0,
        state: (row?.['state'] as string | undefined) ?? null,
        answered: Object.fromEntries(counts.map(({ round, n }) => [round, n as number])),
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

    ...versionCalls({ all, get, run, transaction, keyOf, eraseSoon }),
    ...imageCalls({ all, get, run, transaction, keyOf, eraseSoon }),

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

    ping(): void {
      // Writes a page that says what it said before, so that a full or read-only disk fails here.
      transaction(() => db.exec(`PRAGMA user_version = ${migrations.length}`))
    },
    close(): void {
      clearTimeout(erasing)
      emptyLog()
      db.close()
    },
  }
}

/** A database's calls, as the worker answers them. */
export type SqliteApi = ReturnType<typeof openDatabase>
