using System.Text;
using Effektkaeder.Application.Editing;
using Effektkaeder.Application.Importing;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Sqlite;
using Xunit;

namespace Effektkaeder.Application.Tests;

/// <summary>Editing costs an edit: what a new edition says in other words is told as that, and what people decided follows it.</summary>
public sealed class RenamingTests : IAsyncLifetime
{
    private const string Indsats = "Recovery og rehabilitering",
        Aktivitet = "Vi opretter en skole for borgere med nye metoder";

    private readonly string _folder = Directory.CreateTempSubdirectory("renaming-test-").FullName;
    private SqliteStore _store = null!;

    private static string Aftale { get; } =
        $"""
            Center for Hav og Himmel
            2. marts 2030

            Udviklingsaftale for 2030

            Fjordby Kommune

            1. {Indsats}

            Aftale #	Indhold
            Politisk mål	Flere klarer sig selv
            Mål	Borgerne styrer deres eget liv
            Koblinger	Center for Land og By
            Målgruppe	Borgere med psykiske lidelser
            Aktivitet	{Aktivitet}
            Deadline	Juni 2030
            Ansvarlig	Havnechefen
            Tværgående forpligtelser	Ingen
            Ressourcer	Rammen
            Baseline	Ingen
            Effektindikator	Antal borgere på skolen
            Dokumentation	Lister fra skolen

            """;

    public async ValueTask InitializeAsync()
    {
        _store = await SqliteStore.OpenAsync(Path.Combine(_folder, "a.db"), default);
        await ImportAsync(Aftale);
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task One_word_in_an_activity_is_one_change_with_the_words_before_and_after()
    {
        var report = await ImportAsync(Aftale.Replace("nye metoder", "kendte metoder", StringComparison.Ordinal));
        var line = Assert.Single(report.Changes.Lines);
        Assert.Equal(("omdøbt", "Bidrag", "tekst"), (line.Art, line.Type, line.Hvad));
        Assert.Equal(("nye", "kendte"), (line.Ord!.Foer, line.Ord.Efter));
        Assert.Equal(Aktivitet, line.TidligereTitel);
        Assert.True(line.Lighed is > 0.8 and < 1);
        Assert.Contains($"omdøbt: »{Aktivitet}« → ", report.Revision!.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Blank_lines_on_top_change_where_things_stand_and_nothing_else()
    {
        var report = await ImportAsync("\n\n" + Aftale);
        Assert.Empty(report.Changes.Lines);
        Assert.Equal(0, report.Changes.Followed);
        Assert.True(report.Changes.PlaceOnly > 20);
    }

    [Fact]
    public async Task A_new_title_of_an_effort_is_one_change_and_all_under_it_follows()
    {
        var report = await ImportAsync(Aftale.Replace(Indsats, "Recovery og livsmestring", StringComparison.Ordinal));
        var line = Assert.Single(report.Changes.Lines);
        Assert.Equal(("omdøbt", "Indsats"), (line.Art, line.Type));
        Assert.True(report.Changes.Followed > 10);
    }

    [Fact]
    public async Task Decisions_and_edges_by_hand_move_to_the_new_name()
    {
        var before = await GrafAsync();
        var kobling = before.Edges.Single(e => e.Type == EdgeType.KoblerTil);
        var effekt = before.Nodes.Single(n => n.Kind == NodeKind.Effekt);
        var bidrag = before.Nodes.Single(n => n.Kind == NodeKind.Bidrag);
        var decided = await new DecideKobling(_store, TimeProvider.System).DecideAsync(
            kobling.Key,
            KoblingStatus.Bekraeftet,
            1,
            "t",
            default
        );
        Assert.Empty(decided.Errors);
        var drawn = await new EditEdge(_store, TimeProvider.System).CreateAsync(
            EdgeType.KoblerTil,
            bidrag.Key,
            effekt.Key,
            null,
            null,
            "set på mødet",
            null,
            "t",
            default
        );
        Assert.Empty(drawn.Errors);

        var tried = await ImportAsync(Aftale.Replace(Indsats, "Recovery og livsmestring", StringComparison.Ordinal), dryRun: true);
        await ImportAsync(Aftale.Replace(Indsats, "Recovery og livsmestring", StringComparison.Ordinal));

        var after = await GrafAsync();
        var kept = Assert.Single(after.Edges, e => e.Art == KoblingArt.Eksplicit && e.To.Contains("land-og-by", StringComparison.Ordinal));
        Assert.Equal(KoblingStatus.Bekraeftet, kept.Status);
        Assert.Contains("livsmestring", kept.From, StringComparison.Ordinal);
        var byHand = Assert.Single(after.Edges, e => e.Udsagn.Any(u => NodeKeys.IsManuelt(u.Aftale)));
        Assert.Equal(after.Nodes.Single(n => n.Kind == NodeKind.Bidrag).Key, byHand.From);
        Assert.Single(tried.Changes.Lines);
    }

    [Fact]
    public async Task What_was_drawn_on_something_that_is_gone_is_taken_away_and_told()
    {
        var graf = await GrafAsync();
        var maalgruppe = graf.Nodes.Single(n => n.Kind == NodeKind.Maalgruppe);
        var indsats = graf.Nodes.Single(n => n.Kind == NodeKind.Bidrag);
        var drawn = await new EditEdge(_store, TimeProvider.System).CreateAsync(
            EdgeType.RettetMod,
            indsats.Key,
            maalgruppe.Key,
            null,
            null,
            null,
            null,
            "t",
            default
        );
        Assert.Empty(drawn.Errors);
        var report = await ImportAsync(
            Aftale.Replace("Målgruppe\tBorgere med psykiske lidelser", "Målgruppe\tIngen", StringComparison.Ordinal)
        );
        Assert.Equal(ImportOutcome.Imported, report.Outcome);
        Assert.Contains(report.Diagnostics, d => d.Code == "APP006");
        Assert.DoesNotContain((await GrafAsync()).Nodes, n => n.Kind == NodeKind.Maalgruppe);
    }

    [Fact]
    public async Task Undoing_takes_the_new_name_back_as_one_change()
    {
        var report = await ImportAsync(Aftale.Replace("nye metoder", "kendte metoder", StringComparison.Ordinal));
        var (_, changes) = await new UndoRevision(_store, TimeProvider.System).UndoAsync(report.Revision!.Number, "t", false, default);
        Assert.Equal("omdøbt", Assert.Single(changes.Lines).Art);
        Assert.Equal(ImportOutcome.Unchanged, (await ImportAsync(Aftale)).Outcome);
    }

    private async Task<Graf> GrafAsync() => await new ReadGraph(await _store.NewestAsync(default)).ReadAsync(default);

    private Task<ImportReport> ImportAsync(string text, bool dryRun = false) =>
        new ImportDocuments(_store, TimeProvider.System).ImportAsync(
            new("aftale.md", Encoding.UTF8.GetBytes(text)),
            null,
            "test",
            dryRun,
            default
        );
}
