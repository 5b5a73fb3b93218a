-- The log, its heads, and one readable table per entity. Applied once, to an
-- empty file; never changed after a release: later formats are later numbers.
PRAGMA application_id = 0x54524553; -- "TRES"

CREATE TABLE document (
  id BLOB PRIMARY KEY NOT NULL, -- UUID, the same in every copy
  created INTEGER NOT NULL,     -- microseconds since 1970 UTC
  sum BLOB NOT NULL             -- first 8 bytes of a SHA-256 over the other columns
) STRICT, WITHOUT ROWID;

CREATE TABLE session (
  id BLOB PRIMARY KEY NOT NULL, -- UUID, minted at the first edit after an opening
  author TEXT NOT NULL,
  organisation TEXT NOT NULL,
  device TEXT NOT NULL,
  app TEXT NOT NULL,
  started INTEGER NOT NULL,
  sum BLOB NOT NULL             -- covers what the session had seen as well
) STRICT, WITHOUT ROWID;

CREATE TABLE seen (
  session BLOB NOT NULL,
  parent BLOB NOT NULL,         -- a session, and through it all that it had seen
  upto INTEGER NOT NULL,        -- its changes up to this seq
  PRIMARY KEY (session, parent)
) STRICT, WITHOUT ROWID;

CREATE TABLE change (
  session BLOB NOT NULL,
  seq INTEGER NOT NULL,         -- 1, 2, 3… within the session, with gaps, never used twice
  hlc INTEGER NOT NULL,         -- hybrid logical clock: microseconds since 1970 UTC
  diagnosis BLOB NOT NULL,
  entity TEXT NOT NULL,
  row ANY NOT NULL,             -- a UUID as a blob, otherwise text
  field TEXT NOT NULL,          -- '' for the existence of the row, '1' or '0'
  value TEXT NOT NULL,          -- canonical text, '' when unset
  sum BLOB NOT NULL,
  PRIMARY KEY (session, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE photo (
  sha256 BLOB PRIMARY KEY NOT NULL,
  kind TEXT NOT NULL,           -- media type
  bytes BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE head (
  diagnosis BLOB NOT NULL,
  entity TEXT NOT NULL,
  row ANY NOT NULL,
  field TEXT NOT NULL,
  session BLOB NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (diagnosis, entity, row, field, session, seq)
) STRICT, WITHOUT ROWID;
