// Hvornår følges der op i en periode?
// :params {"fra": "2026-01-01", "til": "2026-12-31"}
MATCH (o:Opfoelgning)
WITH o, [t IN [[o.fraDato, o.tilDato], [o.fraDato2, o.tilDato2], [o.fraDato3, o.tilDato3]]
  WHERE t[0] IS NOT NULL OR t[1] IS NOT NULL] AS tider
WHERE any(t IN tider WHERE coalesce(t[0] <= date($til), true) AND coalesce(t[1] >= date($fra), true))
RETURN o.titel, o.art, tider, [(ejer)-[:FOELGES_OP]->(o) | ejer.titel] AS ejere
ORDER BY o.name
