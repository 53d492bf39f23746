// Hvad kan gå galt?
// :params {"kommune": "vestersoe"}
MATCH (:Kommune {key: $kommune})<-[:I_KOMMUNE]-(r:Risiko)
RETURN r.titel, [(ejer)-[:TRUES_AF]->(r) | ejer.titel] AS ejere
ORDER BY r.name
