using System.Globalization;
using Effektkaeder.Analysis;

namespace Effektkaeder.Diagram.Scenes;

/// <summary>
/// The line that says where the facts come from: the agreements that state what is shown, and the revision.
/// </summary>
internal static class Kildelinje
{
    private const int MostNamed = 6;

    public static string Of(Udsnit udsnit, IEnumerable<string> keys, long revision)
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
        return $"Kilde: {named}. Revision {revision.ToString(CultureInfo.InvariantCulture)}.";
    }
}
