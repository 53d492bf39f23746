// Hvad nævner aftalerne, som ikke er indlæst?
// :params {"kommune": "vestersoe"}
MATCH (:Kommune {key: $kommune})<-[:I_KOMMUNE]-(n:Vision|Politik|Aftale)
WHERE n.henvist
RETURN labels(n)[0] AS slags, n.titel
ORDER BY slags, n.name
