// Hvad sker der, hvis en politik falder bort?
// :params {"politik": "slagelse/politik/udsattepolitik"}
MATCH (p:Politik {key: $politik})
WITH p, [p] + COLLECT {
  MATCH (p)-[:INDEHOLDER]->(m:PolitiskMaal) WHERE NOT EXISTS { (anden:Politik)-[:INDEHOLDER]->(m) WHERE anden <> p }
  RETURN m
} AS bort
WITH p, bort, COLLECT {
  UNWIND bort AS b
  MATCH (b)-[:FORFOELGES_MED|OMFATTER|SKABER|MAALES_PAA*1..]->(n)
  WHERE NOT n IN bort AND NOT EXISTS {
    MATCH vej = (rod)-[:UDMOENTES_I|INDEHOLDER|FORFOELGES_MED|OMFATTER|SKABER|MAALES_PAA*1..]->(n)
    WHERE NOT EXISTS { ()-[:UDMOENTES_I|INDEHOLDER|FORFOELGES_MED|OMFATTER|SKABER|MAALES_PAA]->(rod) }
      AND none(led IN nodes(vej) WHERE led IN bort)
  }
  RETURN DISTINCT n
} AS mister, COLLECT {
  // Alt det berørte:
  // Ned i hierarkiet, over højst én kobling (over et redskab, en paragraf eller et emne er det også én) og ned igen; hen til det, der
  // understøtter det, som ned. En kobling til den politik, indsatsens eget mål står i, siger ikke andet end hierarkiet.
  MATCH (p) ((a)-[r:INDEHOLDER|FORFOELGES_MED|OMFATTER|SKABER|MAALES_PAA|UNDERSTOETTER]-()
      WHERE a = CASE WHEN r:UNDERSTOETTER THEN endNode(r) ELSE startNode(r) END AND (a = p OR NOT a:Politik|Aftale|Organisation)
    )* (her)
  WITH DISTINCT p, her
  CALL (p, her) {
    RETURN her AS ved
    UNION
    MATCH (her)-[k:KOBLER_TIL]-(ved)
    WHERE k.status <> 'afvist' AND (her = p OR NOT her:Politik|Aftale|Organisation)
      AND NOT EXISTS { (her)-[:INDEHOLDER]->()-[:FORFOELGES_MED]->(ved:Indsats) }
      AND NOT EXISTS { (ved)-[:INDEHOLDER]->()-[:FORFOELGES_MED]->(her:Indsats) }
    RETURN ved
    UNION
    MATCH (her)-[k:KOBLER_TIL]-(:Redskab|Lovhenvisning|Emne)-[k2:KOBLER_TIL]-(ved)
    WHERE k.status <> 'afvist' AND k2.status <> 'afvist' AND (her = p OR NOT her:Politik|Aftale|Organisation)
    RETURN ved
  }
  MATCH (ved) ((a)-[r:UDMOENTES_I|FORFOELGES_MED|OMFATTER|SKABER|MAALES_PAA|UNDERSTOETTER]-()
      WHERE a = CASE WHEN r:UNDERSTOETTER THEN endNode(r) ELSE startNode(r) END AND (a = p OR NOT a:Politik|Aftale|Organisation)
    )* (ramt)
  RETURN DISTINCT ramt
} AS beroert
RETURN [b IN bort | [labels(b)[0], b.titel]] AS bortfaldne,
  [n IN mister | [labels(n)[0], n.titel]] AS mister,
  [COLLECT { UNWIND beroert AS n MATCH (n)-[:HAR_MILEPAEL]->(m) WITH DISTINCT m RETURN m.titel },
   COLLECT { UNWIND beroert AS n MATCH (n)-[:HAR_MAALING]->(m) WITH DISTINCT m RETURN m.titel }] AS indeni
