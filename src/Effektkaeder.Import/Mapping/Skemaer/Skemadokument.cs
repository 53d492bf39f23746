using System.Text.RegularExpressions;
using Effektkaeder.Domain;
using Effektkaeder.Import.Mapping.Felter;
using Effektkaeder.Import.Mapping.Former;
using Effektkaeder.Import.Mapping.Skabeloner;
using Effektkaeder.Import.Syntax;

namespace Effektkaeder.Import.Mapping.Skemaer;

/// <summary>
/// A document that is nothing but follow-up forms, recognised by their labels: as rows, as column heads with a form a row, as lines
/// "Label: …", or as labels alone with the words under them.
/// </summary>
internal static partial class Skemadokument
{
    /// <summary>So many labels make a form, of which so many are those that only a follow-up has.</summary>
    private const int FewestLabels = 4,
        FewestOwn = 2;

    /// <summary>The forms of a document in their order; none where it is something else.</summary>
    internal static IReadOnlyList<Opfoelgningsskema> Find(DocumentTree tree, string? kommune)
    {
        foreach (var skema in SkabelonKatalog.Alle.SelectMany(s => s.Skemaer))
        {
            var read = new Skemalaeser(skema).Read(tree);
            var forms = read.Skemaer.Where(IsForm).ToList();
            if (forms.Count > 0 && read.Outside.Count <= forms.Sum(f => f.Felter.Count) + 4)
            {
                var kilde = new Kilde(tree.Source.Path, tree.Source.Sha256, "opfoelgning");
                var (sted, enhed) = Frame(read.Outside);
                return
                [
                    .. forms.Select(f => new Opfoelgningsskema(
                        kilde,
                        kommune ?? sted,
                        enhed,
                        f.Linje,
                        Skemafelter.Of(f, tree.Source.Path)
                    )),
                ];
            }
        }

        return [];
    }

    private static bool IsForm(UdfyldtSkema skema) =>
        skema.Felter.Count >= FewestLabels && skema.Felter.Count(f => Opfoelgningsskema.Evaluering.Contains(f.Felt.Label)) >= FewestOwn;

    /// <summary>The municipality and the unit, where lines around the form name them.</summary>
    private static (string? Kommune, string? Enhed) Frame(IEnumerable<string> outside)
    {
        string? kommune = null,
            enhed = null;
        foreach (var line in outside.SelectMany(o => o.Split('\n')).Select(l => l.Trim()))
        {
            if (Labelled().Match(line) is { Success: true } m)
            {
                if (m.Groups["label"].Value.Equals("kommune", StringComparison.OrdinalIgnoreCase))
                {
                    kommune ??= m.Groups["navn"].Value.Trim();
                }
                else
                {
                    enhed ??= m.Groups["navn"].Value.Trim();
                }
            }
            else if (Alone().Match(line) is { Success: true } alone)
            {
                kommune ??= alone.Groups["navn"].Value.Trim();
            }
        }

        return (kommune, enhed);
    }

    [GeneratedRegex(
        @"\A(?<label>kommune|enhed|institution(?:/afdeling)?|afdeling|virksomhed|center)\s*[:\t]\s*(?<navn>.+)\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Labelled();

    [GeneratedRegex(
        @"\A(?<navn>\p{L}[\p{L}-]*(?: og \p{L}+| \p{L}+)?)\s+kommune\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Alone();
}
