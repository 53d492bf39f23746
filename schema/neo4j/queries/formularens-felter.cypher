// Hvad står der i formularen?
// :params {"id": "vestersoe/indsats/staerke-skolefaellesskaber"}
MATCH (i:Indsats {key: $id})
RETURN i.titel, [[felt IN i.felter |
  [split(felt, ' = ')[1], i[split(felt, ' = ')[0]], coalesce(i[split(felt, ' = ')[0] + '_tilstand'], 'vaerdi')]]] AS felter
