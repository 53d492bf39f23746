// Hvilke milepæle og frister ligger i en periode?
// :params {"kommune": "vestersoe", "fra": "2025-10-01", "til": "2025-12-31"}
MATCH (:Kommune {key: $kommune})<-[:I_KOMMUNE]-(m:Milepael)
WITH m, [t IN [[m.fraDato, m.tilDato], [m.fraDato2, m.tilDato2], [m.fraDato3, m.tilDato3]]
  WHERE t[0] IS NOT NULL OR t[1] IS NOT NULL] AS tider
WHERE any(t IN tider WHERE coalesce(t[0] <= date($til), true) AND coalesce(t[1] >= date($fra), true))
RETURN m.titel, m.art, tider, [(ejer)-[:HAR_MILEPAEL]->(m) | ejer.titel] AS ejere
ORDER BY m.name
