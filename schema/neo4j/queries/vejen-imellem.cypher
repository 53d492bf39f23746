// Hvorfor hænger to ting sammen?
// :params {"fra": "vestersoe/politisk-maal/hjaelp-i-rette-tid", "til": "vestersoe/indsats/sunde-overgange"}
MATCH (fra:PolitiskMaal {key: $fra}) MATCH (til:Indsats {key: $til})
MATCH vej = (fra)-[:FORFOELGES_MED|OMFATTER|SKABER|MAALES_PAA*0..]->(a)-[:KOBLER_TIL*0..1]-(b)
  -[:FORFOELGES_MED|OMFATTER|SKABER|MAALES_PAA*0..]->(til)
WHERE all(k IN relationships(vej) WHERE coalesce(k.status <> 'afvist', true))
WITH DISTINCT vej
WITH vej ORDER BY length(vej) LIMIT 21
WITH collect([length(vej), reduce(t = 1.0, k IN relationships(vej) | t * k.tillid), [n IN nodes(vej) | n.titel]]) AS stier
RETURN size(stier) > 20 AS afkortet, stier[..20] AS stier
