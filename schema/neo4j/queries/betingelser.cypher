// Hvad hænger på en betingelse?
// :params {"kommune": "slagelse"}
MATCH (:Kommune {key: $kommune})<-[:I_KOMMUNE]-(n)
WHERE n.betinget IS NOT NULL
RETURN labels(n)[0] AS slags, n.titel, n.betinget
ORDER BY n.key
