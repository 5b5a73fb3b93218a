-- The heads of a row in one place, with what they say: what is shown is read without
-- looking for each value in the log, and is there twice should a page be damaged.

DROP TABLE head;

CREATE TABLE head (
  diagnosis BLOB NOT NULL,
  entity TEXT NOT NULL,
  row ANY NOT NULL,
  cells BLOB NOT NULL,          -- see heads.go
  sum BLOB NOT NULL,
  PRIMARY KEY (diagnosis, entity, row)
) STRICT, WITHOUT ROWID;
