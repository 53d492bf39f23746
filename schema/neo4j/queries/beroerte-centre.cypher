// Hvilke centre mærker en ændring?
// :params {"id": "vestersoe/indsats/staerke-skolefaellesskaber"}
MATCH (start:Indsats {key: $id})
// Ned i hierarkiet, over højst én kobling (over et redskab, en paragraf eller et emne er det også én) og ned igen; hen til det, der
// understøtter det, som ned. En kobling til den politik, indsatsens eget mål står i, siger ikke andet end hierarkiet.
MATCH (start) ((a)-[r:OMFATTER|SKABER|MAALES_PAA|UNDERSTOETTER]-()
    WHERE a = CASE WHEN r:UNDERSTOETTER THEN endNode(r) ELSE startNode(r) END AND (a = start OR NOT a:Politik|Aftale|Organisation)
  )* (her)
WITH DISTINCT start, her
CALL (start, her) {
  RETURN her AS ved
  UNION
  MATCH (her)-[k:KOBLER_TIL]-(ved)
  WHERE k.status <> 'afvist' AND (her = start OR NOT her:Politik|Aftale|Organisation)
    AND NOT EXISTS { (her)-[:INDEHOLDER]->()-[:FORFOELGES_MED]->(ved:Indsats) }
    AND NOT EXISTS { (ved)-[:INDEHOLDER]->()-[:FORFOELGES_MED]->(her:Indsats) }
  RETURN ved
  UNION
  MATCH (her)-[k:KOBLER_TIL]-(:Redskab|Lovhenvisning|Emne)-[k2:KOBLER_TIL]-(ved)
  WHERE k.status <> 'afvist' AND k2.status <> 'afvist' AND (her = start OR NOT her:Politik|Aftale|Organisation)
  RETURN ved
}
MATCH (ved) ((a)-[r:UDMOENTES_I|FORFOELGES_MED|OMFATTER|SKABER|MAALES_PAA|UNDERSTOETTER]-()
    WHERE a = CASE WHEN r:UNDERSTOETTER THEN endNode(r) ELSE startNode(r) END AND (a = start OR NOT a:Politik|Aftale|Organisation)
  )* (ramt)
WITH DISTINCT start, ramt WHERE ramt <> start
OPTIONAL MATCH (ramt)-[:I_CENTER]->(center)
WITH coalesce(center, CASE WHEN ramt.art = 'center' THEN ramt END) AS center, count(*) AS antal
OPTIONAL MATCH (center)-[:I_KOMMUNE]->(kommune)
WITH collect([center, kommune, antal]) AS alle
UNWIND alle AS en
WITH en[0] AS center, en[2] AS antal,
  // Hedder to centre det samme, står deres kommune ved.
  CASE WHEN size([a IN alle WHERE a[0].titel = en[0].titel]) > 1 THEN ', ' + en[1].titel ELSE '' END AS kommune
RETURN coalesce(center.titel + kommune, '(ingen)') AS navn, antal
ORDER BY center.key
