// Hvilke indsatser er koblet til andre indsatser?
// :params {"kommune": "vestersoe"}
MATCH (:Kommune {key: $kommune})<-[:I_KOMMUNE]-(i:Indsats)-[k:KOBLER_TIL]-(j:Indsats)
OPTIONAL MATCH (i)-[:I_CENTER]->(center)
WITH i, center, collect([j.titel, [k.art, k.tillid]]) AS koblet
RETURN i.titel, center.titel, koblet
ORDER BY i.name
