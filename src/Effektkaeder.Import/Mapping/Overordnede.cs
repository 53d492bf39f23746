using System.Globalization;
using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;
using Effektkaeder.Import.Mapping.Graf;
using Effektkaeder.Import.Mapping.Kladde;

namespace Effektkaeder.Import.Mapping;

/// <summary>A policy, strategy or vision fills in the ghost of its name, and its goals stand under it.</summary>
internal sealed class Overordnede(Kortlaegning k, Overordnet dokument)
{
    internal void Map(IReadOnlyList<KortlagtPunkt> punkter)
    {
        var herkomst = k.Hoved.Herkomst;
        if (dokument.Type == "vision" || PolitiskeMaal.Politiknavn(dokument.Navn) is null)
        {
            return;
        }

        var key = k.Bygger.Node(
            NodeKeys.Shared(k.Kommune, NodeKind.Politik, dokument.Navn),
            NodeKind.Politik,
            new Indhold(Titel.Cut(dokument.Navn), dokument.Navn)
            {
                Egenskaber = dokument.Vedtaget is { } day
                    ? [new(Egenskaber.Vedtaget, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))]
                    : [],
            },
            herkomst
        );
        foreach (var maal in punkter.SelectMany(p => p.Maal).Distinct(StringComparer.Ordinal))
        {
            k.Bygger.Edge(EdgeType.Indeholder, key, maal, k.Bygger.Place(maal) ?? herkomst, Grund.Tekst);
        }
    }
}
