import type { SqliteTools } from './sqlite-connection.ts'
import type { ImageRow, StoredImage } from './store.ts'

/** The part of a database's calls that is about pictures. */
export const imageCalls = ({ all, get, run, transaction, keyOf, eraseSoon }: SqliteTools) => ({
  addImage: (board: string, image: StoredImage, at: number, most: number): boolean =>
    transaction(() => {
      const { id, type, width, height, bytes } = image
      const key = keyOf(board)
      if (run('UPDATE images SET added_at = ? WHERE board = ? AND id = ?', at, key, id) > 0) {
        run('DELETE FROM unused_images WHERE board = ? AND id = ?', key, id)
        return true
      }
      const { taken } = get(
        'SELECT coalesce(sum(size), 0) AS taken FROM images WHERE board = ?',
        key,
      ) as { taken: number }
      if (taken + bytes.length > most) return false
      run(
        `INSERT INTO images (board, id, type, width, height, size, added_at, bytes)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
        key,
        id,
        type,
        width,
        height,
        bytes.length,
        at,
        bytes,
      )
      return true
    }),
  image(board: string, id: string): StoredImage | undefined {
    const row = get(
      `SELECT images.id, type, width, height, bytes FROM images JOIN boards ON key = board
       WHERE boards.id = ? AND images.id = ?`,
      board,
      id,
    )
    if (!row) return undefined
    const { _metadata, bytes, ...facts } = row
    return { ...facts, bytes: new Uint8Array(bytes as ArrayBuffer) } as unknown as StoredImage
  },
  images: (board: string): ImageRow[] =>
    all(
      `SELECT images.id, type, width, height, size, added_at AS addedAt, since AS unusedSince
       FROM images JOIN boards ON key = images.board
         LEFT JOIN unused_images ON unused_images.board = key AND unused_images.id = images.id
       WHERE boards.id = ? ORDER BY images.id`,
      board,
    ).map(({ _metadata, ...row }) => row as unknown as ImageRow),
  markImages(board: string, unused: readonly string[], at: number): void {
    transaction(() => {
      const key = keyOf(board)
      const ids = JSON.stringify(unused)
      run(
        'DELETE FROM unused_images WHERE board = ? AND id NOT IN (SELECT value FROM json_each(?))',
        key,
        ids,
      )
      run(
        `INSERT OR IGNORE INTO unused_images (board, id, since)
         SELECT board, id, ? FROM images WHERE board = ? AND id IN (SELECT value FROM json_each(?))`,
        at,
        key,
        ids,
      )
    })
  },
  dropImages(board: string, ids: readonly string[], before: number): void {
    transaction(() => {
      const key = keyOf(board)
      for (const id of ids) {
        run(
          `DELETE FROM images
           WHERE board = ? AND id = ? AND added_at < ?
             AND id IN (SELECT id FROM unused_images WHERE board = ? AND since < ?)`,
          key,
          id,
          before,
          key,
          before,
        )
      }
    })
    eraseSoon()
  },
})
