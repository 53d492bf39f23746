// Hvilke måleredskaber bruges hvor?
MATCH (r:Redskab)
RETURN r.titel, r.kommune, [(r)-[:KOBLER_TIL {art: 'redskab'}]-(x) | x.titel] AS brugere,
  [(i:Indikator)-[:MAALES_MED]->(r) | i.titel] AS indikatorer
ORDER BY r.name
