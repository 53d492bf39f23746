// Hvad gjaldt på en bestemt dag?
// :params {"dag": "2017-03-01"}
// En aftale, hvis periode ikke kendes, gælder altid. Titlerne er dem, der vises nu. Gælder ingen aftale, er begge lister tomme.
MATCH (a:Aftale)
WHERE coalesce(a.periodeFra <= date($dag), true) AND coalesce(a.periodeTil >= date($dag), true)
WITH collect(a) AS gaeldende, collect(a.key) AS noegler
RETURN [a IN gaeldende WHERE NOT a.henvist | a.titel] AS aftaler,
  COLLECT {
    MATCH (i:Indsats)
    // Det, en aftale kun nævner, angiver den ikke; men den siger koblingen. Det, der er opgivet, huskes til alle tider.
    WHERE EXISTS { (a)-[:ANGIVER]->(i) WHERE a IN gaeldende }
      OR EXISTS { (i)-[k:KOBLER_TIL]-() WHERE any(n IN k.aftaler WHERE n IN noegler AND NOT n ENDS WITH '/manuelt') }
      OR 'opgivet' IN keys(i)
    WITH i.titel AS titel ORDER BY titel
    RETURN titel
  } AS indsatser
