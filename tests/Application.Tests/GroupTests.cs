using System.Text;
using Effektkaeder.Application.Importing;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Sqlite;
using Xunit;

namespace Effektkaeder.Application.Tests;

/// <summary>"Alle virksomhederne i Center for …" gets the units that the graph knows there, whichever document came first.</summary>
public sealed class GroupTests : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("group-test-").FullName;

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData(0, 1, 2)]
    [InlineData(2, 1, 0)]
    [InlineData(1, 0, 2)]
    public async Task A_group_has_the_units_of_its_centre_in_whatever_order_they_came(params int[] order)
    {
        string[] documents = [Unit("Bådehuset"), Unit("Fyret"), Centre()];
        await using var store = await SqliteStore.OpenAsync(Path.Combine(_folder, $"{order[0]}{order[1]}.db"), default);
        foreach (var i in order)
        {
            await ImportAsync(store, $"{i}.md", documents[i]);
        }

        Assert.Equal(["Bådehuset", "Fyret"], await MembersAsync(store));
        Assert.Equal(ImportOutcome.Unchanged, (await ImportAsync(store, "2.md", documents[2])).Outcome);
        var fyret = (await GrafAsync(store)).Nodes.Single(n =>
            n.Kind == NodeKind.Aftale && n.Titel.Contains("Fyret", StringComparison.Ordinal)
        );
        await new RemoveAgreement(store, TimeProvider.System).RemoveAsync(fyret, "t", false, default);
        Assert.Equal(["Bådehuset"], await MembersAsync(store));
    }

    private static async Task<IEnumerable<string>> MembersAsync(SqliteStore store)
    {
        var graf = await GrafAsync(store);
        var titles = graf.Nodes.ToDictionary(n => n.Key, n => n.Titel, StringComparer.Ordinal);
        var members = graf.Edges.Where(e => e.Type == EdgeType.HarMedlem).ToList();
        Assert.All(members, e => Assert.Equal(Tillid.Udledt, e.Tillid));
        return members.Select(e => titles[e.To]).Order(StringComparer.Ordinal);
    }

    private static async Task<Graf> GrafAsync(SqliteStore store) =>
        await new ReadGraph(await store.NewestAsync(default)).ReadAsync(default);

    private static Task<ImportReport> ImportAsync(SqliteStore store, string file, string text) =>
        new ImportDocuments(store, TimeProvider.System).ImportAsync(new(file, Encoding.UTF8.GetBytes(text)), null, "test", false, default);

    private static string Unit(string name) =>
        $"""
            # Virksomhedsaftale 2030

            Kommune: Fjordby Kommune

            Institution: {name}

            Center: Center for Hav

            ## Indsats 1: Flere ture med {name}

            Mål: Flere sejler med {name}

            Handling: Sejlskole i {name}

            """;

    private static string Centre() =>
        """
            # Centeraftale 2030

            Kommune: Fjordby Kommune

            Center: Center for Hav

            ## Indsats 1: Trygge både

            Mål: Ingen kæntrer

            Handling: Eftersyn hvert forår

            Koblinger: Alle virksomhederne i Center for Hav

            """;
}
