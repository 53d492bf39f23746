// A search that finds much asks first for the titles that begin with what is asked for: by what they are sorted by, and, of those that the
// server would fold otherwise, by how they are folded. Few have that, so the index is small.
CREATE INDEX _node_titel_fold IF NOT EXISTS FOR (n:_Node) ON (n.titelFold);

CALL db.awaitIndexes(300);
