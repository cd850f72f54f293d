import type { Role } from '../../shared/access.ts'
import type { PlainImage } from '../../shared/images/read-image.ts'
import type { VersionKind } from '../../shared/protocol/versions.ts'

/** A board's row: what is known of it without its document. */
export interface BoardRow {
  id: string
  title: string
  epoch: string
  readOnly: boolean
  createdAt: number
  /** ms since 1970; when somebody last edited */
  changedAt: number
}

/** A link's row; the secret itself is never stored. */
export interface LinkRow {
  id: string
  board: string
  role: Role
  /** SHA-256 of the secret, hex */
  secretHash: string
  expiresAt: number | null
  revokedAt: number | null
}

/** A participant's row; the token itself is never stored. */
export interface ParticipantRow {
  id: string
  board: string
  link: string
  name: string
  role: Role
  organisation: string | null
  /** SHA-256 of the token, hex */
  tokenHash: string
  joinedAt: number
  removedAt: number | null
  /** what they wish for while they wait to be let onto the board; null once they are on it. The store doesn't look into it */
  waiting: string | null
}

/** One accepted Yjs update on its way to disk. */
export interface Append {
  board: string
  /** the epoch of the board that the update builds on */
  epoch: string
  update: Uint8Array
  /** client ids seen for the first time in this update, and whose they are from now on */
  claims: readonly { clientId: number; participant: string }[]
}

/** A board's document as stored: the snapshot, then the updates behind it in the order of their acceptance. */
export interface StoredDocument {
  epoch: string
  snapshot: Uint8Array | null
  updates: Uint8Array[]
  /** number of the last update in the log; 0 when there is none */
  seq: number
  claims: { clientId: number; participant: string }[]
}

/** What a board's log was folded into. */
export interface Folded {
  /** the epoch of the board whose log it was */
  epoch: string
  snapshot: Uint8Array
  /** number of the last update that the snapshot holds */
  upTo: number
}

/** An update with its number in its board's log, and the claims that were made in it. */
export interface LoggedUpdate {
  seq: number
  update: Uint8Array
  claims: Append['claims']
}

/** A board whose log holds updates, and its place among the boards. */
export interface LoggedBoard {
  id: string
  place: number
}

/** What came to a board behind some number of its log, as it was at one moment. */
export interface BoardNews {
  epoch: string
  /** another one whenever the board's row, its links or its participants have changed */
  revision: number
  /** number of the last update in the log */
  seq: number
  /** in order and without gaps; the first may be the snapshot, which stands for every update up to its number */
  updates: LoggedUpdate[]
}

/** A board's session as stored; the store doesn't look into `state`, and version 0 is one that was never saved. */
export interface StoredSession {
  version: number
  state: string | null
  /** round id → how many answers lie with the store */
  answered: Record<string, number>
  /** round id → how many of them a scribe entered; a round without any may be left out */
  scribed: Record<string, number>
}

/** A sealed answer: kept apart from everything that is exported, backed up or sent to others. */
export interface StoredAnswer {
  author: string
  body: string
}

/** A kept copy of a board, without its content. Whatever is not `saved` by a person is automatic. */
export interface VersionRow {
  id: string
  board: string
  kind: VersionKind
  /** the name given; for an automatic one what it is named after */
  name: string
  at: number
  /** id of the participant who saved it, or did what it was kept before */
  by: string | null
}

/** A picture on a board; its id is made of its bytes, so that one that is there already takes no more room. */
export interface StoredImage extends PlainImage {
  id: string
}

/** What is known of a picture without its bytes. */
export interface ImageRow extends Omit<StoredImage, 'bytes'> {
  /** length in bytes */
  size: number
  /** ms since 1970; when it was last put there */
  addedAt: number
  /** ms since 1970; since when nothing shows it, null while something does or nobody has looked */
  unusedSince: number | null
}

/**
 * Where boards live. Every promise resolves after the change is durable (an fsync has succeeded) and
 * rejects when it is not; a rejected call has changed nothing, unless contact with the database was lost before it could
 * answer: then it may have, and appending or compacting once more does no harm. Several processes may use one store.
 * One contract suite runs against every engine.
 */
export interface BoardStore {
  /** Creates the board with its links and first document, all or nothing. */
  create(board: BoardRow, links: readonly LinkRow[], snapshot: Uint8Array): Promise<void>
  board(id: string): Promise<BoardRow | undefined>
  boards(): Promise<BoardRow[]>
  change(id: string, patch: Partial<Pick<BoardRow, 'title' | 'readOnly'>>): Promise<void>
  /** Removes the board and everything about it. */
  remove(id: string): Promise<void>

  links(board: string): Promise<LinkRow[]>
  linkBySecret(board: string, secretHash: string): Promise<LinkRow | undefined>
  addLink(link: LinkRow): Promise<void>
  revokeLink(board: string, link: string, at: number): Promise<void>

  addParticipant(participant: ParticipantRow): Promise<void>
  participants(board: string): Promise<ParticipantRow[]>
  participantByToken(board: string, tokenHash: string): Promise<ParticipantRow | undefined>
  removeParticipant(board: string, id: string, at: number): Promise<void>
  /**
   * Removes a participant, if they aren't yet, and puts an empty name in place of theirs, for good; what they wished for while
   * they waited goes too. Their id, role and organisation stay. False when the board has nobody of that id.
   */
  eraseParticipant(board: string, id: string, at: number): Promise<boolean>
  /** Lets who waits onto the board, for an organisation or none; false when they don't wait, or were removed. */
  admitParticipant(board: string, id: string, organisation: string | null): Promise<boolean>
  /** Has a participant speak for another organisation from now on, if they have a place on the board. */
  setOrganisation(board: string, id: string, organisation: string | null): Promise<void>

  /** Puts a short code's hash in place of the one the board has; false when it is another board's. */
  putCode(board: string, hash: string): Promise<boolean>
  /** The id of the board whose short code this was last; whether it is still good, the session knows. */
  boardByCode(hash: string): Promise<string | undefined>

  /** Rejects when the board is unknown or unreadable: a caller must never go on with a blank document. */
  load(board: string): Promise<StoredDocument>
  /**
   * Appends all of `batch` in one commit and gives the number in its board's log that each got. Appends for a board that
   * was removed meanwhile, or replaced by one of another epoch, are dropped, and their number is 0. With a claim of a client id that belongs to somebody else
   * all of `batch` is rejected as `claimed`. Whoever reads the log never sees a number before those below it.
   */
  append(batch: readonly Append[]): Promise<number[]>
  /** What came after the update with number `seq`. Rejects when the board is unknown or unreadable. */
  updatesAfter(board: string, seq: number): Promise<BoardNews>
  /**
   * Puts `snapshot` in place of the updates up to and including `upTo`; later ones stay. Does nothing if a later snapshot is
   * there, or the board has another epoch by now. Rejects when the board is unknown.
   */
  compact(board: string, folded: Folded): Promise<void>
  /**
   * The first `most` boards behind a place whose log holds updates, in the order of their places; 0 is before all of them. Takes
   * no longer for boards whose log is empty.
   */
  logged(after: number, most: number): Promise<LoggedBoard[]>

  session(board: string): Promise<StoredSession>
  /** Puts `state` in place of the session's `version`, whose number goes up by one; false when it has another by now. */
  saveSession(board: string, version: number, state: string): Promise<boolean>
  /** Keeps `author`'s answer to a round, or takes it away with `null`; false when the session has another version by now. */
  setAnswer(
    board: string,
    version: number,
    answer: { round: string; author: string; body: string | null },
  ): Promise<boolean>
  /** The answers to a round, by author. */
  answers(board: string, round: string): Promise<StoredAnswer[]>
  /** Removes every answer to a round for good. */
  eraseAnswers(board: string, round: string): Promise<void>

  /** A board's versions, the newest first; none for an unknown board. */
  versions(board: string): Promise<VersionRow[]>
  /** What was kept as this version's content; undefined when the board has no such version. */
  versionContent(board: string, version: string): Promise<Uint8Array | undefined>
  /**
   * Keeps a version; the oldest automatic ones go, so that with it there are `most` at most. False, with nothing changed,
   * where too many were saved by people for that. Rejects when the board is unknown.
   */
  addVersion(version: VersionRow, content: Uint8Array, most: number): Promise<boolean>
  /** Puts `content` in place of a version's, which is erased; false when there is no such version. */
  rewriteVersion(board: string, version: string, content: Uint8Array): Promise<boolean>
  /** Erases a version; false when there is no such one. */
  removeVersion(board: string, version: string): Promise<boolean>

  /**
   * Keeps a picture on its board; one that is there already counts as put there anew. False, and nothing kept, when the board's
   * pictures would take more than `most` bytes. Rejects when the board is unknown.
   */
  addImage(board: string, image: StoredImage, at: number, most: number): Promise<boolean>
  image(board: string, id: string): Promise<StoredImage | undefined>
  /** The board's pictures, in the order of their ids. */
  images(board: string): Promise<ImageRow[]>
  /**
   * Notes that nothing shows the pictures `unused` of the board, since `at` (ms since 1970) unless that was noted before, and that
   * something shows all others.
   */
  markImages(board: string, unused: readonly string[], at: number): Promise<void>
  /** Removes these pictures for good, but for those put there, or noted as shown or anew as unused, since `before` (ms since 1970). */
  dropImages(board: string, ids: readonly string[], before: number): Promise<void>

  /** Whether `key` is `owner`'s alone for the next `ms`, by the store's clock; asking again makes it longer. */
  lease(key: string, owner: string, ms: number): Promise<boolean>
  /** Gives back what `owner` leased; nothing if it is somebody else's by now. */
  release(key: string, owner: string): Promise<void>

  /** Resolves when the store can write; for readiness. */
  ping(): Promise<void>
  close(): Promise<void>
}
