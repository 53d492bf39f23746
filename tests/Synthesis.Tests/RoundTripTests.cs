using System.Text;
using Effektkaeder.Domain;
using Effektkaeder.Import;
using Xunit;

namespace Effektkaeder.Synthesis.Tests;

/// <summary>Generated documents through the importer, scored against what they were generated from.</summary>
public sealed class RoundTripTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_generated_document_becomes_what_it_was_generated_from()
    {
        var options = new SynteseOptions(Kommuner: 3, Centre: 10, Aar: 3, Seed: 42);
        var score = new Bedoemmelse();
        var documents = 0;
        foreach (var aftale in Land.Aftaler(options))
        {
            var result = DocumentImporter.Import(aftale.Fil, Encoding.UTF8.GetBytes(Dokumenter.Write(aftale)), new ImportOptions());
            score.Tag(aftale, result.Graf);
            documents++;
        }
        output.WriteLine($"{documents} documents\n{score.Tabel()}");
        Assert.Equal(documents, Land.Antal(options));
        Assert.True(score.Fejl.Count == 0, $"{score.Fejl.Count} wrong:\n" + string.Join('\n', score.Fejl.Take(20)));
        Assert.All(score.Regnskab.Values, r => Assert.True(r.Ventet > 0));
    }

    [Fact]
    public void A_document_that_was_read_wrongly_costs()
    {
        var aftale = Land.Aftaler(new(Centre: 10, Skaevhed: 0)).First(a => a.Indsatser.Any(i => i.Koblet is not null) && !a.ErMaalaftale);
        var half = Dokumenter.Write(aftale);
        var score = new Bedoemmelse();
        score.Tag(
            aftale,
            DocumentImporter
                .Import(
                    "a.md",
                    Encoding.UTF8.GetBytes(half[..half.LastIndexOf("Aktivitet", StringComparison.Ordinal)]),
                    new ImportOptions()
                )
                .Graf
        );
        Assert.Contains(score.Fejl, f => f.Contains("mangler", StringComparison.Ordinal));
        var refused = new Bedoemmelse();
        refused.Tag(aftale, null);
        Assert.All(refused.Regnskab.Values, r => Assert.Equal(0, r.Fundet));
    }

    [Fact]
    public void Every_irregularity_stands_in_some_document_and_its_rate_is_kept()
    {
        var points = Land.Aftaler(new(Kommuner: 30, Centre: 10, Skaevhed: 0.2, Udgaver: 0)).SelectMany(a => a.Indsatser).ToList();
        Assert.All(
            Enum.GetValues<Skaevheder>().Where(s => s != Skaevheder.Ingen),
            s => Assert.InRange(points.Count(p => p.Is(s)) / (double)points.Count, 0.15, 0.25)
        );
        Assert.All(
            Land.Aftaler(new(Kommuner: 3, Centre: 10, Skaevhed: 0)).SelectMany(a => a.Indsatser),
            p => Assert.Equal(Skaevheder.Ingen, p.Skaevheder)
        );
    }

    [Fact]
    public void Acts_and_conditions_stand_as_often_as_asked_and_move_nothing_else()
    {
        SynteseOptions none = new(Kommuner: 20, Centre: 10, Skaevhed: 0, Lovgrad: 0, Forbehold: 0);
        var efforts = Land.Aftaler(none with { Lovgrad = 0.4, Forbehold = 0.3 }).SelectMany(a => a.Indsatser).ToList();
        var coupled = efforts.Where(i => i.Koblet is not null).ToList();
        Assert.InRange(coupled.Count(i => i.Betinget) / (double)coupled.Count, 0.25, 0.35);
        // Half of the ten centres have no act of their own.
        Assert.InRange(
            efforts.SelectMany(i => i.Bidrag).Count(b => b.Lov is not null) / (double)efforts.Sum(i => i.Bidrag.Count),
            0.2,
            0.28
        );
        Assert.Equal(
            Land.Aftaler(none).SelectMany(a => a.Indsatser).Select(i => (i.Navn, i.Koblet, i.Bidrag[0].Titel, i.Bidrag.Count)),
            efforts.Select(i => (i.Navn, i.Koblet, i.Bidrag[0].Titel, i.Bidrag.Count))
        );
        Assert.All(Land.Aftaler(none).SelectMany(a => a.Indsatser), i => Assert.False(i.Betinget || i.Lov is not null));
    }

    [Fact]
    public void An_effort_that_is_dropped_stays_so_and_the_rate_is_kept()
    {
        var options = new SynteseOptions(Kommuner: 20, Centre: 10, Aar: 5, Frafald: 0.2, Udgaver: 0);
        var (kept, dropped) = (0, 0);
        foreach (
            var years in Land.Aftaler(options)
                .GroupBy(a => (a.Kommune, a.Omraade))
                .Select(g => g.OrderBy(a => a.Aar).Select(a => a.Indsatser.Select(i => i.Navn).ToHashSet()).ToList())
        )
        {
            foreach (var (before, after) in years.Zip(years.Skip(1)))
            {
                Assert.Subset(before, after);
                (kept, dropped) = (kept + after.Count - 2, dropped + before.Count - after.Count);
            }
        }

        Assert.InRange(dropped / (double)(kept + dropped), 0.15, 0.25);
    }

    [Fact]
    public void A_new_edition_is_the_same_agreement_signed_later_with_less_in_it()
    {
        var editions = Land.Aftaler(new(Centre: 10, Udgaver: 1)).GroupBy(a => a.Mappe).Select(g => g.ToList()).ToList();
        Assert.Equal(10, editions.Count);
        Assert.All(
            editions,
            e =>
            {
                Assert.Equal(["aftale.md", "ny-udgave.md"], e.Select(a => Path.GetFileName(a.Fil)).Order(StringComparer.Ordinal));
                var imported = e.Select(a =>
                        DocumentImporter.Import(a.Fil, Encoding.UTF8.GetBytes(Dokumenter.Write(a)), new ImportOptions()).Graf!
                    )
                    .ToList();
                Assert.Equal(imported[0].Aftale, imported[1].Aftale);
                Assert.True(
                    imported[1].Nodes.Count(n => n.Kind == NodeKind.Bidrag) < imported[0].Nodes.Count(n => n.Kind == NodeKind.Bidrag)
                );
            }
        );
    }

    [Fact]
    public void What_was_measured_last_year_stands_in_this_years_agreement()
    {
        var years = Land.Aftaler(new(Aar: 3, Udgaver: 0, Skaevhed: 0))
            .Where(a => !a.ErMaalaftale)
            .GroupBy(a => a.Omraade)
            .First()
            .OrderBy(a => a.Aar)
            .Select(a => a.Indsatser[0].Maaling)
            .ToList();
        Assert.Null(years[0]);
        Assert.Equal(years[1]!.Procent, years[2]!.ProcentFoer);
    }

    [Fact]
    public void The_same_seed_gives_the_same_bytes_and_another_seed_others()
    {
        string Lines(int seed)
        {
            using var memory = new MemoryStream();
            Graflinjer.Write(Land.Aftaler(new(Kommuner: 2, Centre: 3, Seed: seed)), memory);
            return Encoding.UTF8.GetString(memory.ToArray());
        }

        Assert.Equal(Lines(1), Lines(1));
        Assert.NotEqual(Lines(1), Lines(2));
    }

    [Fact]
    public void Ninety_eight_municipalities_have_names_of_their_own() =>
        Assert.Equal(98, Enumerable.Range(0, 98).Select(i => Land.Kommune(new(Kommuner: 98), i)).Distinct().Count());

    [Fact]
    public void Every_edge_of_the_graph_lines_has_both_its_nodes()
    {
        using var memory = new MemoryStream();
        var (nodes, edges) = Graflinjer.Write(Land.Aftaler(new(Kommuner: 3, Centre: 10, Aar: 2)), memory);
        var lines = Encoding
            .UTF8.GetString(memory.ToArray())
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(l => System.Text.Json.JsonDocument.Parse(l).RootElement)
            .ToList();
        var ids = lines.Where(l => l.GetProperty("t").GetString() == "node").Select(l => l.GetProperty("id").GetString()!).ToList();
        Assert.Equal((nodes, nodes), (ids.Count, ids.Distinct().Count()));
        Assert.Equal(edges, lines.Count - ids.Count);
        Assert.All(
            lines.Where(l => l.GetProperty("t").GetString() == "edge"),
            l =>
            {
                Assert.Contains(l.GetProperty("from").GetString()!, ids);
                Assert.Contains(l.GetProperty("to").GetString()!, ids);
            }
        );
    }
}
