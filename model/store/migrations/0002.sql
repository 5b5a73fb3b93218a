-- Frozen states, and copies that leave something out on purpose.

CREATE TABLE frozen (
  snapshot BLOB NOT NULL,       -- the row of entity snapshot that names it
  entity TEXT NOT NULL,
  row ANY NOT NULL,
  field TEXT NOT NULL,
  value TEXT NOT NULL,          -- as it was shown then; it never changes
  sum BLOB NOT NULL,
  PRIMARY KEY (snapshot, entity, row, field)
) STRICT, WITHOUT ROWID;

-- Changes that a session had not in front of it, although it had seen what their
-- session did later: the copy that it worked on left them out.
CREATE TABLE unseen (
  session BLOB NOT NULL,
  seq INTEGER NOT NULL,
  parent BLOB NOT NULL,         -- the session of the change, seq its number there
  PRIMARY KEY (session, seq, parent)
) STRICT, WITHOUT ROWID;

-- Changes that this file leaves out, though others have them.
CREATE TABLE absent (
  session BLOB NOT NULL,
  seq INTEGER NOT NULL,
  copy BLOB NOT NULL,           -- the shared copy that left it out
  sum BLOB NOT NULL,
  PRIMARY KEY (session, seq, copy)
) STRICT, WITHOUT ROWID;

CREATE TABLE shared_copy (
  id BLOB NOT NULL,
  what TEXT NOT NULL,           -- 'private' or 'history': what it leaves out
  at INTEGER NOT NULL,          -- microseconds since 1970 UTC
  author TEXT NOT NULL,
  organisation TEXT NOT NULL,
  sum BLOB NOT NULL,
  PRIMARY KEY (id, what)
) STRICT, WITHOUT ROWID;

CREATE TABLE "snapshot" (
  id TEXT NOT NULL,
  diagnosis TEXT NOT NULL,
  "name" TEXT,
  "date" TEXT,
  "comment" TEXT,
  PRIMARY KEY (diagnosis, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE "report" (
  id TEXT NOT NULL,
  diagnosis TEXT NOT NULL,
  "without" TEXT,
  "axis" TEXT,
  "accent" TEXT,
  "team" TEXT,
  "date" TEXT,
  "funders" TEXT,
  "cover" TEXT,
  "logo" TEXT,
  "blank" TEXT,
  PRIMARY KEY (diagnosis, id)
) STRICT, WITHOUT ROWID;
