// Hvorfor hænger to ting sammen?
// :params {"fra": "vestersoe/politisk-maal/hjaelp-i-rette-tid", "til": "vestersoe/indsats/sunde-overgange"}
MATCH (fra:PolitiskMaal {key: $fra}) MATCH (til:Indsats {key: $til})
// Ned eller op hele vejen, med højst én kobling; over et redskab, en paragraf eller et emne er det også én.
CALL (fra, til) {
  MATCH vej = (fra)-[:FORFOELGES_MED|OMFATTER|SKABER|MAALES_PAA*0..]->()-[:KOBLER_TIL*0..2]-()
    -[:UDMOENTES_I|FORFOELGES_MED|OMFATTER|SKABER|MAALES_PAA*0..]->(til)
  RETURN vej
  UNION
  MATCH vej = (fra)<-[:UDMOENTES_I*0..1]-()-[:KOBLER_TIL*0..2]-()<-[:OMFATTER|SKABER|MAALES_PAA*0..]-(til)
  RETURN vej
}
WITH vej, nodes(vej) AS led, [k IN relationships(vej) WHERE type(k) = 'KOBLER_TIL'] AS koblinger
WHERE none(k IN koblinger WHERE k.status = 'afvist')
  AND (size(koblinger) < 2 OR any(n IN led WHERE n:Redskab OR n:Lovhenvisning OR n:Emne))
  AND all(n IN led WHERE single(m IN led WHERE m = n))
WITH vej ORDER BY length(vej) LIMIT 21
WITH collect([length(vej), reduce(t = 1.0, k IN relationships(vej) | t * k.tillid), [n IN nodes(vej) | n.titel]]) AS stier
RETURN size(stier) > 20 AS afkortet, stier[..20] AS stier
