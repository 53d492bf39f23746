-- Numbers inside: a key stands once, a text that many elements have stands once, and every index is of numbers.
-- What stood in the tables of step 1 is read over by the program in the same transaction; see Sqlite/Upgrading.cs.

ALTER TABLE node_version RENAME TO node_version_1;
ALTER TABLE edge_version RENAME TO edge_version_1;
ALTER TABLE revision RENAME TO revision_1;
DROP TABLE node_time;
DROP TABLE statement;
DROP TABLE node_words;
DROP INDEX node_current;
DROP INDEX node_history;
DROP INDEX node_kind_order;
DROP INDEX node_from;
DROP INDEX node_until;
DROP INDEX edge_current;
DROP INDEX edge_history;
DROP INDEX edge_out;
DROP INDEX edge_in;
DROP INDEX edge_from;
DROP INDEX edge_until;

CREATE TABLE revision (
  number  INTEGER PRIMARY KEY,
  at      TEXT NOT NULL,
  author  TEXT NOT NULL,
  action  TEXT NOT NULL,
  source  TEXT,
  summary TEXT NOT NULL,
  sum     INTEGER NOT NULL                 -- over the sum before it and those of all that it put and took
) STRICT;

CREATE TABLE key (
  id   INTEGER PRIMARY KEY,
  hash INTEGER NOT NULL,                   -- 64 bits, so that the key itself stands in no index
  name TEXT NOT NULL
) STRICT;

CREATE INDEX key_hash ON key (hash);

-- What repeats: agreements, centres, municipalities, documents, labels, arts. Never changed, never taken away.
CREATE TABLE term (
  id   INTEGER PRIMARY KEY,
  text TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE node_version (
  id        INTEGER PRIMARY KEY,
  key       INTEGER NOT NULL,
  kind      INTEGER NOT NULL,              -- the kind's place in the table of kinds; the first six are its level
  flags     INTEGER NOT NULL,              -- 1 only named, 2 unspecified, 4 on a condition
  kommune   INTEGER NOT NULL,              -- a term
  center    INTEGER,                       -- a term: of the statement that is shown
  owner     INTEGER,                       -- a term: the one centre that states it
  art       INTEGER,                       -- a term
  first_day INTEGER NOT NULL,              -- of its earliest time; days since 0001-01-01, 3652058 without one
  titel     TEXT NOT NULL,
  tekst     TEXT,                          -- null where it is the title
  body      BLOB NOT NULL,                 -- every statement
  sum       INTEGER NOT NULL,              -- over the row
  from_rev  INTEGER NOT NULL REFERENCES revision (number),
  until_rev INTEGER REFERENCES revision (number)
) STRICT;

CREATE UNIQUE INDEX node_current ON node_version (key) WHERE until_rev IS NULL;
CREATE INDEX node_history ON node_version (key) WHERE until_rev IS NOT NULL;
CREATE INDEX node_kind ON node_version (kind) WHERE until_rev IS NULL;
CREATE INDEX node_from ON node_version (from_rev);
CREATE INDEX node_until ON node_version (until_rev) WHERE until_rev IS NOT NULL;

CREATE TABLE node_time (
  version   INTEGER NOT NULL,
  first_day INTEGER NOT NULL,              -- 0 where open
  last_day  INTEGER NOT NULL,              -- 3652058 where open
  PRIMARY KEY (version, first_day, last_day)
) STRICT, WITHOUT ROWID;

CREATE TABLE edge_version (
  id         INTEGER PRIMARY KEY,
  type       INTEGER NOT NULL,             -- the type's place in the table of types
  from_key   INTEGER NOT NULL,
  to_key     INTEGER NOT NULL,
  art        INTEGER,
  afgoerelse INTEGER,
  body       BLOB NOT NULL,
  sum        INTEGER NOT NULL,
  from_rev   INTEGER NOT NULL REFERENCES revision (number),
  until_rev  INTEGER REFERENCES revision (number)
) STRICT;

CREATE INDEX edge_out ON edge_version (from_key, type, to_key);
CREATE INDEX edge_in ON edge_version (to_key, type, from_key);
CREATE INDEX edge_from ON edge_version (from_rev);
CREATE INDEX edge_until ON edge_version (until_rev) WHERE until_rev IS NOT NULL;

-- Which current elements a document states: what a new edition withdraws.
CREATE TABLE statement (
  aftale  INTEGER NOT NULL,                -- a term
  is_edge INTEGER NOT NULL,
  version INTEGER NOT NULL,
  PRIMARY KEY (aftale, is_edge, version)
) STRICT, WITHOUT ROWID;

-- Words of current nodes, each once: those of the title, and those that stand elsewhere only. rowid = node_version.id.
CREATE VIRTUAL TABLE node_words USING fts5 (
  titel, andet, content='', contentless_delete=1, detail=column, tokenize='unicode61 remove_diacritics 0'
);

-- Change sets that are thought of and not made.
CREATE TABLE scenario (
  name    TEXT PRIMARY KEY,
  changes TEXT NOT NULL,                   -- JSON
  author  TEXT NOT NULL,
  at      TEXT NOT NULL
) STRICT, WITHOUT ROWID;
