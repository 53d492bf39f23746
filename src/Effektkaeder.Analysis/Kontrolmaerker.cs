using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;
using Effektkaeder.Domain.Tid;

namespace Effektkaeder.Analysis;

/// <summary>What is worth knowing of a node before it is read: whether a check has anything to look for in it.</summary>
[Flags]
public enum Kontrolmaerker : byte
{
    None = 0,

    /// <summary>Some document has form fields for it.</summary>
    HarFelter = 1,

    /// <summary>A field of it is not filled in with a value or declared none.</summary>
    MangelfuldtFelt = 2,

    /// <summary>A time of it is no date.</summary>
    TidUdenDato = 4,

    /// <summary>Several documents state it.</summary>
    FlereUdsagn = 8,

    /// <summary>It is an indicator, and its own words do not say what it is judged by.</summary>
    VageOrd = 16,

    /// <summary>It should be an effect or be judged by one, and has words for what is made.</summary>
    Produktord = 32,
}

public static class Kontrolmaerkning
{
    public static Kontrolmaerker Kontrolmaerker(this Node node) =>
        (node.Udsagn.Any(u => u.Felter.Count > 0) ? Analysis.Kontrolmaerker.HarFelter : 0)
        | (node.Udsagn.Any(u => u.Felter.Any(f => f.Status.ErMangelfuld())) ? Analysis.Kontrolmaerker.MangelfuldtFelt : 0)
        | (node.Indhold.Tider.Any(t => t.Tilstand != TidsTilstand.Vaerdi) ? Analysis.Kontrolmaerker.TidUdenDato : 0)
        | (node.Udsagn.Count > 1 ? Analysis.Kontrolmaerker.FlereUdsagn : 0)
        | Ord(node.Kind, node.Indhold.Tekst);

    private static Kontrolmaerker Ord(NodeKind kind, string tekst)
    {
        if (kind is not (NodeKind.Effekt or NodeKind.Indikator or NodeKind.Opfoelgning))
        {
            return Analysis.Kontrolmaerker.None;
        }

        var folded = Fold.Of(tekst);
        return (kind == NodeKind.Indikator && Kendeord.ErVag(folded) ? Analysis.Kontrolmaerker.VageOrd : 0)
            | (Kendeord.Product().IsMatch(folded) ? Analysis.Kontrolmaerker.Produktord : 0);
    }

    private static bool ErMangelfuld(this Feltstatus status) =>
        status is Feltstatus.Afkortet or Feltstatus.Tom or Feltstatus.Pladsholder or Feltstatus.Henvisning;
}
