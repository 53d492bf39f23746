// Hvem er ansvarlig for hvad?
// :params {"kommune": "vestersoe"}
MATCH (:Kommune {key: $kommune})<-[:I_KOMMUNE]-(hvem:Rolle|Organisation)-[:ANSVARLIG_FOR]->(hvad)
WITH hvem, collect(hvad.titel) AS ansvarligFor
RETURN hvem.titel, hvem.person, ansvarligFor
ORDER BY hvem.key
