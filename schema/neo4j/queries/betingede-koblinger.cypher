// Hvilke koblinger hænger på noget, der endnu ikke er besluttet?
MATCH (fra)-[k:KOBLER_TIL]->(til)
WHERE k.betinget IS NOT NULL
WITH k, fra, til ORDER BY fra.key, til.key
WITH collect([k.art, k.betinget, fra.titel, til.titel]) AS koblinger
RETURN size(koblinger), koblinger
