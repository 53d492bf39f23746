// Hvilke felter er ikke udfyldt?
// :params {"aftale": "slagelse/aftale/udviklingsaftale-2016-center-for-handicap-og-psykiatri"}
MATCH (:Aftale {key: $aftale})-[:ANGIVER]->(n)
UNWIND n.felter AS linje
WITH n, split(linje, ' = ')[0] AS navn, split(linje, ' = ')[1] AS felt
WITH n, navn, felt, n[navn + '_tilstand'] AS tilstand
WHERE tilstand IN ['afkortet', 'tom', 'pladsholder', 'henvisning']
RETURN n.titel, CASE tilstand
  WHEN 'afkortet' THEN 'Dokumentet slutter midt i feltet ' + felt + '.'
  WHEN 'tom' THEN 'Feltet ' + felt + ' er tomt.'
  WHEN 'pladsholder' THEN 'Feltet ' + felt + ' rummer kun en pladsholder.'
  ELSE 'Feltet ' + felt + ' henviser til et andet felt.'
END AS besked, [n[navn + '_linje'], felt] AS sted
