// Hvilke indikatorer har ingen dokumentation?
// :params {"kommune": "slagelse"}
MATCH (:Kommune {key: $kommune})<-[:I_KOMMUNE]-(i:Indikator)
WHERE NOT EXISTS { (i)-[:DOKUMENTERES_VED]->() }
  AND EXISTS { (i)<-[:ANGIVER]-(:Aftale)-[:ANGIVER]->(x:Indsats|Bidrag) WHERE x.felt_dokumentation IS NOT NULL }
  AND NOT EXISTS { (over {felt_dokumentation_tilstand: 'henvisning'})-[:OMFATTER|SKABER|MAALES_PAA*]->(i) }
RETURN i.titel, [(i)-[:I_CENTER]->(c) | c.titel][0] AS center
