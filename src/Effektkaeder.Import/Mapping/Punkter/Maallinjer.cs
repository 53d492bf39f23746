using System.Text.RegularExpressions;
using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;
using Effektkaeder.Import.Mapping.Former;
using Effektkaeder.Import.Mapping.Kladde;

namespace Effektkaeder.Import.Mapping.Punkter;

/// <summary>
/// The aim above a bidrag that its Afsæt names: "centrets målsætning om værdighed i eget liv". A ghost until the centre's own
/// agreement is imported.
/// </summary>
internal sealed partial class Maallinjer(Kortlaegning k, KortlagtPunkt p)
{
    internal void Map(UdfyldtFelt felt)
    {
        foreach (var block in felt.Indhold.Blocks)
        {
            foreach (Match m in Named().Matches(block.FullText))
            {
                var maal = m.Groups["maal"].Value.Trim(' ', '"', '»', '«', '”', '“');
                var herkomst = new Herkomst(k.Fil, block.Line, m.Value, felt.Felt.Label);
                var key = NodeKeys.Shared(k.Kommune, NodeKind.PolitiskMaal, maal);
                if (!k.Bygger.Has(key))
                {
                    k.Bygger.Node(key, NodeKind.PolitiskMaal, new Indhold(Titel.Of(maal.Capitalised()), maal) { Henvist = true }, herkomst);
                }

                if (EdgeTypes.Allows(EdgeType.Understoetter, k.Bygger.Kind(p.Ejer), NodeKind.PolitiskMaal))
                {
                    k.Bygger.Edge(EdgeType.Understoetter, p.Ejer, key, herkomst);
                }
            }
        }
    }

    [GeneratedRegex(
        @"(?<!\p{L})(?:centrets|centerets|fagcentrets|afdelingens|enhedens|udvalgets|kommunens)\s+(?:overordnede\s+|politiske\s+"
            + @"|samlede\s+)*"
            + @"(?:mål|målet|målsætning|målsætningen|målsætninger|bestræbelser|arbejde|ambition|ambitioner)\s+(?:om|for|på"
            + @"|med),?\s+(?:at\s+)?"
            + @"(?<maal>[^.;:\n]{3,200}?)(?=\s*(?:[.;:\n]|\z|,\s|\s+ved\s+hjælp\s+af\s|\s+gennem\s|\s+via\s))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Named();
}
