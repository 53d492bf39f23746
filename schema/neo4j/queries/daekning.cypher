// Hvilke effekter kan vises, og hvad mangler de andre?
// :params {"kommune": "Slagelse"}
MATCH (k:Kommune)<-[:I_KOMMUNE]-(e:Effekt)
WHERE $kommune IN [k.key, k.titel, replace(k.titel, ' Kommune', '')] AND NOT e.henvist
// En indikator tæller, når ordene siger, at den måler netop den effekt. Baseline, dokumentation og opfølgning må også stå
// på det bidrag eller den indsats, effekten kommer af, og de to første på indikatoren.
WITH e, COLLECT { MATCH (e)-[:MAALES_PAA {grund: 'tekst'}]->(i) RETURN i } AS indikatorer,
  [e] + COLLECT { MATCH (x:Indsats|Bidrag)-[:OMFATTER|SKABER*]->(e) RETURN DISTINCT x } AS ophav
WITH e, indikatorer,
  COLLECT {
    UNWIND indikatorer + ophav AS x
    MATCH (x)-[:HAR_MAALING]->(m:Maaling {art: 'baseline'}) WHERE coalesce(m.tilstand, '') <> 'ingen'
    WITH DISTINCT m ORDER BY m.key
    RETURN m.titel
  } AS baselines,
  COLLECT {
    UNWIND indikatorer + ophav AS x
    MATCH (x)-[:DOKUMENTERES_VED]->(d)
    WITH DISTINCT d ORDER BY d.key
    RETURN d.titel
  } AS dokumentation,
  COLLECT {
    UNWIND ophav AS x
    MATCH (x)-[:FOELGES_OP]->(o)
    WITH DISTINCT o ORDER BY o.key
    RETURN o.titel
  } AS opfoelgninger
WITH *, NOT [] IN [indikatorer, baselines, dokumentation, opfoelgninger] AS fuldt
ORDER BY e.key
// De to første, der mangler noget; uden [..2] alle.
RETURN [count(*), sum(sign(size(indikatorer))), sum(sign(size(baselines))), sum(sign(size(dokumentation))),
    sum(sign(size(opfoelgninger))), sum(toInteger(fuldt))] AS iAlt,
  collect(CASE WHEN NOT fuldt THEN [e.titel, baselines, dokumentation, opfoelgninger] END)[..2] AS raekker
