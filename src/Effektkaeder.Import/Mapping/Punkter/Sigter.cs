using System.Text.RegularExpressions;
using Effektkaeder.Domain;
using Effektkaeder.Import.Mapping.Felter;
using Effektkaeder.Import.Mapping.Kladde;

namespace Effektkaeder.Import.Mapping.Punkter;

/// <summary>The stage of each effekt of a table, and the line from one on short sight to one on long.</summary>
internal static partial class Sigter
{
    private const string Kort = "kort";
    private const string Langt = "langt";

    internal static void Set(Kortlaegning k, string effekt, Nodetekst tekst)
    {
        var words = tekst.Trin ?? tekst.Tekst;
        var sigt =
            Long().IsMatch(words) ? Langt
            : Short().IsMatch(words) || tekst.Trin is not null ? Kort
            : null;
        if (sigt is not null)
        {
            k.Bygger.Egenskab(effekt, Egenskaber.Sigt, sigt);
        }
    }

    /// <summary>Beside an effekt on long sight, those that say nothing are on short.</summary>
    internal static void Connect(Kortlaegning k, IReadOnlyList<string> effekter)
    {
        var lange = effekter.Where(e => k.Bygger.Indhold(e)![Egenskaber.Sigt] == Langt).ToList();
        if (lange.Count == 0)
        {
            return;
        }

        foreach (var kort in effekter.Except(lange))
        {
            k.Bygger.Egenskab(kort, Egenskaber.Sigt, Kort);
            lange.ForEach(l => k.Bygger.Edge(EdgeType.Understoetter, kort, l, k.Bygger.Place(kort)!));
        }
    }

    [GeneratedRegex(
        @"(?<!\p{L})på\s+(?:længere\s+|lang\s+|langt\s+)?sigt(?!\p{L})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Long();

    [GeneratedRegex(
        @"(?<!\p{L})(?:på\s+(?:kort|kortere)\s+sigt|i\s+første\s+omgang)(?!\p{L})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Short();
}
