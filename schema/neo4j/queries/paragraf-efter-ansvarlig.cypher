// Hvem er ansvarlig for det, der bygger på en paragraf?
// :params {"lov": "dk/lov/sel/85"}
MATCH (:Lovhenvisning {key: $lov})-[:KOBLER_TIL]-(x)
WITH DISTINCT x
// Uden en egen ansvarlig er det dem, der er det for det nærmeste over.
CALL (x) {
  OPTIONAL MATCH vej = (hvem)-[:ANSVARLIG_FOR]->()-[:OMFATTER|SKABER|MAALES_PAA*0..]->(x)
  WITH length(vej) AS afstand, collect(DISTINCT hvem) AS naermeste ORDER BY afstand LIMIT 1
  UNWIND CASE naermeste WHEN [] THEN [null] ELSE naermeste END AS hvem
  RETURN hvem
}
WITH hvem, x ORDER BY x.key
WITH hvem, collect(x.titel) AS noder
OPTIONAL MATCH (hvem)-[:I_KOMMUNE]->(k)
OPTIONAL MATCH (hvem)-[:I_CENTER]->(c) WHERE NOT hvem:Organisation
WITH noder, hvem.titel + coalesce(' (' + hvem.person + ')', '') AS navn, ', ' + k.titel AS kommune, coalesce(', ' + c.titel, '') AS center
WITH collect([navn, kommune, center, noder]) AS grupper
UNWIND grupper AS g
// Hedder to det samme, siges deres kommune, deres center eller begge, så kort som det skiller dem ad.
WITH g, [x IN grupper WHERE x[0] = g[0]] AS ens
WITH g[3] AS noder, g[0] + CASE
    WHEN size(ens) = 1 THEN ''
    WHEN all(x IN ens WHERE single(y IN ens WHERE y[1] = x[1])) THEN g[1]
    WHEN all(x IN ens WHERE single(y IN ens WHERE y[2] = x[2])) THEN g[2]
    ELSE g[2] + g[1]
  END AS navn
RETURN size(noder) AS antal, [coalesce(navn, '(ingen)')] AS ansvarlig, noder
ORDER BY antal DESC, navn
