// Hvad er flest indsatser og bidrag koblet til?
MATCH (x:Indsats|Bidrag)-[:KOBLER_TIL]-(til)
WITH til, COUNT { MATCH (til)-[:KOBLER_TIL]-(y:Indsats|Bidrag) RETURN DISTINCT y } AS antal,
  [(til)-[:I_KOMMUNE]->(k) | k.titel][0] AS kommune
WITH collect(DISTINCT [til.titel, antal, kommune]) AS alle
UNWIND alle AS en
WITH en[1] AS antal, en[0] + CASE WHEN size([a IN alle WHERE a[0] = en[0]]) > 1 THEN ', ' + en[2] ELSE '' END AS navn
ORDER BY antal DESC, navn
WITH collect([antal, [navn]])[..3] AS flest
RETURN COUNT { MATCH (x:Indsats|Bidrag) WHERE EXISTS { (x)-[:KOBLER_TIL]-() } } AS alle, flest
