// Hvilke temaer går igen?
// :params {"kommune": "guldborgsund"}
MATCH (:Kommune {key: $kommune})<-[:I_KOMMUNE]-(e:Emne)
WITH e, [(e)-[:KOBLER_TIL {art: 'emne'}]-(x) | x.titel] AS brugere
RETURN e.titel, [size(brugere), brugere] AS brug
ORDER BY e.name
