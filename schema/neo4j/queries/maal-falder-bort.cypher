// Hvad svækkes, hvis et mål falder bort?
// :params {"maal": "vestersoe/politisk-maal/faellesskaber-for-alle"}
MATCH (maal:PolitiskMaal {key: $maal})-[:FORFOELGES_MED|OMFATTER|SKABER|MAALES_PAA*1..]->(n)
WITH DISTINCT maal, n
// Grundlag: hver vej ned fra en rod, der står, tæller 1, delt med antallet af forældre ved hvert led.
CALL (maal, n) {
  MATCH vej = (rod)-[:UDMOENTES_I|INDEHOLDER|FORFOELGES_MED|OMFATTER|SKABER|MAALES_PAA*1..]->(n)
  WHERE NOT EXISTS { ()-[:UDMOENTES_I|INDEHOLDER|FORFOELGES_MED|OMFATTER|SKABER|MAALES_PAA]->(rod) } AND NOT maal IN nodes(vej)
  RETURN coalesce(sum(reduce(del = 1.0, led IN nodes(vej)[1..] |
    del / COUNT { (led)<-[:UDMOENTES_I|INDEHOLDER|FORFOELGES_MED|OMFATTER|SKABER|MAALES_PAA]-() })), 0.0) AS grundlag
}
WITH n, round(grundlag, 9) AS grundlag WHERE grundlag < 1
RETURN CASE grundlag WHEN 0 THEN 'MISTER_GRUNDLAG' ELSE 'SVAEKKES' END AS konsekvens, grundlag, [labels(n)[0], n.titel] AS node
