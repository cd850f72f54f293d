/** One step per version of the file; `user_version` counts those already done. A step is never changed once released. */
export const migrations: readonly string[] = [
  `
  CREATE TABLE boards (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    epoch TEXT NOT NULL,
    read_only INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    seq INTEGER NOT NULL DEFAULT 0
  );
  CREATE TABLE links (
    id TEXT PRIMARY KEY,
    board INTEGER NOT NULL REFERENCES boards ON DELETE CASCADE,
    role TEXT NOT NULL,
    secret_hash TEXT NOT NULL,
    expires_at INTEGER,
    revoked_at INTEGER
  );
  CREATE UNIQUE INDEX links_by_secret ON links (board, secret_hash);
  CREATE TABLE participants (
    id TEXT PRIMARY KEY,
    board INTEGER NOT NULL REFERENCES boards ON DELETE CASCADE,
    link TEXT NOT NULL,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    organisation TEXT,
    token_hash TEXT NOT NULL,
    joined_at INTEGER NOT NULL,
    removed_at INTEGER
  );
  CREATE UNIQUE INDEX participants_by_token ON participants (board, token_hash);
  CREATE TABLE snapshots (
    board INTEGER PRIMARY KEY REFERENCES boards ON DELETE CASCADE,
    upto INTEGER NOT NULL,
    bytes BLOB NOT NULL
  );
  CREATE TABLE updates (
    board INTEGER NOT NULL REFERENCES boards ON DELETE CASCADE,
    seq INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (board, seq)
  ) WITHOUT ROWID;
  CREATE TABLE claims (
    board INTEGER NOT NULL REFERENCES boards ON DELETE CASCADE,
    client_id INTEGER NOT NULL,
    participant TEXT NOT NULL,
    PRIMARY KEY (board, client_id)
  ) WITHOUT ROWID;
  `,
]
