// A search in one municipality, or of some kinds, asks the full text for those alone: read from each node that has the words, they cost
// more than the search. The words are stemmed and folded before they come here, so the index only cuts at spaces. _node_words had
// the words alone.
DROP INDEX _node_words IF EXISTS;
CREATE FULLTEXT INDEX _node_found IF NOT EXISTS FOR (n:_Node) ON EACH [n.words, n.kommune, n.slags]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace', `fulltext.eventually_consistent`: false}};

CALL db.awaitIndexes(300);
