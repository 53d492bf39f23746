// Hvis milepæle er der gået ud over tiden, person for person?
// :params {"dag": "2017-01-01"}
MATCH (m:Milepael)
WHERE any(d IN keys(m) WHERE d =~ 'tilDato[0-9]*' AND m[d] < date($dag))
// Ansvarlig er den, der er det for det, milepælen hører til; er ingen det, så for det nærmeste over det.
WITH m, COLLECT {
  MATCH (m)<-[:HAR_MILEPAEL]-(ejer)
  CALL (ejer) {
    MATCH vej = (hvem)-[:ANSVARLIG_FOR]->()-[:OMFATTER|SKABER*0..]->(ejer)
    WITH length(vej) AS afstand, collect(DISTINCT hvem) AS naermeste ORDER BY afstand LIMIT 1
    UNWIND naermeste AS hvem
    RETURN hvem
  }
  RETURN DISTINCT hvem
} AS ansvarlige, COLLECT {
  UNWIND keys(m) AS d
  WITH m[d] AS dag WHERE d =~ '(fra|til)Dato[0-9]*'
  RETURN max(dag)
}[0] AS sidst
WITH collect([m, ansvarlige, sidst]) AS alle
RETURN size(alle) AS iAlt, COLLECT {
  UNWIND alle AS en
  UNWIND CASE en[1] WHEN [] THEN [null] ELSE en[1] END AS hvem
  WITH hvem, count(*) AS antal, max(en[2]) AS sidsteDag
  OPTIONAL MATCH (hvem)-[:I_KOMMUNE]->(k)
  OPTIONAL MATCH (hvem)-[:I_CENTER]->(c) WHERE NOT hvem:Organisation
  WITH hvem, antal, sidsteDag, hvem.titel + coalesce(' (' + hvem.person + ')', '') AS navn, ', ' + k.titel AS kommune,
    coalesce(', ' + c.titel, '') AS center
  WITH collect([navn, kommune, center, antal, sidsteDag]) AS grupper
  UNWIND grupper AS g
  // Hedder to det samme, siges deres kommune, deres center eller begge, så kort som det skiller dem ad.
  WITH g, [x IN grupper WHERE x[0] = g[0]] AS ens
  WITH g, g[0] + CASE
      WHEN size(ens) = 1 THEN ''
      WHEN all(x IN ens WHERE single(y IN ens WHERE y[1] = x[1])) THEN g[1]
      WHEN all(x IN ens WHERE single(y IN ens WHERE y[2] = x[2])) THEN g[2]
      ELSE g[2] + g[1]
    END AS navn
  ORDER BY g[3] DESC, navn
  RETURN [g[3], g[4], [coalesce(navn, '(ingen)')]]
} AS grupper
