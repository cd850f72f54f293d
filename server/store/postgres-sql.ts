/** Columns of a BoardRow. */
export const BOARD = `SELECT id, title, epoch, read_only AS "readOnly", created_at AS "createdAt", changed_at AS "changedAt"
  FROM boards`

/** A board's LinkRows; $1 is the board's id. */
export const LINKS = `SELECT links.id, boards.id AS board, role, secret_hash AS "secretHash", expires_at AS "expiresAt",
  revoked_at AS "revokedAt" FROM links JOIN boards ON boards.key = links.board WHERE boards.id = $1`

/** A board's ParticipantRows; $1 is the board's id. */
export const PARTICIPANTS = `SELECT participants.id, boards.id AS board, link, name, role, organisation,
  token_hash AS "tokenHash", joined_at AS "joinedAt", removed_at AS "removedAt", waiting
  FROM participants JOIN boards ON boards.key = participants.board WHERE boards.id = $1`

/** A board with its links and first document. $1–$6 the board, $7 the document, $8–$12 the links' columns. */
export const CREATE = `
  WITH made AS (
    INSERT INTO boards (id, title, epoch, read_only, created_at, changed_at)
    VALUES ($1, $2, $3, $4, $5, $6) RETURNING key
  ), linked AS (
    INSERT INTO links (id, board, role, secret_hash, expires_at, revoked_at)
    SELECT link.id, key, role, secret_hash, expires_at, revoked_at
    FROM made, unnest($8::text[], $9::text[], $10::text[], $11::bigint[], $12::bigint[])
      WITH ORDINALITY AS link (id, role, secret_hash, expires_at, revoked_at, at)
    ORDER BY at
  )
  INSERT INTO snapshots (board, upto, bytes) SELECT key, 0, $7::bytea FROM made`

/**
 * All of a group's appends in one statement, so that a node that stops halfway never holds a lock. The rows of its boards
 * are locked, in one order for all nodes, before numbers are given out, so that numbers become visible in their order.
 * A claim of somebody else's client id ends as NULL in a NOT NULL column, which undoes the statement.
 * $1–$4 each append's board and epoch, and where its bytes lie in $5; $6–$8 each claim's append (from 1), client id and
 * participant; $9 the time.
 */
export const APPEND = `
  WITH given AS (
    SELECT * FROM unnest($1::text[], $2::text[], $3::int[], $4::int[])
      WITH ORDINALITY AS given (board, epoch, start, size, at)
  ), locked AS (
    SELECT key, id, epoch, seq FROM boards WHERE id = ANY ($1::text[]) ORDER BY key FOR NO KEY UPDATE
  ), numbered AS MATERIALIZED (
    SELECT at, key, start, size, locked.seq + row_number() OVER (PARTITION BY key ORDER BY at) AS seq
    FROM given JOIN locked ON locked.id = given.board AND locked.epoch = given.epoch
  ), stored AS (
    INSERT INTO updates (board, seq, bytes)
    SELECT key, seq, substr($5::bytea, start, size) FROM numbered
  ), claimed AS (
    INSERT INTO claims (board, client_id, participant, seq)
    SELECT key, client_id, participant, seq
    FROM unnest($6::int[], $7::bigint[], $8::text[]) AS claim (at, client_id, participant)
      JOIN numbered USING (at)
    ON CONFLICT (board, client_id) DO UPDATE
    SET participant = CASE WHEN claims.participant = excluded.participant THEN claims.participant END
  ), counted AS (
    UPDATE boards SET seq = last.seq, changed_at = $9
    FROM (SELECT key, max(seq) AS seq FROM numbered GROUP BY key) AS last
    WHERE boards.key = last.key
  )
  SELECT at, seq FROM numbered`

/** Everything of a board behind a number, as of one moment. $1 the board's id, $2 the number; -1 gives all there is. */
export const NEWS = `
  WITH wanted AS (
    SELECT key, epoch, revision, seq, upto FROM boards LEFT JOIN snapshots ON board = key WHERE id = $1
  )
  SELECT 'board' AS kind, seq, epoch, revision, upto,
    NULL::bytea AS bytes, NULL::bigint AS "clientId", NULL::text AS participant
    FROM wanted
  UNION ALL
  SELECT 'snapshot', snapshots.upto, NULL, NULL, NULL, bytes, NULL, NULL
    FROM wanted JOIN snapshots ON board = key WHERE snapshots.upto > $2
  UNION ALL
  SELECT 'update', updates.seq, NULL, NULL, NULL, bytes, NULL, NULL
    FROM wanted JOIN updates ON board = key WHERE updates.seq > greatest($2, upto)
  UNION ALL
  SELECT 'claim', claims.seq, NULL, NULL, NULL, NULL, client_id, participant
    FROM wanted JOIN claims ON board = key WHERE claims.seq > $2
  ORDER BY seq`

/** $1 the board's id, $2 the snapshot, $3 its number, $4 the epoch of the board that it was made of. Gives no row when there is no such board. */
export const COMPACT = `
  WITH placed AS (
    UPDATE snapshots SET upto = $3, bytes = $2::bytea FROM boards
    WHERE snapshots.board = boards.key AND boards.id = $1 AND epoch = $4 AND upto <= $3 AND $3 <= boards.seq
    RETURNING snapshots.board
  ), dropped AS (
    DELETE FROM updates USING placed WHERE updates.board = placed.board AND seq <= $3
  )
  SELECT FROM boards WHERE id = $1`

/** LoggedBoards; goes from one board of the log to the next by the log's key. $1 the place to begin behind, $2 how many at most. */
export const LOGGED = `
  WITH RECURSIVE logged (board) AS (
    SELECT min(board) FROM updates WHERE board > $1
    UNION ALL
    SELECT (SELECT min(board) FROM updates WHERE board > logged.board) FROM logged WHERE board IS NOT NULL
  ), first AS (
    SELECT board FROM logged LIMIT $2
  )
  SELECT id, board AS place FROM first JOIN boards ON key = board ORDER BY board`

/** $1 the key, $2 the owner, $3 ms. Gives a row when the lease is the owner's. */
export const LEASE = `
  INSERT INTO leases (key, owner, ends_at)
  VALUES ($1, $2, clock_timestamp() + $3 * interval '1 millisecond')
  ON CONFLICT (key) DO UPDATE SET owner = excluded.owner, ends_at = excluded.ends_at
  WHERE leases.owner = excluded.owner OR leases.ends_at <= clock_timestamp()
  RETURNING key`

/** The session as one row, if there is such a board; $1 the board's id, $2 what a scribe's authors are like. */
export const SESSION = `
  SELECT coalesce(version, 0) AS version, state,
    coalesce(answered, '{}') AS answered, coalesce(scribed, '{}') AS scribed
  FROM boards LEFT JOIN sessions ON board = key LEFT JOIN LATERAL (
    SELECT json_object_agg(round, n) AS answered, json_object_agg(round, by_scribe) AS scribed
    FROM (
      SELECT round, count(*) AS n, count(*) FILTER (WHERE author LIKE $2) AS by_scribe
      FROM answers WHERE board = key GROUP BY round
    ) AS counted
  ) AS counts ON true
  WHERE id = $1`

/** $1 the board's id, $2 the version to be replaced, $3 the state. Gives a row when it was. */
export const SAVE_SESSION = `
  WITH saved AS (
    INSERT INTO sessions (board, version, state)
    SELECT key, $2::bigint + 1, $3 FROM boards WHERE id = $1
    ON CONFLICT (board) DO UPDATE SET version = excluded.version, state = excluded.state
    WHERE sessions.version = $2
    RETURNING board
  ), told AS (
    UPDATE boards SET revision = revision + 1 FROM saved WHERE key = board
  )
  SELECT FROM saved`

/** The session's row is held, so that no answer comes in behind a round's closing. $1 the board's id, $2 the version. */
const AT_VERSION = `
  here AS (
    SELECT sessions.board FROM sessions JOIN boards ON key = sessions.board
    WHERE id = $1 AND version = $2 FOR SHARE OF sessions
  ), told AS (
    UPDATE boards SET revision = revision + 1 FROM here WHERE key = board
  )`

/** $3–$5 round, author and body. Gives a row when the session had that version. */
export const PUT_ANSWER = `
  WITH ${AT_VERSION}, put AS (
    INSERT INTO answers (board, round, author, body) SELECT board, $3, $4, $5 FROM here
    ON CONFLICT (board, round, author) DO UPDATE SET body = excluded.body
  )
  SELECT FROM here`

/** $3 and $4 round and author. Gives a row when the session had that version. */
export const DROP_ANSWER = `
  WITH ${AT_VERSION}, dropped AS (
    DELETE FROM answers USING here
    WHERE answers.board = here.board AND round = $3 AND author = $4
  )
  SELECT FROM here`
