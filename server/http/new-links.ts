import { roles, type Role } from '../../shared/access.ts'
import { newId } from '../../shared/ids.ts'
import { hashSecret, newSecret } from '../secret.ts'
import type { LinkRow } from '../store/store.ts'

/** A new link for one role with its secret, which nobody can be told again. */
export function newLink(
  board: string,
  role: Role,
  expiresAt: number | null = null,
): { row: LinkRow; secret: string } {
  const secret = newSecret()
  const secretHash = hashSecret(secret)
  return { row: { id: newId(), board, role, secretHash, expiresAt, revokedAt: null }, secret }
}

/** A board's first links, one for each role. */
export function newLinks(board: string): { rows: LinkRow[]; secrets: Record<Role, string> } {
  const made = roles.map((role) => newLink(board, role))
  const secrets = Object.fromEntries(made.map(({ row, secret }) => [row.role, secret]))
  return { rows: made.map(({ row }) => row), secrets: secrets as Record<Role, string> }
}
