// Hvilke politikker bærer mest alene?
// :params {"kommune": "Slagelse"}
MATCH (k:Kommune)<-[:I_KOMMUNE]-(p:Politik)
WHERE $kommune IN [k.key, k.titel, replace(k.titel, ' Kommune', '')]
WITH p, COUNT {
  MATCH (p)-[:INDEHOLDER]->()-[:FORFOELGES_MED|OMFATTER|SKABER|MAALES_PAA*0..]->(n)
  WITH DISTINCT p, n
  // Et led står, hvis der er en vej ned til det fra noget andet øverst. En vision holder ikke et mål, som en politik indeholder.
  WHERE NOT EXISTS {
    MATCH (andet)-[:UDMOENTES_I|INDEHOLDER|FORFOELGES_MED|OMFATTER|SKABER|MAALES_PAA]->(a)
      -[:FORFOELGES_MED|OMFATTER|SKABER|MAALES_PAA*0..]->(n)
    WHERE andet <> p AND NOT EXISTS { (andet)<-[:UDMOENTES_I|INDEHOLDER|FORFOELGES_MED|OMFATTER|SKABER|MAALES_PAA]-() }
      AND NOT (andet:Vision AND EXISTS { (a)<-[:INDEHOLDER]-() })
  }
  RETURN n
} AS mister
WHERE mister > 0
RETURN p.titel, mister
ORDER BY mister DESC, p.key
