// The current graph is plain: (:Node:Indsats {key, titel, …})-[:OMFATTER {key, tillid, …}]->(:Node:Bidrag); udsagn is what each
// document says of an element, as JSON. Beside it, never joined to it by a relationship: nodes and edges as they were
// (NodeVersion, EdgeVersion), the revisions, and what each revision touched (Change: keys by the agreement that states them, and
// without one what it removed).
// A version stood at revision r when fromRev <= r < untilRev; what is has no untilRev.

CREATE CONSTRAINT node_key IF NOT EXISTS FOR (n:Node) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT revision_number IF NOT EXISTS FOR (r:Revision) REQUIRE r.number IS UNIQUE;
CREATE CONSTRAINT store_id IF NOT EXISTS FOR (s:Store) REQUIRE s.id IS UNIQUE;

CREATE INDEX change_revision IF NOT EXISTS FOR (c:Change) ON (c.revision);
CREATE INDEX change_aftale IF NOT EXISTS FOR (c:Change) ON (c.aftale);
CREATE INDEX node_version_key IF NOT EXISTS FOR (v:NodeVersion) ON (v.key);
CREATE INDEX node_version_until IF NOT EXISTS FOR (v:NodeVersion) ON (v.untilRev);
CREATE INDEX edge_version_key IF NOT EXISTS FOR (v:EdgeVersion) ON (v.key);
CREATE INDEX edge_version_out IF NOT EXISTS FOR (v:EdgeVersion) ON (v.fromKey);
CREATE INDEX edge_version_in IF NOT EXISTS FOR (v:EdgeVersion) ON (v.toKey);
CREATE INDEX edge_version_until IF NOT EXISTS FOR (v:EdgeVersion) ON (v.untilRev);

// The words are stemmed and folded before they come here, so the index only cuts at spaces.
CREATE FULLTEXT INDEX node_words IF NOT EXISTS FOR (n:Node) ON EACH [n.words]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace', `fulltext.eventually_consistent`: false}};

CALL db.awaitIndexes(120);

MERGE (s:Store {id: 1}) ON CREATE SET s.number = 0;
