// Hvad er der sket med grafen?
// Det eneste spørgsmål, der læser af det, lageret selv bruger.
MATCH (r:_Revision)
RETURN r.number, r.action, r.source, r.summary
ORDER BY r.number DESC LIMIT 20
