// Commit holds the mark of the commit that is about to be seen, until all of it can be: what reads meanwhile reads again.
// Pages walk an index in the order asked for, instead of sorting all that passes.

CREATE CONSTRAINT commit_id IF NOT EXISTS FOR (c:Commit) REQUIRE c.id IS UNIQUE;

CREATE INDEX node_sort IF NOT EXISTS FOR (n:Node) ON (n.sort);
CREATE INDEX node_kommune_sort IF NOT EXISTS FOR (n:Node) ON (n.kommune, n.sort);

CALL db.awaitIndexes(120);

MERGE (c:Commit {id: 1});
