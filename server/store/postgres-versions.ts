import type { Database } from './postgres-pool.ts'
import type { StoreError } from './store-error.ts'
import type { BoardStore, VersionRow } from './store.ts'

/** $1 the board's id. */
const VERSIONS = `
  SELECT versions.id, boards.id AS board, kind, name, made_at AS at, made_by AS by
  FROM versions JOIN boards ON boards.key = versions.board WHERE boards.id = $1
  ORDER BY versions.key DESC`

/**
 * $1 the board's id, $2 the most there may be with the new one, $3–$8 the version's own columns. One row: whether the board is
 * there, and whether the version was added.
 */
const ADD = `
  WITH here AS (
    SELECT key FROM boards WHERE id = $1 FOR NO KEY UPDATE
  ), own AS (
    SELECT versions.key, kind FROM versions JOIN here ON versions.board = here.key
  ), old AS (
    SELECT key FROM own WHERE kind <> 'saved' ORDER BY key
    LIMIT (SELECT greatest(0, count(*) + 1 - $2::bigint) FROM own)
  ), place AS (
    SELECT key FROM here WHERE (SELECT count(*) FROM own) - (SELECT count(*) FROM old) < $2::bigint
  ), dropped AS (
    DELETE FROM versions USING old, place WHERE versions.key = old.key
  ), added AS (
    INSERT INTO versions (id, board, kind, name, made_at, made_by, bytes)
    SELECT $3, key, $4, $5, $6::bigint, $7, $8::bytea FROM place RETURNING id
  )
  SELECT EXISTS (SELECT FROM here) AS here, EXISTS (SELECT FROM added) AS added`

type Calls = Pick<
  BoardStore,
  'versions' | 'versionContent' | 'addVersion' | 'rewriteVersion' | 'removeVersion'
>

/** The part of the store that is about versions. */
export const postgresVersions = (
  db: Database,
  unknownBoard: (board: string) => StoreError,
): Calls => ({
  versions: (board) => db.rows<VersionRow>(VERSIONS, [board]),
  async versionContent(board, version) {
    const [row] = await db.rows<{ bytes: Buffer }>(
      `SELECT bytes FROM versions JOIN boards ON boards.key = versions.board
       WHERE boards.id = $1 AND versions.id = $2`,
      [board, version],
    )
    return row && new Uint8Array(row.bytes)
  },
  async addVersion({ id, board, kind, name, at, by }, content, most) {
    const { buffer, byteOffset, byteLength } = content
    const bytes = Buffer.from(buffer, byteOffset, byteLength)
    const [row] = await db.rows<{ here: boolean; added: boolean }>(ADD, [
      board,
      most,
      id,
      kind,
      name,
      at,
      by,
      bytes,
    ])
    if (!row?.here) throw unknownBoard(board)
    return row.added
  },
  async rewriteVersion(board, version, content) {
    const rows = await db.rows(
      `UPDATE versions SET bytes = $3::bytea FROM boards WHERE boards.key = versions.board
       AND boards.id = $1 AND versions.id = $2 RETURNING versions.id`,
      [board, version, Buffer.from(content.buffer, content.byteOffset, content.byteLength)],
    )
    return rows.length > 0
  },
  async removeVersion(board, version) {
    const rows = await db.rows(
      `DELETE FROM versions USING boards WHERE boards.key = versions.board
       AND boards.id = $1 AND versions.id = $2 RETURNING versions.id`,
      [board, version],
    )
    return rows.length > 0
  },
})
