// Hvad sker der, hvis en politik falder bort?
// :params {"politik": "slagelse/politik/udsattepolitik"}
MATCH (p:Politik {key: $politik})
WITH [p] + COLLECT {
  MATCH (p)-[:INDEHOLDER]->(m:PolitiskMaal) WHERE NOT EXISTS { (anden:Politik)-[:INDEHOLDER]->(m) WHERE anden <> p }
  RETURN m
} AS bort
WITH bort, COLLECT {
  UNWIND bort AS b
  MATCH (b)-[:FORFOELGES_MED|OMFATTER|SKABER|MAALES_PAA*1..]->(n)
  WHERE NOT n IN bort AND NOT EXISTS {
    MATCH vej = (rod)-[:UDMOENTES_I|INDEHOLDER|FORFOELGES_MED|OMFATTER|SKABER|MAALES_PAA*1..]->(n)
    WHERE NOT EXISTS { ()-[:UDMOENTES_I|INDEHOLDER|FORFOELGES_MED|OMFATTER|SKABER|MAALES_PAA]->(rod) }
      AND none(led IN nodes(vej) WHERE led IN bort)
  }
  RETURN DISTINCT n
} AS mister
RETURN [b IN bort | [labels(b)[0], b.titel]] AS bortfaldne,
  [n IN mister | [labels(n)[0], n.titel]] AS mister,
  [COLLECT { UNWIND mister AS n MATCH (n)-[:HAR_MILEPAEL]->(m) RETURN DISTINCT m.titel },
   COLLECT { UNWIND mister AS n MATCH (n)-[:HAR_MAALING]->(m) RETURN DISTINCT m.titel }] AS indeni
