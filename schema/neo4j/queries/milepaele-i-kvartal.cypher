// Hvilke milepæle ligger helt i et kvartal, på tværs af alle centre?
// :params {"fra": "2017-01-01", "til": "2017-03-31"}
MATCH (m:Milepael)
WITH m, [t IN [[m.fraDato, m.tilDato], [m.fraDato2, m.tilDato2], [m.fraDato3, m.tilDato3]]
  WHERE t[0] IS NOT NULL OR t[1] IS NOT NULL] AS tider
WHERE any(t IN tider WHERE t[0] >= date($fra) AND t[1] <= date($til))
RETURN m.titel, tider, [(m)-[:I_CENTER]->(c) | c.titel][0] AS center
ORDER BY m.fraDato, m.key
