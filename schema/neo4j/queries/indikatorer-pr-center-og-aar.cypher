// Hvor mange indikatorer har hvert center hvert år?
MATCH (i:Indikator)
OPTIONAL MATCH (i)-[:I_CENTER]->(center)
// Årene er dem, aftalerne gælder; er kun den ene ende kendt, er det dens år.
WITH i, center, COLLECT {
  MATCH (a:Aftale)-[:ANGIVER]->(i) WHERE a.periodeFra IS NOT NULL OR a.periodeTil IS NOT NULL
  UNWIND range(coalesce(a.periodeFra, a.periodeTil).year, coalesce(a.periodeTil, a.periodeFra).year) AS aar
  RETURN DISTINCT toString(aar)
} AS aftaleaar
UNWIND CASE aftaleaar WHEN [] THEN ['(ingen)'] ELSE aftaleaar END AS aar
WITH center, aar, count(i) AS antal
OPTIONAL MATCH (center)-[:I_KOMMUNE]->(kommune)
WITH collect([center, kommune, aar, antal]) AS alle
UNWIND alle AS en
WITH en[3] AS antal, en[2] AS aar, en[0].key AS noegle,
  // Hedder to centre det samme, står deres kommune ved.
  coalesce(en[0].titel + CASE WHEN any(a IN alle WHERE a[0].titel = en[0].titel AND a[0] <> en[0]) THEN ', ' + en[1].titel ELSE '' END,
    '(ingen)') AS center
ORDER BY antal DESC, noegle, aar
WITH collect([antal, [center, aar]]) AS grupper
RETURN COUNT { (:Indikator) } AS iAlt, grupper
