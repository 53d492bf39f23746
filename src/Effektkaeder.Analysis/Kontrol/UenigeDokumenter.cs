using Effektkaeder.Domain;

namespace Effektkaeder.Analysis.Kontrol;

internal sealed record UenigeDokumenter()
    : Kontrolregel("UENIGE_DOKUMENTER", Alvor.Advarsel, "Dokumenter, der er uenige om det samme", "Fælles mål betyder det samme overalt.")
{
    public override bool ErEfterNoegle => true;

    public override IEnumerable<Fund> Find(Udsnit udsnit) =>
        from number in udsnit.NumbersOf()
        where (udsnit.KontrolmaerkerOf(number) & Kontrolmaerker.FlereUdsagn) != 0
        let node = udsnit.Nodes[number]
        from udsagn in node.Udsagn
        where udsagn != node.Vist && !udsagn.Indhold.Henvist && Difference(node.Indhold, udsagn.Indhold) is not null
        select At(
            node,
            $"»{udsnit.Find(udsagn.Aftale)?.Titel ?? udsagn.Aftale}« {Difference(node.Indhold, udsagn.Indhold)}.",
            udsnit.Find(udsagn.Aftale),
            sted: udsagn.Herkomst.FirstOrDefault()
        );

    private static string? Difference(Indhold shown, Indhold other) =>
        shown.Art != other.Art && other.Art is not null && shown.Art is not null ? $"kalder det {other.Art}, ikke {shown.Art}"
        : !shown.Tider.Equals(other.Tider) ? "giver det en anden tid"
        : !shown.Egenskaber.Equals(other.Egenskaber) ? "giver det andre egenskaber"
        : null;
}
