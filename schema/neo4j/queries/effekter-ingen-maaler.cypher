// Hvilke effekter er der ingen, der måler?
// :params {"kommune": "vestersoe"}
MATCH (:Kommune {key: $kommune})<-[:I_KOMMUNE]-(e:Effekt)
WHERE NOT EXISTS { (e)-[:MAALES_PAA {grund: 'tekst'}]->() }
WITH e, COUNT { (e)-[:MAALES_PAA]->() } AS antal
RETURN e.titel, CASE antal
  WHEN 0 THEN 'Ingen indikator måler effekten.'
  ELSE toString(antal) + ' indikatorer står i samme skema, men ingen af dem siger, at de måler netop denne effekt.'
END AS besked
