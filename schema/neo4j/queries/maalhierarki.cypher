// Hvordan hænger et politisk mål sammen helt ned til indikatorerne?
// :params {"maal": "vestersoe/politisk-maal/hjaelp-i-rette-tid"}
MATCH (m:PolitiskMaal {key: $maal})
RETURN m.titel, [(m)-[:FORFOELGES_MED]->(i:Indsats) |
  [i.titel, [(i)-[:OMFATTER]->(b:Bidrag) |
    [b.titel, [(b)-[:SKABER]->(e:Effekt) |
      [e.titel, [(e)-[:MAALES_PAA]->(k:Indikator) | k.titel]]]]]]] AS indsatser
