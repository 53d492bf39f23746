// Hvilke politiske mål hører ikke til en vision?
// :params {"kommune": "vestersoe"}
MATCH (:Kommune {key: $kommune})<-[:I_KOMMUNE]-(m:PolitiskMaal)
WHERE NOT EXISTS { (:Vision)-[:UDMOENTES_I]->(m) }
RETURN m.titel, m.uspecificeret
ORDER BY m.name
