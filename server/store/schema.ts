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
  `
  ALTER TABLE boards ADD COLUMN revision INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE claims ADD COLUMN seq INTEGER NOT NULL DEFAULT 0;
  CREATE TABLE leases (
    key TEXT PRIMARY KEY,
    owner TEXT NOT NULL,
    ends_at INTEGER NOT NULL
  ) WITHOUT ROWID;
  CREATE TRIGGER board_changed AFTER UPDATE OF title, read_only ON boards
    BEGIN UPDATE boards SET revision = revision + 1 WHERE key = NEW.key; END;
  CREATE TRIGGER link_added AFTER INSERT ON links
    BEGIN UPDATE boards SET revision = revision + 1 WHERE key = NEW.board; END;
  CREATE TRIGGER link_changed AFTER UPDATE ON links
    BEGIN UPDATE boards SET revision = revision + 1 WHERE key = NEW.board; END;
  CREATE TRIGGER participant_added AFTER INSERT ON participants
    BEGIN UPDATE boards SET revision = revision + 1 WHERE key = NEW.board; END;
  CREATE TRIGGER participant_changed AFTER UPDATE ON participants
    BEGIN UPDATE boards SET revision = revision + 1 WHERE key = NEW.board; END;
  `,
  `
  CREATE TABLE sessions (
    board INTEGER PRIMARY KEY REFERENCES boards ON DELETE CASCADE,
    version INTEGER NOT NULL,
    state TEXT NOT NULL
  );
  CREATE TABLE answers (
    board INTEGER NOT NULL REFERENCES boards ON DELETE CASCADE,
    round TEXT NOT NULL,
    author TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (board, round, author)
  ) WITHOUT ROWID;
  `,
  `
  ALTER TABLE participants ADD COLUMN waiting TEXT;
  CREATE TABLE codes (
    board INTEGER PRIMARY KEY REFERENCES boards ON DELETE CASCADE,
    hash TEXT NOT NULL UNIQUE
  );
  `,
  `
  CREATE TABLE versions (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    board INTEGER NOT NULL REFERENCES boards ON DELETE CASCADE,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    made_by TEXT,
    bytes BLOB NOT NULL
  );
  CREATE INDEX versions_by_board ON versions (board, key);
  `,
  `
  CREATE TABLE images (
    board INTEGER NOT NULL REFERENCES boards ON DELETE CASCADE,
    id TEXT NOT NULL,
    type TEXT NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    size INTEGER NOT NULL,
    added_at INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (board, id)
  );
  `,
  `
  -- Apart from the pictures: a column behind their bytes could be neither read nor set without all of these.
  CREATE TABLE unused_images (
    board INTEGER NOT NULL,
    id TEXT NOT NULL,
    since INTEGER NOT NULL,
    PRIMARY KEY (board, id),
    FOREIGN KEY (board, id) REFERENCES images (board, id) ON DELETE CASCADE
  ) WITHOUT ROWID;
  `,
]
