-- The graph as versions: an element is current while until_rev is null, and stood at revision r
-- when from_rev <= r and (until_rev is null or until_rev > r). No table per kind.

CREATE TABLE revision (
  number  INTEGER PRIMARY KEY,
  at      TEXT NOT NULL,
  author  TEXT NOT NULL,
  action  TEXT NOT NULL,
  source  TEXT,
  summary TEXT NOT NULL
) STRICT;

CREATE TABLE node_version (
  id            INTEGER PRIMARY KEY,
  key           TEXT NOT NULL,
  kind          TEXT NOT NULL,
  level         INTEGER NOT NULL,          -- 99 outside the hierarchy, so that it orders last
  kommune       TEXT NOT NULL,
  center        TEXT,
  art           TEXT,
  henvist       INTEGER NOT NULL,
  uspecificeret INTEGER NOT NULL,
  betinget      INTEGER NOT NULL,
  titel         TEXT NOT NULL,
  tekst         TEXT NOT NULL,
  titel_fold    TEXT NOT NULL,
  tekst_fold    TEXT NOT NULL,
  titel_ord     TEXT NOT NULL,             -- stemmed, folded words with a space on either side
  sort          TEXT NOT NULL,             -- Danish sort key of the title
  first_day     TEXT NOT NULL,             -- first day of its earliest time; 9999-12-31 without one
  body          TEXT NOT NULL,             -- the whole node: every statement, as JSON
  from_rev      INTEGER NOT NULL REFERENCES revision(number),
  until_rev     INTEGER REFERENCES revision(number)
) STRICT;

CREATE UNIQUE INDEX node_current ON node_version (key) WHERE until_rev IS NULL;
CREATE UNIQUE INDEX node_history ON node_version (key, from_rev);
CREATE INDEX node_kind_order ON node_version (kind, sort, key) WHERE until_rev IS NULL;
CREATE INDEX node_from ON node_version (from_rev);
CREATE INDEX node_until ON node_version (until_rev) WHERE until_rev IS NOT NULL;

CREATE TABLE node_time (
  version   INTEGER NOT NULL REFERENCES node_version(id),
  first_day TEXT NOT NULL,                 -- 0001-01-01 where open
  last_day  TEXT NOT NULL                  -- 9999-12-31 where open
) STRICT;

CREATE INDEX node_time_version ON node_time (version);

CREATE TABLE edge_version (
  id        INTEGER PRIMARY KEY,
  key       TEXT NOT NULL,
  type      TEXT NOT NULL,
  from_key  TEXT NOT NULL,
  to_key    TEXT NOT NULL,
  body      TEXT NOT NULL,
  from_rev  INTEGER NOT NULL REFERENCES revision(number),
  until_rev INTEGER REFERENCES revision(number)
) STRICT;

CREATE UNIQUE INDEX edge_current ON edge_version (key) WHERE until_rev IS NULL;
CREATE UNIQUE INDEX edge_history ON edge_version (key, from_rev);
CREATE INDEX edge_out ON edge_version (from_key, type, to_key);
CREATE INDEX edge_in ON edge_version (to_key, type, from_key);
CREATE INDEX edge_from ON edge_version (from_rev);
CREATE INDEX edge_until ON edge_version (until_rev) WHERE until_rev IS NOT NULL;

-- Which current elements a document states: what a new edition withdraws.
CREATE TABLE statement (
  aftale  TEXT NOT NULL,
  is_edge INTEGER NOT NULL,
  version INTEGER NOT NULL,
  PRIMARY KEY (aftale, is_edge, version)
) STRICT, WITHOUT ROWID;

CREATE INDEX statement_version ON statement (is_edge, version);

-- Words of current nodes; rowid = node_version.id.
CREATE VIRTUAL TABLE node_words USING fts5 (words, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0');
