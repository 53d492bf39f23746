using System.Globalization;
using Effektkaeder.Analysis;

namespace Effektkaeder.Diagram.Scenes;

/// <summary>
/// The line that says where the facts come from: the agreements that state what is shown, the revision, and how much is folded.
/// </summary>
internal static class Kildelinje
{
    private const int MostNamed = 6;

    public static string Of(Udsnit udsnit, IEnumerable<string> keys, long revision, int folded)
    {
        var aftaler = keys.Select(udsnit.Find)
            .OfType<Domain.Node>()
            .SelectMany(n => n.Udsagn)
            .Select(u => u.Aftale)
            .Distinct(StringComparer.Ordinal)
            .Select(k => udsnit.Find(k)?.Titel ?? k)
            .Distinct(StringComparer.Ordinal)
            .OrderBy(Domain.Tekst.SortKey.Of, StringComparer.Ordinal)
            .ToList();
        var named =
            aftaler.Count > MostNamed
                ? string.Join("; ", aftaler.Take(MostNamed)) + $" og {aftaler.Count - MostNamed} mere"
                : string.Join("; ", aftaler);
        var small = folded == 0 ? "" : $" {folded.ToString(CultureInfo.InvariantCulture)} led er foldet sammen og talt i boksene.";
        return $"Kilde: {named}. Revision {revision.ToString(CultureInfo.InvariantCulture)}.{small}";
    }
}
