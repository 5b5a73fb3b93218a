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

-- One readable table per entity, as described in package model.

CREATE TABLE "diagnosis" (
  id TEXT NOT NULL,
  diagnosis TEXT NOT NULL,
  "name" TEXT,
  "team" TEXT,
  "organisation" TEXT,
  "started" TEXT,
  "ended" TEXT,
  "essential" TEXT,
  "private_note" TEXT,
  PRIMARY KEY (diagnosis, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE "territory" (
  id TEXT NOT NULL,
  diagnosis TEXT NOT NULL,
  "name" TEXT,
  "kind" TEXT,
  "status" TEXT,
  "siren" TEXT,
  "region" TEXT,
  "departements" TEXT,
  "situation" TEXT,
  "urban_areas" TEXT,
  "commune_count" REAL,
  "area" REAL,
  "area_source" TEXT,
  "population" REAL,
  "population_year" INTEGER,
  "population_source" TEXT,
  "density" REAL,
  "density_source" TEXT,
  "unemployment" REAL,
  "unemployment_year" INTEGER,
  "unemployment_source" TEXT,
  "characteristics" TEXT,
  "website" TEXT,
  "private_note" TEXT,
  PRIMARY KEY (diagnosis, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE "commune" (
  id TEXT NOT NULL,
  diagnosis TEXT NOT NULL,
  "name" TEXT,
  "departement" TEXT,
  "epci" TEXT,
  "population" REAL,
  "population_year" INTEGER,
  "membership" TEXT,
  PRIMARY KEY (diagnosis, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE "lever" (
  id TEXT NOT NULL,
  diagnosis TEXT NOT NULL,
  "level" TEXT,
  "level_reason" TEXT,
  "not_applicable_reason" TEXT,
  "trend" TEXT,
  "in_place" TEXT,
  "planned" TEXT,
  "strengths" TEXT,
  "ways_forward" TEXT,
  "priority" TEXT,
  "source_kind" TEXT,
  "private_note" TEXT,
  PRIMARY KEY (diagnosis, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE "answer" (
  id TEXT NOT NULL,
  diagnosis TEXT NOT NULL,
  "value" TEXT,
  "comment" TEXT,
  PRIMARY KEY (diagnosis, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE "key_factor" (
  id TEXT NOT NULL,
  diagnosis TEXT NOT NULL,
  "statement" TEXT,
  "axis" TEXT,
  "scale" TEXT,
  "since" INTEGER,
  "description" TEXT,
  "sources_differ" TEXT,
  "sources_note" TEXT,
  "position" TEXT,
  "private_note" TEXT,
  PRIMARY KEY (diagnosis, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE "finding" (
  id TEXT NOT NULL,
  diagnosis TEXT NOT NULL,
  "seen" TEXT,
  "illustration" TEXT,
  "private_note" TEXT,
  PRIMARY KEY (diagnosis, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE "figure" (
  id TEXT NOT NULL,
  diagnosis TEXT NOT NULL,
  "label" TEXT,
  "value" REAL,
  "unit" TEXT,
  "year" INTEGER,
  "perimeter" TEXT,
  "definition" TEXT,
  "family" TEXT,
  "sector" TEXT,
  "source" TEXT,
  "comment" TEXT,
  "sources_differ" TEXT,
  "sources_note" TEXT,
  "position" TEXT,
  "private_note" TEXT,
  PRIMARY KEY (diagnosis, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE "initiative" (
  id TEXT NOT NULL,
  diagnosis TEXT NOT NULL,
  "name" TEXT,
  "year" INTEGER,
  "theme" TEXT,
  "theme_other" TEXT,
  "commune" TEXT,
  "region" TEXT,
  "legal_form" TEXT,
  "description" TEXT,
  "jobs" TEXT,
  "members" TEXT,
  "website" TEXT,
  "sources_differ" TEXT,
  "sources_note" TEXT,
  "position" TEXT,
  "private_note" TEXT,
  PRIMARY KEY (diagnosis, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE "actor" (
  id TEXT NOT NULL,
  diagnosis TEXT NOT NULL,
  "name" TEXT,
  "kind" TEXT,
  "organisation" TEXT,
  "role" TEXT,
  "email" TEXT,
  "phone" TEXT,
  "description" TEXT,
  "position" TEXT,
  "private_note" TEXT,
  PRIMARY KEY (diagnosis, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE "interview" (
  id TEXT NOT NULL,
  diagnosis TEXT NOT NULL,
  "actor" TEXT,
  "date" TEXT,
  "interviewer" TEXT,
  "summary" TEXT,
  "notes" TEXT,
  PRIMARY KEY (diagnosis, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE "evidence" (
  id TEXT NOT NULL,
  diagnosis TEXT NOT NULL,
  "title" TEXT,
  "kind" TEXT,
  "publisher" TEXT,
  "address" TEXT,
  "date" TEXT,
  "pages" TEXT,
  "photo" TEXT,
  "excerpt" TEXT,
  "position" TEXT,
  "private_note" TEXT,
  PRIMARY KEY (diagnosis, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE "action" (
  id TEXT NOT NULL,
  diagnosis TEXT NOT NULL,
  "title" TEXT,
  "lever" TEXT,
  "description" TEXT,
  "lead" TEXT,
  "partners" TEXT,
  "start" TEXT,
  "due" TEXT,
  "cost" REAL,
  "funding" TEXT,
  "indicator" TEXT,
  "status" TEXT,
  "priority" TEXT,
  "position" TEXT,
  "private_note" TEXT,
  PRIMARY KEY (diagnosis, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE "link" (
  id TEXT NOT NULL,
  diagnosis TEXT NOT NULL,
  "from" TEXT,
  "to" TEXT,
  "note" TEXT,
  PRIMARY KEY (diagnosis, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE "page" (
  id TEXT NOT NULL,
  diagnosis TEXT NOT NULL,
  "title" TEXT,
  "standfirst" TEXT,
  PRIMARY KEY (diagnosis, id)
) STRICT, WITHOUT ROWID;
