// Hvor står det, og med hvilke ord?
// :params {"id": "vestersoe/udviklingsaftale-2025-center-for-boern-og-unge/staerke-skolefaellesskaber/maaling/baseline"}
MATCH (m:Maaling {key: $id})<-[:ANGIVER]-(a:Aftale)
RETURN m.titel, collect([a.titel, a.underskrevet, [[m.dokument, m.felt, m.citat]]]) AS udsagn
