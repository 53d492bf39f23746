using System.Text;
using Effektkaeder.Analysis.Aarraekker;
using Effektkaeder.Application.Editing;
using Effektkaeder.Application.Following;
using Effektkaeder.Application.Importing;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Sqlite;
using Xunit;

namespace Effektkaeder.Application.Tests.Following;

/// <summary>Four years of one unit's agreements, the last two under another name: what went on, changed, was dropped, came again.</summary>
public sealed class YearsTests : IAsyncLifetime
{
    private const string Old = "Center for Børn og Unge",
        New = "Center for Familie",
        Dropped = "Stærke skolefællesskaber";

    private readonly string _folder = Directory.CreateTempSubdirectory("years-").FullName;
    private SqliteStore _store = null!;

    public async ValueTask InitializeAsync()
    {
        _store = await SqliteStore.OpenAsync(Path.Combine(_folder, "graf.db"), default);
        var text = await File.ReadAllTextAsync(Path.Combine(ImportTests.Seed, "vestersoe-boern-og-unge", "aftale.md"));
        await ImportAsync("2025.md", text);
        await ImportAsync("2026.md", Year(text, "2026").Replace(Dropped, "Læselyst i alle klasser", StringComparison.Ordinal));
        await ImportAsync("2027.md", Year(text, "2027").Replace(Old, New, StringComparison.Ordinal));
        var replaces = await new EditEdge(_store, TimeProvider.System).CreateAsync(
            EdgeType.Afloeser,
            "vestersoe/organisation/center-for-familie",
            "vestersoe/organisation/center-for-boern-og-unge",
            null,
            null,
            null,
            null,
            "test",
            default
        );
        Assert.Empty(replaces.Errors);
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Years_stand_in_a_row_whatever_the_unit_is_called()
    {
        var enhed = Assert.Single((await YearsAsync("Udviklingsaftale 2026")).Enheder);
        Assert.Equal(["2025", "2026", "2027"], enhed.Raekke.Aargange.Select(a => a.Navn));
        Assert.Equal([(Old, 2025), (New, 2027)], enhed.Navne.Select(n => (n.Navn, n.Fra!.Value.Year)));

        var efforts = enhed.Raekke.Forloeb.Where(f => f.Node.Kind == NodeKind.Indsats).ToDictionary(f => f.Node.Titel);
        Assert.Equal([null, Aarsskridt.Aendret, Aarsskridt.Aendret], Steps(efforts["Tidlig opsporing"]));
        Assert.Equal(["Deadline"], efforts["Tidlig opsporing"].Trin[1].Felter.Select(f => f.Felt));
        // An effort with another title is another effort: the old one comes again the year after.
        Assert.Equal([null, Aarsskridt.Bortfaldet, Aarsskridt.Igen], Steps(efforts[Dropped]));
        Assert.Equal([null, Aarsskridt.Ny, Aarsskridt.Bortfaldet], Steps(efforts["Læselyst i alle klasser"]));

        // What belongs to a document has a new key each year, and is known again by its words and place.
        var effekter = enhed.Raekke.Forloeb.Where(f => f.Node.Kind == NodeKind.Effekt).ToList();
        Assert.Equal(2, effekter.Count);
        Assert.All(effekter, f => Assert.DoesNotContain(f.Trin, t => t.Node is null));
    }

    [Fact]
    public async Task A_goals_life_is_its_own_line_and_what_is_gone_a_year_comes_again()
    {
        var goal = Assert.Single((await YearsAsync("Hjælp i rette tid")).Enheder);
        Assert.Equal([null, Aarsskridt.Videre, Aarsskridt.Videre], Steps(Assert.Single(goal.Raekke.Forloeb)));

        var columns = new[] { "a", "", "a" };
        var aftale = Node.Of("k/aftale/x", NodeKind.Aftale, "k", [Said("x")]);
        var row = Aarraekke.Of([
            .. columns.Select(c =>
                (
                    new Aargang(aftale, "x", 1, 1),
                    Analysis.Udsnit.Of(c.Length == 0 ? [] : [Node.Of("k/vision/a", NodeKind.Vision, "k", [Said("En by ved vandet")])], [])
                )
            ),
        ]);
        Assert.Equal([null, Aarsskridt.Bortfaldet, Aarsskridt.Igen], Steps(Assert.Single(row.Forloeb)));
    }

    [Fact]
    public async Task What_no_agreement_states_has_no_years()
    {
        var graph = await _store.NewestAsync(default);
        var ghost = Node.Of("k/vision/a", NodeKind.Vision, "k", [Said("x")]);
        await Assert.ThrowsAsync<FormatException>(() => new ReadYears(_store, graph).ReadAsync(ghost, default));
    }

    private static Udsagn Said(string text) => new("k/aftale/nix", null, null, new(text, text), [], []);

    private static string Year(string text, string year) => text.Replace("2025", year, StringComparison.Ordinal);

    private static IEnumerable<Aarsskridt?> Steps(Livsforloeb row) => row.Trin.Select(t => t.Skridt);

    private async Task<Aarssvar> YearsAsync(string name)
    {
        var graph = await _store.NewestAsync(default);
        return await new ReadYears(_store, graph).ReadAsync((await new FindNode(graph).FindAsync(name, [], default)).Node!, default);
    }

    private Task ImportAsync(string name, string text) =>
        new ImportDocuments(_store, TimeProvider.System).ImportAsync(new(name, Encoding.UTF8.GetBytes(text)), null, "test", false, default);
}
