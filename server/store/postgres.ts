import { SCRIBED } from '../../shared/session/results.ts'
import { groupCommit } from './group-commit.ts'
import { readNews, storedDocument } from './news.ts'
import { Database } from './postgres-pool.ts'
import {
  APPEND,
  BOARD,
  COMPACT,
  CREATE,
  DROP_ANSWER,
  LEASE,
  LOGGED,
  NEWS,
  PUT_ANSWER,
  SAVE_SESSION,
  SESSION,
} from './postgres-sql.ts'
import { postgresImages } from './postgres-images.ts'
import { postgresPeople } from './postgres-people.ts'
import { postgresVersions } from './postgres-versions.ts'
import { StoreError } from './store-error.ts'
import type {
  Append,
  BoardNews,
  BoardRow,
  BoardStore,
  LoggedBoard,
  StoredAnswer,
  StoredSession,
} from './store.ts'

interface NewsRow {
  kind: 'board' | 'snapshot' | 'update' | 'claim'
  seq: number
  epoch: string
  revision: number
  upto: number | null
  bytes: Buffer
  clientId: number
  participant: string
}

const unknownBoard = (board: string): StoreError =>
  new StoreError('unknown-board', `There is no board ${board}.`)

const bufferOf = ({ buffer, byteOffset, byteLength }: Uint8Array): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength)

/** The statement's parameters; throws when the calls contradict each other about whose a client id is. */
function appendValues(appends: readonly Append[], now: number): unknown[] {
  const places = {
    boards: [] as string[],
    epochs: [] as string[],
    starts: [] as number[],
    sizes: [] as number[],
  }
  const claims = { at: [] as number[], clients: [] as number[], participants: [] as string[] }
  const owners = new Map<string, string>()
  let start = 1
  for (const [index, { board, epoch, update, claims: given }] of appends.entries()) {
    places.boards.push(board)
    places.epochs.push(epoch)
    places.starts.push(start)
    places.sizes.push(update.length)
    start += update.length
    for (const { clientId, participant } of given) {
      const key = `${clientId} ${board}`
      const owner = owners.get(key)
      if (owner === participant) continue
      if (owner !== undefined) throw new StoreError('claimed', 'A client id is claimed twice.')
      owners.set(key, participant)
      claims.at.push(index + 1)
      claims.clients.push(clientId)
      claims.participants.push(participant)
    }
  }
  const bytes = Buffer.concat(appends.map(({ update }) => update))
  return [...Object.values(places), bytes, ...Object.values(claims), now]
}

/**
 * Opens the PostgreSQL at `url` and makes or updates its tables. Rejects with a StoreError whose message an operator can act
 * on; it holds no part of `url`. While the database is away calls are rejected as `unavailable`; nothing needs a restart after.
 */
export async function openPostgresStore(url: string): Promise<BoardStore> {
  const db = new Database(url)
  try {
    await db.migrate()
  } catch (error) {
    await db.close()
    throw error
  }

  const append = groupCommit(async (batches) => {
    const appends = batches.flat()
    const numbers = new Map<number, number>()
    if (appends.length > 0) {
      const values = appendValues(appends, Date.now())
      const rows = await db.rows<{ at: number; seq: number }>(APPEND, values, 'append')
      for (const { at, seq } of rows) numbers.set(at, seq)
    }
    let at = 0
    return batches.map((batch) =>
      batch.map(() => {
        at += 1
        return numbers.get(at) ?? 0
      }),
    )
  })

  const newsOf = async (board: string, since: number): Promise<BoardNews> => {
    const rows = await db.rows<NewsRow>(NEWS, [board, since], 'news')
    const row = rows.find(({ kind }) => kind === 'board')
    if (!row) throw unknownBoard(board)
    const { epoch, revision, seq, upto } = row
    const entries = (wanted: NewsRow['kind']) =>
      rows
        .filter(({ kind }) => kind === wanted)
        .map((entry) => ({ seq: entry.seq, update: new Uint8Array(entry.bytes) }))
    // A snapshot that is not wanted is not read; its number is enough.
    const bare = upto === null ? undefined : { seq: upto, update: new Uint8Array() }
    return readNews({
      board,
      since,
      row: { epoch, revision, seq },
      snapshot: entries('snapshot')[0] ?? bare,
      updates: entries('update'),
      claims: rows.filter(({ kind }) => kind === 'claim'),
    })
  }

  /** Runs a statement on a board that gives a row if there is one. */
  const onBoard = async (board: string, text: string, values: readonly unknown[]) => {
    const rows = await db.rows(text, [board, ...values])
    if (rows.length === 0) throw unknownBoard(board)
  }

  return {
    async create(board, links, snapshot) {
      await db.rows(CREATE, [
        board.id,
        board.title,
        board.epoch,
        board.readOnly,
        board.createdAt,
        board.changedAt,
        bufferOf(snapshot),
        links.map((link) => link.id),
        links.map((link) => link.role),
        links.map((link) => link.secretHash),
        links.map((link) => link.expiresAt),
        links.map((link) => link.revokedAt),
      ])
    },
    async board(id) {
      const [row] = await db.rows<BoardRow>(`${BOARD} WHERE id = $1`, [id])
      return row
    },
    boards: () => db.rows<BoardRow>(`${BOARD} ORDER BY created_at, key`),
    change: (id, { title, readOnly }) =>
      onBoard(
        id,
        `UPDATE boards SET title = coalesce($2, title), read_only = coalesce($3, read_only)
         WHERE id = $1 RETURNING id`,
        [title, readOnly],
      ),
    async remove(id) {
      await db.rows('DELETE FROM boards WHERE id = $1', [id])
    },

    ...postgresPeople(db, onBoard),

    load: async (board) => storedDocument(await newsOf(board, -1)),
    append,
    updatesAfter: newsOf,
    logged: (after, most) => db.rows<LoggedBoard>(LOGGED, [after, most]),
    compact: (board, { epoch, snapshot, upTo }) =>
      onBoard(board, COMPACT, [bufferOf(snapshot), upTo, epoch]),

    async session(board) {
      const [row] = await db.rows<StoredSession>(SESSION, [board, `${SCRIBED}%`])
      if (!row) throw unknownBoard(board)
      return row
    },
    async saveSession(board, version, state) {
      return (await db.rows(SAVE_SESSION, [board, version, state])).length > 0
    },
    async setAnswer(board, version, { round, author, body }) {
      const values = [board, version, round, author]
      const rows =
        body === null
          ? await db.rows(DROP_ANSWER, values)
          : await db.rows(PUT_ANSWER, [...values, body])
      return rows.length > 0
    },
    answers: (board, round) =>
      db.rows<StoredAnswer>(
        `SELECT author, body FROM answers JOIN boards ON key = board
         WHERE id = $1 AND round = $2 ORDER BY author`,
        [board, round],
      ),
    async eraseAnswers(board, round) {
      await db.rows(
        'DELETE FROM answers USING boards WHERE key = board AND id = $1 AND round = $2',
        [board, round],
      )
    },

    ...postgresVersions(db, unknownBoard),
    ...postgresImages(db, unknownBoard),

    async lease(key, owner, ms) {
      return (await db.rows(LEASE, [key, owner, ms])).length > 0
    },
    async release(key, owner) {
      await db.rows('DELETE FROM leases WHERE key = $1 AND owner = $2', [key, owner])
    },
    async ping() {
      // Writes what was there before, so that a full disk or a standby fails here.
      await db.rows('UPDATE rapport_schema SET version = version')
    },
    async close() {
      await append([])
      await db.close()
    },
  }
}
