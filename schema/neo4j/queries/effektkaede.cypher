// Hvad tjener et bidrag, og hvad skaber det?
// :params {"id": "vestersoe/maalaftale-2025-26-jobcenter-vestersoe/faelles-ungevejledning/bidrag/faelles-ungevejledning"}
MATCH (x:Bidrag {key: $id})
RETURN x.titel,
  COLLECT {
    MATCH vej = (op)-[:UDMOENTES_I|INDEHOLDER|FORFOELGES_MED|OMFATTER|SKABER|MAALES_PAA*1..]->(x)
    WITH op, min(length(vej)) AS afstand
    RETURN [afstand, [labels(op)[0], op.titel]]
  } AS opad,
  COLLECT {
    MATCH vej = (x)-[:SKABER|MAALES_PAA*1..]->(ned)
    WITH ned, min(length(vej)) AS afstand
    RETURN [afstand, [labels(ned)[0], ned.titel]]
  } AS nedad
