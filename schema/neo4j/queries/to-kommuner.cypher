// Hvordan ser to kommuners målhierarkier ud ved siden af hinanden?
// :params {"kommuner": ["Slagelse", "Guldborgsund"]}
MATCH (k:Kommune)
WHERE any(navn IN $kommuner WHERE navn IN [k.key, k.titel, replace(k.titel, ' Kommune', '')])
WITH collect(k) AS kommuner
RETURN
  COLLECT {
    UNWIND kommuner AS k
    MATCH (k)<-[:I_KOMMUNE]-(n) WHERE n.niveau >= 0 AND NOT n.henvist
    WITH k, n.niveau AS niveau, count(*) AS antal ORDER BY antal DESC, niveau, k.key
    RETURN [antal, [['visioner', 'politiske mål', 'indsatser', 'bidrag', 'effekter', 'indikatorer'][niveau], k.titel]]
  } AS niveauer,
  COLLECT {
    UNWIND kommuner AS k
    MATCH (k)<-[:I_KOMMUNE]-(e:Effekt) WHERE NOT e.henvist
    // De samme regler som i »daekning«.
    WITH k, COLLECT { MATCH (e)-[:MAALES_PAA {grund: 'tekst'}]->(i) RETURN i } AS indikatorer,
      [e] + COLLECT { MATCH (x:Indsats|Bidrag)-[:OMFATTER|SKABER*]->(e) RETURN x } AS ophav
    WITH k, size(indikatorer) > 0 AS indikator,
      EXISTS {
        UNWIND indikatorer + ophav AS x
        MATCH (x)-[:HAR_MAALING]->(m:Maaling {art: 'baseline'}) WHERE coalesce(m.tilstand, '') <> 'ingen'
        RETURN m
      } AS baseline,
      EXISTS { UNWIND indikatorer + ophav AS x MATCH (x)-[:DOKUMENTERES_VED]->(d) RETURN d } AS dokumentation,
      EXISTS { UNWIND ophav AS x MATCH (x)-[:FOELGES_OP]->(o) RETURN o } AS opfoelgning
    WITH k, count(*) AS antal, sum(toInteger(indikator)) AS medIndikator, sum(toInteger(baseline)) AS medBaseline,
      sum(toInteger(dokumentation)) AS medDokumentation, sum(toInteger(opfoelgning)) AS medOpfoelgning,
      sum(toInteger(indikator AND baseline AND dokumentation AND opfoelgning)) AS fuldt
    ORDER BY k.key
    RETURN [k.titel, antal, medIndikator, medBaseline, medDokumentation, medOpfoelgning, fuldt]
  } AS daekning
