// The graph that people see is plain: (:Indsats {key, name, titel, tekst, …})-[:OMFATTER {tillid, grund, …}]->(:Bidrag). A label is a
// kind and nothing else; days are dates, and an open end is no property; what documents say of a relationship is its _udsagn.
// What is the store's alone has labels that begin with an underscore, and no relationships: each node whole (_Node, with the
// statements of every document as JSON), nodes and edges as they were (_NodeVersion, _EdgeVersion), the revisions, what each of them
// touched (_Change: keys by the agreement that states them, and without one what it removed), the mark of a commit that is about to be
// seen (_Commit), and what is thought of and not made (_Scenario). A version stood at revision r when fromRev <= r < untilRev.

// Store is the label by which an earlier version of the program finds that this database is newer than it knows.
CREATE CONSTRAINT store_id IF NOT EXISTS FOR (s:Store) REQUIRE s.id IS UNIQUE;
// Where it was taken away from outside, the revisions tell how far it had come.
MATCH (s:_Store {id: 1}) SET s:Store;
OPTIONAL MATCH (r:_Revision) WITH coalesce(max(r.number), 0) AS number MERGE (s:Store {id: 1}) ON CREATE SET s.number = number SET s:_Store;

CREATE CONSTRAINT _node_key IF NOT EXISTS FOR (n:_Node) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT _revision_number IF NOT EXISTS FOR (r:_Revision) REQUIRE r.number IS UNIQUE;
CREATE CONSTRAINT _commit_id IF NOT EXISTS FOR (c:_Commit) REQUIRE c.id IS UNIQUE;
CREATE CONSTRAINT _scenario_name IF NOT EXISTS FOR (s:_Scenario) REQUIRE s.name IS UNIQUE;

MERGE (c:_Commit {id: 1});

CREATE INDEX _change_revision IF NOT EXISTS FOR (c:_Change) ON (c.revision);
CREATE INDEX _change_aftale IF NOT EXISTS FOR (c:_Change) ON (c.aftale);
CREATE INDEX _node_version_key IF NOT EXISTS FOR (v:_NodeVersion) ON (v.key);
CREATE INDEX _node_version_until IF NOT EXISTS FOR (v:_NodeVersion) ON (v.untilRev);
CREATE INDEX _edge_version_key IF NOT EXISTS FOR (v:_EdgeVersion) ON (v.key);
CREATE INDEX _edge_version_out IF NOT EXISTS FOR (v:_EdgeVersion) ON (v.fromKey);
CREATE INDEX _edge_version_in IF NOT EXISTS FOR (v:_EdgeVersion) ON (v.toKey);
CREATE INDEX _edge_version_until IF NOT EXISTS FOR (v:_EdgeVersion) ON (v.untilRev);

// Pages walk an index in the order asked for, instead of sorting all that passes.
CREATE INDEX _node_sort IF NOT EXISTS FOR (n:_Node) ON (n.sort);
CREATE INDEX _node_kommune_sort IF NOT EXISTS FOR (n:_Node) ON (n.kommune, n.sort);
CREATE INDEX _node_center IF NOT EXISTS FOR (n:_Node) ON (n.center);

// For people: one of each kind by key, found by name.
CREATE CONSTRAINT vision_key IF NOT EXISTS FOR (n:Vision) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT politisk_maal_key IF NOT EXISTS FOR (n:PolitiskMaal) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT indsats_key IF NOT EXISTS FOR (n:Indsats) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT bidrag_key IF NOT EXISTS FOR (n:Bidrag) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT effekt_key IF NOT EXISTS FOR (n:Effekt) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT indikator_key IF NOT EXISTS FOR (n:Indikator) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT kommune_key IF NOT EXISTS FOR (n:Kommune) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT organisation_key IF NOT EXISTS FOR (n:Organisation) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT rolle_key IF NOT EXISTS FOR (n:Rolle) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT aftale_key IF NOT EXISTS FOR (n:Aftale) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT politik_key IF NOT EXISTS FOR (n:Politik) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT redskab_key IF NOT EXISTS FOR (n:Redskab) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT lovhenvisning_key IF NOT EXISTS FOR (n:Lovhenvisning) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT emne_key IF NOT EXISTS FOR (n:Emne) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT maalgruppe_key IF NOT EXISTS FOR (n:Maalgruppe) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT milepael_key IF NOT EXISTS FOR (n:Milepael) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT opfoelgning_key IF NOT EXISTS FOR (n:Opfoelgning) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT risiko_key IF NOT EXISTS FOR (n:Risiko) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT dokumentation_key IF NOT EXISTS FOR (n:Dokumentation) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT maaling_key IF NOT EXISTS FOR (n:Maaling) REQUIRE n.key IS UNIQUE;

CREATE INDEX vision_name IF NOT EXISTS FOR (n:Vision) ON (n.name);
CREATE INDEX politisk_maal_name IF NOT EXISTS FOR (n:PolitiskMaal) ON (n.name);
CREATE INDEX indsats_name IF NOT EXISTS FOR (n:Indsats) ON (n.name);
CREATE INDEX bidrag_name IF NOT EXISTS FOR (n:Bidrag) ON (n.name);
CREATE INDEX effekt_name IF NOT EXISTS FOR (n:Effekt) ON (n.name);
CREATE INDEX indikator_name IF NOT EXISTS FOR (n:Indikator) ON (n.name);
CREATE INDEX kommune_name IF NOT EXISTS FOR (n:Kommune) ON (n.name);
CREATE INDEX organisation_name IF NOT EXISTS FOR (n:Organisation) ON (n.name);
CREATE INDEX rolle_name IF NOT EXISTS FOR (n:Rolle) ON (n.name);
CREATE INDEX aftale_name IF NOT EXISTS FOR (n:Aftale) ON (n.name);
CREATE INDEX politik_name IF NOT EXISTS FOR (n:Politik) ON (n.name);
CREATE INDEX redskab_name IF NOT EXISTS FOR (n:Redskab) ON (n.name);
CREATE INDEX lovhenvisning_name IF NOT EXISTS FOR (n:Lovhenvisning) ON (n.name);
CREATE INDEX emne_name IF NOT EXISTS FOR (n:Emne) ON (n.name);
CREATE INDEX maalgruppe_name IF NOT EXISTS FOR (n:Maalgruppe) ON (n.name);
CREATE INDEX milepael_name IF NOT EXISTS FOR (n:Milepael) ON (n.name);
CREATE INDEX opfoelgning_name IF NOT EXISTS FOR (n:Opfoelgning) ON (n.name);
CREATE INDEX risiko_name IF NOT EXISTS FOR (n:Risiko) ON (n.name);
CREATE INDEX dokumentation_name IF NOT EXISTS FOR (n:Dokumentation) ON (n.name);
CREATE INDEX maaling_name IF NOT EXISTS FOR (n:Maaling) ON (n.name);

CREATE INDEX milepael_dato IF NOT EXISTS FOR (n:Milepael) ON (n.tilDato);
CREATE INDEX opfoelgning_dato IF NOT EXISTS FOR (n:Opfoelgning) ON (n.tilDato);

CREATE FULLTEXT INDEX navne IF NOT EXISTS
FOR (n:Vision|PolitiskMaal|Indsats|Bidrag|Effekt|Indikator|Kommune|Organisation|Rolle|Aftale|
  Politik|Redskab|Lovhenvisning|Emne|Maalgruppe|Milepael|Opfoelgning|Risiko|Dokumentation|Maaling) ON EACH [n.name]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'danish', `fulltext.eventually_consistent`: true}};

CALL db.awaitIndexes(300);
