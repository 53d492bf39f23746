using System.Globalization;
using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;

namespace Effektkaeder.Analysis.Paavirkning;

/// <summary>
/// What happens to one touched node, in one Danish sentence: the consequence, and then back along each path to what changes.
/// </summary>
internal sealed class Fortaelling
{
    private static readonly CultureInfo Dansk = CultureInfo.GetCultureInfo("da-DK");

    private readonly Dictionary<string, Aendring> _changes;
    private readonly ILookup<string, Datoaendring> _dates;

    public Fortaelling(Udsnit udsnit, IEnumerable<(Node Node, Aendring Aendring)> changed, IReadOnlyList<Datoaendring> dates)
    {
        _changes = changed.DistinctBy(c => c.Node.Key).ToDictionary(c => c.Node.Key, c => c.Aendring, StringComparer.Ordinal);
        _dates = dates
            .SelectMany(d =>
                udsnit
                    .Sources(d.Node.Key, EdgeType.HarMilepael)
                    .Concat(udsnit.Sources(d.Node.Key, EdgeType.FoelgesOp))
                    .Append(d.Node)
                    .Select(owner => (owner.Key, Date: d))
            )
            .ToLookup(p => p.Key, p => p.Date, StringComparer.Ordinal);
    }

    public string Of(Beroert beroert)
    {
        var node = beroert.Node;
        var subject = Vejord.Bestemt(node.Kind);
        var paths = string.Join("; ad en anden vej: ", beroert.Stier.Select(s => $"{Vejord.Pronomen(node.Kind)} {Vej(s)}"));
        var certainty = beroert.Tillid < 1 ? $" (tillid {beroert.Tillid.ToString("0.##", Dansk)})" : "";
        return $"{subject.Capitalised()} »{Vejord.Navn(node)}« {Konsekvens(beroert)}: {paths}{certainty}.";
    }

    private string Konsekvens(Beroert beroert) =>
        beroert.Konsekvens switch
        {
            Paavirkning.Konsekvens.MisterGrundlag => "mister sit grundlag" + Selv(beroert.Node),
            Paavirkning.Konsekvens.Svaekkes => $"svækkes og beholder {beroert.Grundlag.ToString("P0", Dansk)} af sit grundlag"
                + Selv(beroert.Node),
            Paavirkning.Konsekvens.MisterAnsvarlig => "mister sin ansvarlige",
            Paavirkning.Konsekvens.Forsinkes => $"forsinkes ({Vejord.Opremset([.. _dates[beroert.Node.Key].Take(3).Select(Dato)])})",
            _ => "berøres",
        };

    /// <summary>What a node of the change set loses through another of its changes.</summary>
    private string Selv(Node node) => _changes.TryGetValue(node.Key, out var own) ? $", mens {Vejord.Pronomen(node.Kind)} {own.Ord}" : "";

    private static string Dato(Datoaendring dato) =>
        dato.Foer == dato.Efter ? $"{dato.Foer.Tekst} er i konflikt" : $"{dato.Foer.Tekst} bliver {dato.Efter.Tekst}";

    /// <summary>From the node back to the change: "forfølger »A«, som står i »B«, som bortfalder".</summary>
    private string Vej(Sti sti)
    {
        var steps = new List<string>();
        for (var i = sti.Edges.Count - 1; i >= 0; i--)
        {
            steps.Add(Vejord.Om(sti.Edges[i], sti.Nodes[i + 1], sti.Nodes[i]));
        }

        steps.Add(_changes.TryGetValue(sti.Nodes[0].Key, out var change) ? change.Ord : "bortfalder");
        return string.Join(", som ", steps);
    }
}
