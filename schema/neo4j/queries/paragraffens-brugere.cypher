// Hvem arbejder efter samme paragraf?
// :params {"lov": "dk/lov/sel/83a"}
MATCH (l:Lovhenvisning {key: $lov})
RETURN l.titel, [(l)-[:KOBLER_TIL {art: 'lov'}]-(x) | [labels(x)[0], x.titel, [(x)-[:I_CENTER]->(c) | c.titel][0]]] AS brugere
