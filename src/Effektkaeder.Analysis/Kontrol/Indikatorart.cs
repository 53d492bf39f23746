using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;

namespace Effektkaeder.Analysis.Kontrol;

/// <summary>How an indicator can be judged.</summary>
public enum Indikatorart
{
    Antal,
    Andel,
    Redskab,
    Haendelse,
    Vag,
}

/// <summary>Reads from an indicator's own words how it can be judged.</summary>
public static class Indikatorlaesning
{
    public static Indikatorart Art(Udsnit udsnit, Node indikator)
    {
        var text = Fold.Of(indikator.Indhold.Tekst);
        return Kendeord.Share().IsMatch(text) ? Indikatorart.Andel
            : Kendeord.Count().IsMatch(text) ? Indikatorart.Antal
            : udsnit.Targets(indikator.Key, EdgeType.MaalesMed).Any() || Kendeord.Instrument().IsMatch(text) ? Indikatorart.Redskab
            : Kendeord.Event().IsMatch(text) ? Indikatorart.Haendelse
            : Indikatorart.Vag;
    }
}
