import type { Database } from './postgres-pool.ts'
import { LINKS, PARTICIPANTS } from './postgres-sql.ts'
import type { BoardStore, LinkRow, ParticipantRow } from './store.ts'

type People = Pick<
  BoardStore,
  | 'links'
  | 'linkBySecret'
  | 'addLink'
  | 'revokeLink'
  | 'addParticipant'
  | 'participants'
  | 'participantByToken'
  | 'removeParticipant'
  | 'eraseParticipant'
  | 'admitParticipant'
  | 'setOrganisation'
  | 'putCode'
  | 'boardByCode'
>

/** The part of a PostgreSQL store that is about who may come to a board, and who has; `onBoard` rejects when the statement gives no row. */
export const postgresPeople = (
  db: Database,
  onBoard: (board: string, text: string, values: readonly unknown[]) => Promise<void>,
): People => ({
  links: (board) => db.rows<LinkRow>(`${LINKS} ORDER BY links.key`, [board]),
  async linkBySecret(board, secretHash) {
    const [row] = await db.rows<LinkRow>(`${LINKS} AND secret_hash = $2`, [board, secretHash])
    return row
  },
  addLink: ({ board, id, role, secretHash, expiresAt, revokedAt }) =>
    onBoard(
      board,
      `INSERT INTO links (board, id, role, secret_hash, expires_at, revoked_at)
       SELECT key, $2, $3, $4, $5, $6 FROM boards WHERE id = $1 RETURNING id`,
      [id, role, secretHash, expiresAt, revokedAt],
    ),
  async revokeLink(board, link, at) {
    await db.rows(
      `UPDATE links SET revoked_at = $3 FROM boards
       WHERE boards.key = links.board AND boards.id = $1 AND links.id = $2 AND revoked_at IS NULL`,
      [board, link, at],
    )
  },

  addParticipant: ({ board, id, link, name, role, organisation, ...rest }) =>
    onBoard(
      board,
      `INSERT INTO participants (board, id, link, name, role, organisation, token_hash, joined_at, removed_at, waiting)
       SELECT key, $2, $3, $4, $5, $6, $7, $8, $9, $10 FROM boards WHERE id = $1 RETURNING id`,
      [
        id,
        link,
        name,
        role,
        organisation,
        rest.tokenHash,
        rest.joinedAt,
        rest.removedAt,
        rest.waiting,
      ],
    ),
  participants: (board) =>
    db.rows<ParticipantRow>(`${PARTICIPANTS} ORDER BY joined_at, participants.key`, [board]),
  async participantByToken(board, tokenHash) {
    const [row] = await db.rows<ParticipantRow>(`${PARTICIPANTS} AND token_hash = $2`, [
      board,
      tokenHash,
    ])
    return row
  },
  async removeParticipant(board, id, at) {
    await db.rows(
      `UPDATE participants SET removed_at = $3 FROM boards
       WHERE boards.key = participants.board AND boards.id = $1 AND participants.id = $2 AND removed_at IS NULL`,
      [board, id, at],
    )
  },
  async eraseParticipant(board, id, at) {
    const rows = await db.rows(
      `UPDATE participants SET name = '', waiting = NULL, removed_at = coalesce(removed_at, $3) FROM boards
       WHERE boards.key = participants.board AND boards.id = $1 AND participants.id = $2 RETURNING participants.id`,
      [board, id, at],
    )
    return rows.length > 0
  },
  async admitParticipant(board, id, organisation) {
    const rows = await db.rows(
      `UPDATE participants SET waiting = NULL, organisation = $3 FROM boards
       WHERE boards.key = participants.board AND boards.id = $1 AND participants.id = $2
         AND waiting IS NOT NULL AND removed_at IS NULL RETURNING participants.id`,
      [board, id, organisation],
    )
    return rows.length > 0
  },
  async setOrganisation(board, id, organisation) {
    await db.rows(
      `UPDATE participants SET organisation = $3 FROM boards
       WHERE boards.key = participants.board AND boards.id = $1 AND participants.id = $2
         AND waiting IS NULL AND removed_at IS NULL`,
      [board, id, organisation],
    )
  },
  async putCode(board, hash) {
    const rows = await db.rows(
      `INSERT INTO codes (board, hash) SELECT key, $2 FROM boards
       WHERE id = $1 AND NOT EXISTS (SELECT FROM codes WHERE hash = $2)
       ON CONFLICT (board) DO UPDATE SET hash = excluded.hash RETURNING hash`,
      [board, hash],
    )
    return rows.length > 0
  },
  async boardByCode(hash) {
    const [row] = await db.rows<{ id: string }>(
      'SELECT id FROM boards JOIN codes ON board = key WHERE hash = $1',
      [hash],
    )
    return row?.id
  },
})
