import { plain, type SqliteTools } from './sqlite-connection.ts'
import type { LinkRow, ParticipantRow } from './store.ts'

const LINK = `SELECT links.id, boards.id AS board, role, secret_hash AS secretHash, expires_at AS expiresAt,
  revoked_at AS revokedAt FROM links JOIN boards ON boards.key = links.board WHERE boards.id = ?`
const PARTICIPANT = `SELECT participants.id, boards.id AS board, link, name, role, organisation, token_hash AS tokenHash,
  joined_at AS joinedAt, removed_at AS removedAt, waiting
  FROM participants JOIN boards ON boards.key = participants.board WHERE boards.id = ?`

/** Adds a link to the board with this key. */
export const insertLink = ({ run }: Pick<SqliteTools, 'run'>, key: number, link: LinkRow): number =>
  run(
    'INSERT INTO links (id, board, role, secret_hash, expires_at, revoked_at) VALUES (?, ?, ?, ?, ?, ?)',
    link.id,
    key,
    link.role,
    link.secretHash,
    link.expiresAt,
    link.revokedAt,
  )

/** The part of a database's calls that is about who may come to a board, and who has. */
export const peopleCalls = ({ all, get, run, keyOf, eraseSoon }: SqliteTools) => ({
  links: (board: string): LinkRow[] =>
    all(`${LINK} ORDER BY links.rowid`, board).map((row) => plain(row) as unknown as LinkRow),
  linkBySecret(board: string, secretHash: string): LinkRow | undefined {
    const row = get(`${LINK} AND secret_hash = ?`, board, secretHash)
    return row && (plain(row) as unknown as LinkRow)
  },
  addLink(link: LinkRow): void {
    insertLink({ run }, keyOf(link.board), link)
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
  eraseParticipant(board: string, id: string, at: number): boolean {
    const erased = run(
      `UPDATE participants SET name = '', waiting = NULL, removed_at = coalesce(removed_at, ?)
         WHERE id = ? AND board = ?`,
      at,
      id,
      keyOf(board),
    )
    if (erased > 0) eraseSoon()
    return erased > 0
  },
  admitParticipant: (board: string, id: string, organisation: string | null): boolean =>
    run(
      `UPDATE participants SET waiting = NULL, organisation = ?
         WHERE id = ? AND board = ? AND waiting IS NOT NULL AND removed_at IS NULL`,
      organisation,
      id,
      keyOf(board),
    ) > 0,
  setOrganisation(board: string, id: string, organisation: string | null): void {
    run(
      `UPDATE participants SET organisation = ?
         WHERE id = ? AND board = ? AND waiting IS NULL AND removed_at IS NULL`,
      organisation,
      id,
      keyOf(board),
    )
  },
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
})
