// Hvad gøres der for en målgruppe?
// :params {"ord": "unge"}
MATCH (g:Maalgruppe)
WHERE toLower(g.tekst) CONTAINS toLower($ord)
RETURN g.titel, g.trin, [(x)-[:RETTET_MOD]->(g) | x.titel] AS rettetModAf
ORDER BY g.name
