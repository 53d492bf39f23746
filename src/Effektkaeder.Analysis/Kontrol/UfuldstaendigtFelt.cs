using Effektkaeder.Domain;

namespace Effektkaeder.Analysis.Kontrol;

internal sealed record UfuldstaendigtFelt()
    : Kontrolregel("UFULDSTAENDIGT_FELT", Alvor.Advarsel, "Felt, der er afkortet, tomt eller kun henviser", "En aftale er udfyldt.")
{
    public override IReadOnlyList<Alvor> Grader => [Alvor.Fejl, Alvor.Advarsel, Alvor.Bemaerkning];

    public override bool ErEfterNoegle => true;

    public override IEnumerable<Fund> Find(Udsnit udsnit) =>
        from number in udsnit.NumbersOf()
        where (udsnit.KontrolmaerkerOf(number) & Kontrolmaerker.MangelfuldtFelt) != 0
        let node = udsnit.Nodes[number]
        from udsagn in node.Udsagn
        from felt in udsagn.Felter
        let told = Tell(felt)
        where told.Besked is not null
        select At(node, told.Besked!, alvor: told.Alvor, sted: felt.Herkomst);

    private static (string? Besked, Alvor Alvor) Tell(Feltvaerdi felt) =>
        felt.Status switch
        {
            Feltstatus.Afkortet => ($"Dokumentet slutter midt i feltet {felt.Label}.", Alvor.Fejl),
            Feltstatus.Tom => ($"Feltet {felt.Label} er tomt.", Alvor.Advarsel),
            Feltstatus.Pladsholder => ($"Feltet {felt.Label} rummer kun en pladsholder.", Alvor.Advarsel),
            Feltstatus.Henvisning => ($"Feltet {felt.Label} henviser til et andet felt.", Alvor.Bemaerkning),
            _ => (null, default),
        };
}
