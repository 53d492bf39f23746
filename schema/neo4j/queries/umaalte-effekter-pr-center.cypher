// Hvor mange effekter måler ingen, center for center?
MATCH (e:Effekt)
WHERE NOT e.henvist
OPTIONAL MATCH (e)-[:I_CENTER]->(center)
WITH center, count(e) AS antal, sum(toInteger(EXISTS { (e)-[:MAALES_PAA {grund: 'tekst'}]->() })) AS medIndikator
OPTIONAL MATCH (center)-[:I_KOMMUNE]->(kommune)
WITH collect([center, kommune, antal, medIndikator]) AS alle
UNWIND alle AS en
WITH alle, en[0] AS center, en[1] AS kommune, en[2] AS antal, en[3] AS medIndikator
// Hedder to centre det samme, står deres kommune ved.
WITH center, antal, medIndikator,
  CASE WHEN size([a IN alle WHERE a[0].titel = center.titel]) > 1 THEN ', ' + kommune.titel ELSE '' END AS kommune
RETURN coalesce(center.titel + kommune, '(ingen)') AS navn, antal, medIndikator
ORDER BY center.key
