// Hvem har lovet at hjælpe et andet center?
// :params {"kommune": "vestersoe"}
MATCH (:Kommune {key: $kommune})<-[:I_KOMMUNE]-(o:Organisation)-[:FORPLIGTET_I]->(i:Indsats)
OPTIONAL MATCH (i)-[:I_CENTER]->(center)
WITH o, collect([i.titel, center.titel]) AS forpligtetI
RETURN o.titel, forpligtetI
ORDER BY o.name
