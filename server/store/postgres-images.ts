import type { Database } from './postgres-pool.ts'
import type { StoreError } from './store-error.ts'
import type { BoardStore, ImageRow, StoredImage } from './store.ts'

type Calls = Pick<BoardStore, 'addImage' | 'image' | 'images' | 'markImages' | 'dropImages'>

/** The part of the store that is about pictures. */
export const postgresImages = (
  db: Database,
  unknownBoard: (board: string) => StoreError,
): Calls => ({
  async addImage(board, { id, type, width, height, bytes }, at, most) {
    const { buffer, byteOffset, byteLength } = bytes
    const content = Buffer.from(buffer, byteOffset, byteLength)
    const [row] = await db.rows<{ kept: boolean | null }>(
      'SELECT rapport_add_image($1, $2, $3, $4, $5, $6, $7, $8) AS kept',
      [board, id, type, width, height, content, at, most],
    )
    if (typeof row?.kept !== 'boolean') throw unknownBoard(board)
    return row.kept
  },
  async image(board, id) {
    const [row] = await db.rows<StoredImage>(
      `SELECT images.id, type, width, height, bytes FROM images JOIN boards ON key = board
       WHERE boards.id = $1 AND images.id = $2`,
      [board, id],
    )
    return row && { ...row, bytes: new Uint8Array(row.bytes) }
  },
  images: (board) =>
    db.rows<ImageRow>(
      `SELECT images.id, type, width, height, size, added_at AS "addedAt", unused_since AS "unusedSince"
       FROM images JOIN boards ON key = board WHERE boards.id = $1 ORDER BY images.id`,
      [board],
    ),
  async markImages(board, unused, at) {
    await db.rows(
      `UPDATE images SET unused_since =
         CASE WHEN images.id = ANY ($2::text[]) THEN $3::bigint END
       FROM boards WHERE key = board AND boards.id = $1
         AND (unused_since IS NULL) = (images.id = ANY ($2::text[]))`,
      [board, [...unused], at],
    )
  },
  async dropImages(board, ids, before) {
    await db.rows(
      `DELETE FROM images USING boards
       WHERE key = board AND boards.id = $1 AND images.id = ANY ($2::text[])
         AND added_at < $3 AND unused_since < $3`,
      [board, [...ids], before],
    )
  },
})
