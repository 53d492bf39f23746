// Hvilke koblinger er kun nævnt af den ene part?
// :params {"kommune": "vestersoe"}
MATCH (:Kommune {key: $kommune})<-[:I_KOMMUNE]-(fra)-[k:KOBLER_TIL]->(til)
WHERE k.art IN ['eksplicit', 'forpligtelse', 'omtale'] AND NOT til.henvist
  AND (til.niveau IS NOT NULL OR til:Aftale)
  AND EXISTS { (a:Aftale {henvist: false})-[:ANGIVER]->(til) WHERE NOT a.key IN k.aftaler }
RETURN fra.titel, til.titel
