import type { SqliteTools } from './sqlite-connection.ts'
import type { VersionRow } from './store.ts'

/** The part of a database's calls that is about versions. */
export const versionCalls = ({ all, get, run, transaction, keyOf, eraseSoon }: SqliteTools) => ({
  versions: (board: string): VersionRow[] =>
    all(
      `SELECT versions.id, boards.id AS board, kind, name, made_at AS at, made_by AS "by"
       FROM versions JOIN boards ON boards.key = versions.board WHERE boards.id = ?
       ORDER BY versions.key DESC`,
      board,
    ).map(({ _metadata, ...row }) => row as unknown as VersionRow),
  versionContent(board: string, version: string): Uint8Array | undefined {
    const row = get(
      `SELECT bytes FROM versions JOIN boards ON boards.key = versions.board
       WHERE boards.id = ? AND versions.id = ?`,
      board,
      version,
    )
    return row && new Uint8Array(row['bytes'] as ArrayBuffer)
  },
  addVersion(
    { id, board, kind, name, at, by }: VersionRow,
    content: Uint8Array,
    most: number,
  ): boolean {
    const done = transaction((): 'full' | 'added' | 'replaced' => {
      const key = keyOf(board)
      const { n } = get('SELECT count(*) AS n FROM versions WHERE board = ?', key) as { n: number }
      const surplus = n + 1 - most
      const old =
        surplus > 0
          ? all(
              `SELECT key FROM versions WHERE board = ? AND kind <> 'saved' ORDER BY key LIMIT ?`,
              key,
              surplus,
            )
          : []
      if (old.length < surplus) return 'full'
      for (const row of old) run('DELETE FROM versions WHERE key = ?', row['key'] as number)
      run(
        'INSERT INTO versions (id, board, kind, name, made_at, made_by, bytes) VALUES (?, ?, ?, ?, ?, ?, ?)',
        id,
        key,
        kind,
        name,
        at,
        by,
        content,
      )
      return old.length > 0 ? 'replaced' : 'added'
    })
    if (done === 'replaced') eraseSoon()
    return done !== 'full'
  },
  rewriteVersion(board: string, version: string, content: Uint8Array): boolean {
    const rewritten = run(
      'UPDATE versions SET bytes = ? WHERE id = ? AND board = (SELECT key FROM boards WHERE id = ?)',
      content,
      version,
      board,
    )
    if (rewritten > 0) eraseSoon()
    return rewritten > 0
  },
  removeVersion(board: string, version: string): boolean {
    const removed = run(
      'DELETE FROM versions WHERE id = ? AND board = (SELECT key FROM boards WHERE id = ?)',
      version,
      board,
    )
    if (removed > 0) eraseSoon()
    return removed > 0
  },
})
