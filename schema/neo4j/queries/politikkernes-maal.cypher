// Hvordan bliver politikkerne til indsatser?
// :params {"kommune": "vestersoe"}
MATCH (:Kommune {key: $kommune})<-[:I_KOMMUNE]-(p:Politik)
RETURN p.titel, [(p)-[:INDEHOLDER]->(m:PolitiskMaal) | [m.titel, [(m)-[:FORFOELGES_MED]->(i:Indsats) | i.titel]]] AS maal
ORDER BY p.name
