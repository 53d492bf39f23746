// Hvilke aftaler er indlæst?
MATCH (a:Aftale)
WHERE NOT a.henvist
RETURN a.titel, a.art, a.periodeFra, a.periodeTil, a.underskrevet, [(part)-[:PART_I]->(a) | part.titel] AS parter
ORDER BY a.key
