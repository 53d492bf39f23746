// The current graph is plain: (:Node:Indsats {key, titel, …})-[:OMFATTER {key, tillid, …}]->(:Node:Bidrag). Beside it, never
// joined to it by a relationship: nodes as they were (NodeVersion), every edge as it is and was (EdgeVersion), what each version
// of a node says in whole (NodeBody, by the node's version), the revisions, and which document states what.
// A version stood at revision r when fromRev <= r < untilRev; a node as it is has no untilRev, an edge as it is the greatest number.

CREATE CONSTRAINT node_key IF NOT EXISTS FOR (n:Node) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT node_body_id IF NOT EXISTS FOR (b:NodeBody) REQUIRE b.id IS UNIQUE;
CREATE CONSTRAINT edge_version_id IF NOT EXISTS FOR (v:EdgeVersion) REQUIRE v.id IS UNIQUE;
CREATE CONSTRAINT revision_number IF NOT EXISTS FOR (r:Revision) REQUIRE r.number IS UNIQUE;
CREATE CONSTRAINT document_aftale IF NOT EXISTS FOR (d:Document) REQUIRE d.aftale IS UNIQUE;
CREATE CONSTRAINT store_id IF NOT EXISTS FOR (s:Store) REQUIRE s.id IS UNIQUE;

CREATE INDEX node_sort IF NOT EXISTS FOR (n:Node) ON (n.sort);
CREATE INDEX node_from IF NOT EXISTS FOR (n:Node) ON (n.fromRev);
CREATE INDEX node_version_key IF NOT EXISTS FOR (v:NodeVersion) ON (v.key);
CREATE INDEX node_version_from IF NOT EXISTS FOR (v:NodeVersion) ON (v.fromRev);
CREATE INDEX node_version_until IF NOT EXISTS FOR (v:NodeVersion) ON (v.untilRev);
CREATE INDEX edge_version_key IF NOT EXISTS FOR (v:EdgeVersion) ON (v.key, v.untilRev);
CREATE INDEX edge_version_from IF NOT EXISTS FOR (v:EdgeVersion) ON (v.fromRev);
CREATE INDEX edge_version_until IF NOT EXISTS FOR (v:EdgeVersion) ON (v.untilRev);
CREATE INDEX edge_version_out IF NOT EXISTS FOR (v:EdgeVersion) ON (v.fromKey);
CREATE INDEX edge_version_in IF NOT EXISTS FOR (v:EdgeVersion) ON (v.toKey);

// The words are stemmed and folded before they come here, so the index only cuts at spaces.
CREATE FULLTEXT INDEX node_words IF NOT EXISTS FOR (n:Node) ON EACH [n.words]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace', `fulltext.eventually_consistent`: false}};

CALL db.awaitIndexes(120);

MERGE (s:Store {id: 1}) ON CREATE SET s.number = 0;
