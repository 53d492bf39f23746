using System.Globalization;
using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;
using Effektkaeder.Domain.Tid;
using Effektkaeder.Import.Mapping.Felter;
using Effektkaeder.Import.Mapping.Kladde;

namespace Effektkaeder.Import.Mapping.Punkter;

/// <summary>The nodes of a point: an effort is the municipality's, all else the point's own, the second of the same words a twin.</summary>
internal sealed class Punktknuder(Kortlaegning k, KortlagtPunkt p)
{
    internal string Indsats(string tekst, Herkomst herkomst, int? nummer)
    {
        var key = NodeKeys.Shared(k.Kommune, NodeKind.Indsats, tekst);
        return k.Bygger.Node(
            key,
            NodeKind.Indsats,
            new Indhold(Titel.Of(tekst), tekst)
            {
                Egenskaber = nummer is { } n ? [new(Egenskaber.Punkt, n.ToString(CultureInfo.InvariantCulture))] : [],
            },
            herkomst
        );
    }

    internal string Node(
        NodeKind kind,
        Nodetekst tekst,
        Herkomst herkomst,
        string? art = null,
        ValueList<Tidsudtryk>? tider = null,
        IEnumerable<Egenskab>? egenskaber = null
    )
    {
        var key = NodeKeys.InDocument(k.Hoved.Key, p.Slug, kind, tekst.Tekst);
        for (var twin = 2; k.Bygger.Has(key); twin++)
        {
            key = NodeKeys.InDocument(k.Hoved.Key, p.Slug, kind, tekst.Tekst, twin);
        }

        return k.Bygger.Node(
            key,
            kind,
            new Indhold(Titled(tekst.Navn.Capitalised()), tekst.Tekst)
            {
                Art = art,
                Tider = tider ?? [],
                Betinget = Betingelser.Whole(tekst.Tekst),
                Egenskaber = [.. (egenskaber ?? []).OrderBy(e => e.Navn, StringComparer.Ordinal)],
            },
            herkomst
        );
    }

    /// <summary>"Maj 2027: Jobmessen er holdt" is named by all of it, and never by the day alone.</summary>
    private static string Titled(string navn) =>
        Titel.Of(navn) is var titel
        && titel.Length < navn.Length
        && navn[titel.Length] == ':'
        && TidsudtrykReader.FindAll(titel, TidsKontekst.Tom) is [var tid]
        && tid.Laengde >= titel.Length
            ? Titel.Cut(navn)
            : titel;
}
