// Hvad arbejder et center med?
// :params {"center": "vestersoe/organisation/center-for-arbejde-og-uddannelse"}
MATCH (i:Indsats)-[:I_CENTER]->(:Organisation {key: $center})
WITH collect([i.titel, [(i)-[:OMFATTER]->(b:Bidrag) | b.titel]]) AS indsatser
RETURN size(indsatser), indsatser
