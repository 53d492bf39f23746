using System.Text.RegularExpressions;
using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;
using Effektkaeder.Import.Mapping.Kladde;
using Effektkaeder.Import.Mapping.Skabeloner;

namespace Effektkaeder.Import.Mapping.Koblinger;

/// <summary>
/// Other agreements by their names: "Direktionens udviklingsaftale", "centrets målaftale", "Rammeaftalen".
/// Each is a ghost until it is imported; one that an organisation owns is taken to be of the same period,
/// so that its import fills it in.
/// </summary>
internal sealed partial class Aftalenavne(Kortlaegning k)
{
    internal IEnumerable<(string Key, int Start, int Slut)> Find(string tekst, Herkomst herkomst)
    {
        if (!tekst.Contains("aftale", StringComparison.OrdinalIgnoreCase))
        {
            yield break;
        }

        foreach (Match m in Ejet().Matches(tekst))
        {
            if (Ejer(m, herkomst) is { } key && key != k.Hoved.Key)
            {
                yield return (key, m.Index, m.Index + m.Length);
            }
        }

        foreach (Match m in Named().Matches(tekst))
        {
            var type = Identitet.Of(NodeKind.Aftale, m.Value);
            if (
                (SkabelonKatalog.Ord.Aftaletyper.Contains(type, StringComparer.Ordinal) && type != "rammeaftale")
                // "Rammeaftalen" after "en rammeaftale om hasteudbedring" is that one.
                || Regex.IsMatch(k.Form.Tree.Text, $@"(?<!\p{{L}}){type}\s+(?:om|med|for|på)\s", RegexOptions.IgnoreCase)
            )
            {
                continue;
            }

            var key = NodeKeys.Aftale(k.Kommune, type, "", "");
            k.Bygger.Node(key, NodeKind.Aftale, new Indhold(m.Value.Capitalised(), m.Value.Capitalised()) { Henvist = true }, herkomst);
            yield return (key, m.Index, m.Index + m.Length);
        }
    }

    private string? Ejer(Match m, Herkomst herkomst)
    {
        var ejer = m.Groups["ejer"].Value[..^1];
        var organisation = k.Aktoerer.Organisation(ejer, herkomst);
        var navn = k.Bygger.Indhold(organisation)?.Tekst ?? ejer;
        var type = m.Groups["type"].Value.ToLowerInvariant();
        var key = NodeKeys.Aftale(k.Kommune, type, k.Hoved.Periode, navn);
        if (key == k.Hoved.Key)
        {
            return null;
        }

        var titel = $"{navn}s {type}";
        return k.Bygger.Node(key, NodeKind.Aftale, new Indhold(Titel.Cut(titel), titel) { Henvist = true, Art = Art(type) }, herkomst);
    }

    private static string? Art(string type) => Arter.Aftale.FirstOrDefault(a => a == Fold.Of(type));

    [GeneratedRegex(
        @"(?<![\p{L}])(?<ejer>(?:\p{Lu}[\p{L}-]*(?:\s+for\s+\p{L}+)?(?:,?\s+(?:og\s+)?\p{Lu}[\p{L}-]+)*"
            + @"|[Cc]ente?re?t)s)\s+(?<type>udviklingsaftale|målaftale|virksomhedsaftale|resultataftale)(?:n|ns)?(?!\p{L})",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Ejet();

    [GeneratedRegex(@"(?<!\p{L})(?:\p{Lu}\p{L}+aftalen|[Rr]ammeaftalen)(?!\p{L})", RegexOptions.CultureInvariant)]
    private static partial Regex Named();
}
