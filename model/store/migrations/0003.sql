-- What tells without reading the log whether two copies have the same of it. From here
-- on shared_copy.what can be 'compacted' too: earlier values were taken out of the file.

-- Derived: how many changes of each session the file has, and their checksums
-- combined by exclusive or, as big-endian integers.
CREATE TABLE tally (
  session BLOB PRIMARY KEY NOT NULL,
  changes INTEGER NOT NULL,
  mix INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
