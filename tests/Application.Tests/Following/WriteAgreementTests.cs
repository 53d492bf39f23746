using System.Diagnostics;
using Effektkaeder.Application.Following;
using Effektkaeder.Application.Importing;
using Effektkaeder.Domain;
using Effektkaeder.Exchange.Rapporter;
using Effektkaeder.Storage.Sqlite;
using Xunit;

namespace Effektkaeder.Application.Tests.Following;

/// <summary>An agreement written back as Word in its own form, and read again.</summary>
public sealed class WriteAgreementTests(FollowedUp followed) : IClassFixture<FollowedUp>, IDisposable
{
    private static readonly NodeKind[] Chain =
    [
        NodeKind.Vision,
        NodeKind.PolitiskMaal,
        NodeKind.Indsats,
        NodeKind.Bidrag,
        NodeKind.Effekt,
        NodeKind.Indikator,
        NodeKind.Milepael,
        NodeKind.Opfoelgning,
        NodeKind.Risiko,
        NodeKind.Dokumentation,
        NodeKind.Maalgruppe,
        NodeKind.Organisation,
        NodeKind.Rolle,
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("write-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("guldborgsund", 6, 14)]
    [InlineData("slagelse", 7, 15)]
    public async Task What_is_written_is_read_as_what_it_was(string kommune, int bidrag, int indikatorer)
    {
        var before = await OwnAsync(followed.Store, kommune);
        var after = await ReadBackAsync(followed.Store, kommune);
        Assert.Equal(before.Aftale.Key, after.Aftale.Key);
        Assert.Equal(bidrag, after.Nodes.Count(n => n.Kind == NodeKind.Bidrag));
        Assert.Equal(indikatorer, after.Nodes.Count(n => n.Kind == NodeKind.Indikator));
        Assert.Equal(Shown(before.Nodes), Shown(after.Nodes));
        Assert.Equal(Tied(before.Edges), Tied(after.Edges));
        Assert.Contains(before.Edges, e => e.Type == EdgeType.KoblerTil);
    }

    [Fact]
    public async Task LibreOffice_opens_what_is_written_for_Word()
    {
        var office = new[] { "/usr/bin/soffice", "/usr/bin/libreoffice" }.FirstOrDefault(File.Exists);
        Assert.SkipUnless(office is not null, "soffice is missing (Debian: apt-get install libreoffice-writer).");
        var graph = await followed.Store.NewestAsync(default);
        var aftale = (await OwnAsync(followed.Store, "guldborgsund")).Aftale;
        var report = await new WriteReport(followed.Store, graph).AgreementAsync(aftale, new(2017, 6, 15), default);
        await File.WriteAllBytesAsync(Path.Combine(_folder, "rapport.docx"), RapportDocx.Write(report));
        using var converting = Process.Start(
            new ProcessStartInfo(
                office!,
                [$"-env:UserInstallation=file://{_folder}/lo", "--headless", "--convert-to", "pdf", "--outdir", _folder, "rapport.docx"]
            )
            {
                WorkingDirectory = _folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        await converting.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True((await File.ReadAllBytesAsync(Path.Combine(_folder, "rapport.pdf"))).AsSpan().StartsWith("%PDF-"u8));
    }

    [Fact]
    public async Task What_a_follow_up_changed_is_in_the_revised_agreement()
    {
        await using var store = await followed.CopyAsync(_folder);
        var form = new Dictionary<string, string?>
        {
            ["Konsekvens"] = "Ja",
            ["Justering"] =
                "Nyt magasin ventes færdigt udskydes til 1. maj 2017. Ny milepæl: Hjemmesiden er ny, 1. juni 2017. "
                + "Indikatoren om antal henvendelser erstattes af antal besøg på hjemmesiden.",
        };
        var branding = (await OwnAsync(store, "guldborgsund")).Nodes.Single(n => n.Kind == NodeKind.Bidrag && n.Titel == "Branding");
        var report = await new WriteForm(store, TimeProvider.System).WriteAsync(branding.Key, form, "test", dryRun: false, default);
        var outcome = await new DecideFollowUp(store, TimeProvider.System).DecideAsync(
            report.Opfoelgninger[0].Opfoelgning.Key,
            [new(1, true), new(2, true), new(3, true)],
            null,
            "test",
            default
        );
        Assert.Empty(outcome.Errors);

        var after = await ReadBackAsync(store, "guldborgsund");
        var milepaele = after.Nodes.Where(n => n.Kind == NodeKind.Milepael).ToList();
        Assert.Contains(
            milepaele,
            n => n.Titel == "Nyt magasin ventes færdigt den 1. maj 2017" && n.Indhold.Tider[0].Til == new DateOnly(2017, 5, 1)
        );
        Assert.Contains(milepaele, n => n.Titel == "Hjemmesiden er ny, 1. juni 2017");
        Assert.Contains(after.Nodes, n => n.Kind == NodeKind.Indikator && n.Titel == "Antal besøg på hjemmesiden");
        Assert.DoesNotContain(after.Nodes, n => n.Titel.StartsWith("Antal henvendelser", StringComparison.Ordinal));
        // Who reads it elsewhere knows that it stands above the one before.
        Assert.Equal("2", after.Aftale.Indhold[Egenskaber.AngivetUdgave]);
    }

    [Fact]
    public async Task A_report_tells_the_follow_ups_held_until_its_day_and_counts_the_others()
    {
        await using var store = await followed.CopyAsync(_folder);
        var (aftale, nodes, _) = await OwnAsync(store, "guldborgsund");
        var branding = nodes.Single(n => n.Kind == NodeKind.Bidrag && n.Titel == "Branding");
        foreach (var day in new[] { "1. marts 2017", "1. marts 2018" })
        {
            var form = new Dictionary<string, string?> { ["Tidspunkt"] = day, ["Konsekvens"] = "Ja" };
            await new WriteForm(store, TimeProvider.System).WriteAsync(branding.Key, form, "test", dryRun: false, default);
        }

        var graph = await store.NewestAsync(default);
        var early = RapportHtml.Write(await new WriteReport(store, graph).AgreementAsync(aftale, new(2017, 6, 15), default));
        var late = RapportHtml.Write(await new WriteReport(store, graph).AgreementAsync(aftale, new(2018, 6, 15), default));
        Assert.Contains("Branding, 1. marts 2017", early, StringComparison.Ordinal);
        Assert.DoesNotContain("Branding, 1. marts 2018", early, StringComparison.Ordinal);
        Assert.Contains("efter 15. juni 2017 er udeladt.", early, StringComparison.Ordinal);
        Assert.Contains("Branding, 1. marts 2018", late, StringComparison.Ordinal);
    }

    /// <summary>Couplings, and who answers for, gives, coordinates and is bound in what.</summary>
    private static IEnumerable<string> Tied(IEnumerable<Edge> edges) =>
        edges
            .Where(e =>
                e.Type is EdgeType.KoblerTil or EdgeType.AnsvarligFor or EdgeType.Yder or EdgeType.Koordinerer or EdgeType.ForpligtetI
            )
            .Select(e => $"{e.Type} {e.Art} {e.From} -> {e.To}")
            .Order(StringComparer.Ordinal);

    private static string Shown(IEnumerable<Node> nodes) =>
        string.Join(
            '\n',
            nodes
                .Where(n => Chain.Contains(n.Kind) && n.Indhold[Egenskaber.Forloeb] != "afholdt")
                .OrderBy(n => n.Kind)
                .ThenBy(n => n.Indhold.Tekst, StringComparer.Ordinal)
                .Select(n => $"{n.Kind} {n.Indhold.Tekst} {string.Join(';', n.Indhold.Tider.Select(t => $"{t.Fra}-{t.Til}"))}")
        );

    private async Task<(Node Aftale, IReadOnlyList<Node> Nodes, IReadOnlyList<Edge> Edges)> ReadBackAsync(SqliteStore store, string kommune)
    {
        var aftale = (await OwnAsync(store, kommune)).Aftale;
        var docx = RapportDocx.Write(await new WriteAgreement(await store.NewestAsync(default)).WriteAsync(aftale, default));
        await using var other = await SqliteStore.OpenAsync(Path.Combine(_folder, "laest.db"), default);
        var report = await new ImportDocuments(other, TimeProvider.System).ImportAsync(
            new("revideret.docx", docx),
            null,
            "test",
            false,
            default
        );
        Assert.True(report.Outcome == ImportOutcome.Imported, report.Sagt);
        return await OwnAsync(other, kommune);
    }

    private static async Task<(Node Aftale, IReadOnlyList<Node> Nodes, IReadOnlyList<Edge> Edges)> OwnAsync(
        SqliteStore store,
        string kommune
    )
    {
        var graph = await store.NewestAsync(default);
        var filter = new Storage.Ports.NodeFilter.KindIn([NodeKind.Aftale]);
        var all = (await graph.QueryAsync(new(filter, [], Storage.Ports.Page.Everything), default)).Items;
        var aftale = all.Single(n =>
            n.Kommune == kommune && n.Indhold[Egenskaber.Skabelon] is "maalaftale" or "udviklingsaftale" && n.Kommune == kommune
        );
        var (nodes, edges) = await graph.StatedByAsync(aftale.Key, default);
        return (aftale, nodes, edges);
    }
}
