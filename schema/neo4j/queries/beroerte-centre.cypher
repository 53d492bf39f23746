// Hvilke centre mærker en ændring?
// :params {"id": "vestersoe/indsats/staerke-skolefaellesskaber"}
MATCH (start:Indsats {key: $id})
MATCH (start)-[:OMFATTER|SKABER|MAALES_PAA*0..]->(her)
CALL (start, her) {
  WITH her WHERE her <> start
  RETURN her AS ramt
  UNION
  MATCH (her)-[k:KOBLER_TIL]-(ved)
  WHERE k.status <> 'afvist'
  CALL (her, ved) {
    WITH ved WHERE NOT ved:Redskab AND NOT ved:Lovhenvisning AND NOT ved:Emne
    RETURN ved AS den
    UNION
    WITH her, ved WHERE ved:Redskab OR ved:Lovhenvisning OR ved:Emne
    MATCH (ved)-[k2:KOBLER_TIL]-(den) WHERE k2.status <> 'afvist' AND den <> her
    RETURN den
  }
  MATCH (den)-[:OMFATTER|SKABER|MAALES_PAA*0..]->(ramt)
  RETURN ramt
}
WITH DISTINCT start, ramt WHERE ramt <> start
OPTIONAL MATCH (ramt)-[:I_CENTER]->(center)
WITH CASE WHEN ramt:Organisation AND ramt.art = 'center' THEN ramt ELSE center END AS center, count(*) AS antal
RETURN center.titel, antal
