/** One step per version of the database; `rapport_schema` counts those already done. A step is never changed once released. */
export const migrations: readonly string[] = [
  `
  CREATE TABLE boards (
    key bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id text NOT NULL UNIQUE,
    title text NOT NULL,
    epoch text NOT NULL,
    read_only boolean NOT NULL,
    created_at bigint NOT NULL,
    changed_at bigint NOT NULL,
    seq bigint NOT NULL DEFAULT 0,
    revision bigint NOT NULL DEFAULT 0
  ) WITH (fillfactor = 50);
  CREATE TABLE links (
    key bigint GENERATED ALWAYS AS IDENTITY,
    id text PRIMARY KEY,
    board bigint NOT NULL REFERENCES boards ON DELETE CASCADE,
    role text NOT NULL,
    secret_hash text NOT NULL,
    expires_at bigint,
    revoked_at bigint,
    UNIQUE (board, secret_hash)
  );
  CREATE TABLE participants (
    key bigint GENERATED ALWAYS AS IDENTITY,
    id text PRIMARY KEY,
    board bigint NOT NULL REFERENCES boards ON DELETE CASCADE,
    link text NOT NULL,
    name text NOT NULL,
    role text NOT NULL,
    organisation text,
    token_hash text NOT NULL,
    joined_at bigint NOT NULL,
    removed_at bigint,
    UNIQUE (board, token_hash)
  );
  CREATE TABLE snapshots (
    board bigint PRIMARY KEY REFERENCES boards ON DELETE CASCADE,
    upto bigint NOT NULL,
    bytes bytea NOT NULL
  ) WITH (autovacuum_vacuum_scale_factor = 0.02, toast.autovacuum_vacuum_scale_factor = 0.02);
  CREATE TABLE updates (
    board bigint NOT NULL REFERENCES boards ON DELETE CASCADE,
    seq bigint NOT NULL,
    bytes bytea NOT NULL,
    PRIMARY KEY (board, seq)
  ) WITH (autovacuum_vacuum_scale_factor = 0.02, toast.autovacuum_vacuum_scale_factor = 0.02);
  CREATE TABLE claims (
    board bigint NOT NULL REFERENCES boards ON DELETE CASCADE,
    client_id bigint NOT NULL,
    participant text NOT NULL,
    seq bigint NOT NULL,
    PRIMARY KEY (board, client_id)
  );
  CREATE INDEX claims_by_seq ON claims (board, seq);
  CREATE TABLE leases (
    key text PRIMARY KEY,
    owner text NOT NULL,
    ends_at timestamptz NOT NULL
  );

  -- Statistics would keep samples of what people wrote beyond its erasure.
  ALTER TABLE boards ALTER COLUMN title SET STATISTICS 0;
  ALTER TABLE participants ALTER COLUMN name SET STATISTICS 0;
  ALTER TABLE snapshots ALTER COLUMN bytes SET STATISTICS 0;
  ALTER TABLE updates ALTER COLUMN bytes SET STATISTICS 0;

  CREATE FUNCTION rapport_board_changed() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN NEW.revision := OLD.revision + 1; RETURN NEW; END $$;
  CREATE FUNCTION rapport_people_changed() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN UPDATE boards SET revision = revision + 1 WHERE key = NEW.board; RETURN NULL; END $$;
  CREATE TRIGGER board_changed BEFORE UPDATE OF title, read_only ON boards
    FOR EACH ROW EXECUTE FUNCTION rapport_board_changed();
  CREATE TRIGGER link_changed AFTER INSERT OR UPDATE ON links
    FOR EACH ROW EXECUTE FUNCTION rapport_people_changed();
  CREATE TRIGGER participant_changed AFTER INSERT OR UPDATE ON participants
    FOR EACH ROW EXECUTE FUNCTION rapport_people_changed();
  `,
  `
  CREATE TABLE sessions (
    board bigint PRIMARY KEY REFERENCES boards ON DELETE CASCADE,
    version bigint NOT NULL,
    state text NOT NULL
  );
  CREATE TABLE answers (
    board bigint NOT NULL REFERENCES boards ON DELETE CASCADE,
    round text NOT NULL,
    author text NOT NULL,
    body text NOT NULL,
    PRIMARY KEY (board, round, author)
  ) WITH (autovacuum_vacuum_threshold = 1, autovacuum_vacuum_scale_factor = 0);
  ALTER TABLE sessions ALTER COLUMN state SET STATISTICS 0;
  ALTER TABLE answers ALTER COLUMN body SET STATISTICS 0;
  `,
  `
  ALTER TABLE participants ADD COLUMN waiting text;
  ALTER TABLE participants ALTER COLUMN waiting SET STATISTICS 0;
  CREATE TABLE codes (
    board bigint PRIMARY KEY REFERENCES boards ON DELETE CASCADE,
    hash text NOT NULL UNIQUE
  );
  `,
  `
  CREATE TABLE versions (
    key bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id text NOT NULL UNIQUE,
    board bigint NOT NULL REFERENCES boards ON DELETE CASCADE,
    kind text NOT NULL,
    name text NOT NULL,
    made_at bigint NOT NULL,
    made_by text,
    bytes bytea NOT NULL
  ) WITH (autovacuum_vacuum_threshold = 1, autovacuum_vacuum_scale_factor = 0,
    toast.autovacuum_vacuum_threshold = 1, toast.autovacuum_vacuum_scale_factor = 0);
  CREATE INDEX versions_by_board ON versions (board, key);
  ALTER TABLE versions ALTER COLUMN name SET STATISTICS 0;
  ALTER TABLE versions ALTER COLUMN bytes SET STATISTICS 0;
  `,
  `
  CREATE TABLE images (
    board bigint NOT NULL REFERENCES boards ON DELETE CASCADE,
    id text NOT NULL,
    type text NOT NULL,
    width int NOT NULL,
    height int NOT NULL,
    size int NOT NULL,
    added_at bigint NOT NULL,
    bytes bytea NOT NULL,
    PRIMARY KEY (board, id)
  ) WITH (autovacuum_vacuum_threshold = 1, autovacuum_vacuum_scale_factor = 0,
    toast.autovacuum_vacuum_threshold = 1, toast.autovacuum_vacuum_scale_factor = 0);
  -- Pictures are compressed as they are.
  ALTER TABLE images ALTER COLUMN bytes SET STORAGE EXTERNAL;
  ALTER TABLE images ALTER COLUMN bytes SET STATISTICS 0;

  -- The board's row is held first, so that two at once can't both have the last room: each statement in here sees what is
  -- there by then. NULL when there is no such board.
  CREATE FUNCTION rapport_add_image(
    board_id text, image_id text, of_type text, across int, down int, content bytea, now_ms bigint, most bigint
  ) RETURNS boolean LANGUAGE plpgsql AS $$
    DECLARE here bigint;
    BEGIN
      SELECT key INTO here FROM boards WHERE id = board_id FOR NO KEY UPDATE;
      IF here IS NULL THEN RETURN NULL; END IF;
      UPDATE images SET added_at = now_ms WHERE board = here AND id = image_id;
      IF FOUND THEN RETURN true; END IF;
      IF length(content) + (SELECT coalesce(sum(size), 0) FROM images WHERE board = here) > most THEN
        RETURN false;
      END IF;
      INSERT INTO images (board, id, type, width, height, size, added_at, bytes)
        VALUES (here, image_id, of_type, across, down, length(content), now_ms, content);
      RETURN true;
    END $$;
  `,
  `
  ALTER TABLE images ADD COLUMN unused_since bigint;
  CREATE OR REPLACE FUNCTION rapport_add_image(
    board_id text, image_id text, of_type text, across int, down int, content bytea, now_ms bigint, most bigint
  ) RETURNS boolean LANGUAGE plpgsql AS $$
    DECLARE here bigint;
    BEGIN
      SELECT key INTO here FROM boards WHERE id = board_id FOR NO KEY UPDATE;
      IF here IS NULL THEN RETURN NULL; END IF;
      UPDATE images SET added_at = now_ms, unused_since = NULL WHERE board = here AND id = image_id;
      IF FOUND THEN RETURN true; END IF;
      IF length(content) + (SELECT coalesce(sum(size), 0) FROM images WHERE board = here) > most THEN
        RETURN false;
      END IF;
      INSERT INTO images (board, id, type, width, height, size, added_at, bytes)
        VALUES (here, image_id, of_type, across, down, length(content), now_ms, content);
      RETURN true;
    END $$;
  `,
]
