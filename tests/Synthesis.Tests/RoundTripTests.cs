using System.Text;
using Effektkaeder.Domain;
using Effektkaeder.Import;
using Xunit;

namespace Effektkaeder.Synthesis.Tests;

/// <summary>Generated documents through the importer, scored against what they were generated from.</summary>
public sealed class RoundTripTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_generated_document_becomes_its_expected_chain()
    {
        var options = new SynteseOptions(Kommuner: 10, Centre: 10, Seed: 42);
        var (nodes, edges, couplings, milestones, wrong) = (0, 0, 0, 0, new List<string>());
        foreach (var aftale in Land.Aftaler(options))
        {
            var result = DocumentImporter.Import($"{aftale.Mappe}/aftale.md", Encoding.UTF8.GetBytes(Dokumenter.Skriv(aftale)), new ImportOptions());
            if (result.Graf is not { } graf) { wrong.Add($"{aftale.Mappe}: {string.Join(" ", result.Diagnostics)}"); continue; }
            var expected = Forventning.Af(aftale);
            var byKey = graf.Noder.ToDictionary(n => n.Key, n => n, StringComparer.Ordinal);
            // A goal agreement's contribution is named by its heading; its text is the description.
            string Text(string key) => Forventning.Plain(aftale.ErMaalaftale && byKey[key].Kind == NodeKind.Bidrag ? byKey[key].Udsagn.Indhold.Titel : byKey[key].Udsagn.Indhold.Tekst);

            Compare("node", expected.Noder.Select(n => $"{n.Kind} {n.Tekst}"),
                graf.Noder.Where(n => n.Kind.IsChain() && n.Kind != NodeKind.Vision && !n.Udsagn.Indhold.Henvist).Select(n => $"{n.Kind} {Text(n.Key)}").Distinct());
            Compare("edge", expected.Kanter.Select(e => $"{e.Over} > {e.Under}"),
                graf.Kanter.Where(e => e.Type.IsHierarchy() && byKey[e.From].Kind.IsChain() && byKey[e.From].Kind != NodeKind.Vision).Select(e => $"{Text(e.From)} > {Text(e.To)}").Distinct());
            Compare("coupling", expected.Koblinger.Select(k => $"{Forventning.Plain(k.Fra)} ~ {Forventning.Plain(k.Til)}"),
                graf.Kanter.Where(e => e.Type == EdgeType.KoblerTil && byKey[e.To].Kind == NodeKind.Indsats).Select(e => $"{Text(e.From)} ~ {Text(e.To)}").Distinct());
            if (expected.Milepaele != graf.Noder.Count(n => n.Kind == NodeKind.Milepael)) wrong.Add($"{aftale.Mappe}: {graf.Noder.Count(n => n.Kind == NodeKind.Milepael)} milestones, not {expected.Milepaele}");
            if (expected.Opfoelgninger != graf.Noder.Count(n => n.Kind == NodeKind.Opfoelgning)) wrong.Add($"{aftale.Mappe}: {graf.Noder.Count(n => n.Kind == NodeKind.Opfoelgning)} follow-ups, not {expected.Opfoelgninger}");
            (nodes, edges, couplings, milestones) = (nodes + expected.Noder.Count, edges + expected.Kanter.Count, couplings + expected.Koblinger.Count, milestones + expected.Milepaele);

            void Compare(string what, IEnumerable<string> wanted, IEnumerable<string> got)
            {
                var (w, g) = (wanted.ToHashSet(StringComparer.Ordinal), got.ToHashSet(StringComparer.Ordinal));
                wrong.AddRange(w.Except(g).Select(x => $"{aftale.Mappe}: {what} missing: {x}"));
                wrong.AddRange(g.Except(w).Select(x => $"{aftale.Mappe}: {what} too many: {x}"));
            }
        }
        output.WriteLine($"{Land.Antal(options)} documents: {nodes} nodes, {edges} edges, {couplings} couplings, {milestones} milestones; {wrong.Count} wrong");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Take(20)));
    }

    [Fact]
    public void The_same_seed_gives_the_same_bytes_and_another_seed_others()
    {
        string Lines(int seed)
        {
            using var memory = new MemoryStream();
            Graflinjer.Skriv(Land.Aftaler(new(Kommuner: 2, Centre: 3, Seed: seed)), memory);
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
        var (nodes, edges) = Graflinjer.Skriv(Land.Aftaler(new(Kommuner: 3, Centre: 10, Aar: 2)), memory);
        var lines = Encoding.UTF8.GetString(memory.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => System.Text.Json.JsonDocument.Parse(l).RootElement).ToList();
        var ids = lines.Where(l => l.GetProperty("t").GetString() == "node").Select(l => l.GetProperty("id").GetString()!).ToList();
        Assert.Equal((nodes, nodes), (ids.Count, ids.Distinct().Count()));
        Assert.Equal(edges, lines.Count - ids.Count);
        Assert.All(lines.Where(l => l.GetProperty("t").GetString() == "edge"), l =>
        {
            Assert.Contains(l.GetProperty("from").GetString()!, ids);
            Assert.Contains(l.GetProperty("to").GetString()!, ids);
        });
    }
}
