import type { Append, BoardRow, LinkRow, ParticipantRow } from './store.ts'

/** A board's row. */
export const board = (id: string): BoardRow => ({
  id,
  title: 'Place board',
  epoch: 'e1',
  readOnly: false,
  createdAt: 1000,
  changedAt: 1000,
})
/** A link's row on a board. */
export const link = (id: string, of: string): LinkRow => ({
  id,
  board: of,
  role: 'partner',
  secretHash: `hash-${id}`,
  expiresAt: null,
  revokedAt: null,
})
/** A participant's row on a board. */
export const participant = (id: string, of: string): ParticipantRow => ({
  id,
  board: of,
  link: 'l1',
  name: 'Asha Patel',
  role: 'partner',
  organisation: null,
  tokenHash: `token-${id}`,
  joinedAt: 2000,
  removedAt: null,
  waiting: null,
})
/** An append to a board, with a text for an update. */
export const append = (of: string, text: string, claims: Append['claims'] = []): Append => ({
  board: of,
  epoch: 'e1',
  update: new TextEncoder().encode(text),
  claims,
})
/** A claim of the highest client id. */
export const asha = { clientId: 4_294_967_295, participant: 'asha' }
/** Another one's claim. */
export const ben = { clientId: 7, participant: 'ben' }
/** The texts that updates are made of. */
export const texts = (updates: Uint8Array[]): string[] =>
  updates.map((u) => new TextDecoder().decode(u))
