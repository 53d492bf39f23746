// Hvor kendes tilstanden før, og hvor mangler den?
// :params {"kommune": "vestersoe"}
RETURN
  COLLECT {
    MATCH (:Kommune {key: $kommune})<-[:I_KOMMUNE]-(m:Maaling {art: 'baseline'})
    RETURN [m.tekst, m.tilstand]
  } AS baselines,
  COLLECT {
    MATCH (:Kommune {key: $kommune})<-[:I_KOMMUNE]-(x:Indsats|Bidrag)
    WHERE EXISTS { (x)-[:HAR_MAALING]->(:Maaling {art: 'baseline', tilstand: 'ingen'}) }
      OR NOT EXISTS { (x)-[:HAR_MAALING]->(:Maaling {art: 'baseline'}) }
        AND NOT EXISTS { (x)<-[:OMFATTER]-(:Indsats)-[:HAR_MAALING]->(:Maaling {art: 'baseline'}) }
        AND EXISTS { (x)-[:OMFATTER|SKABER]->(:Effekt) }
    RETURN x.titel
  } AS mangler
