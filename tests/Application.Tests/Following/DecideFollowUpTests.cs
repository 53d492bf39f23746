using System.Text;
using Effektkaeder.Application.Editing;
using Effektkaeder.Application.Following;
using Effektkaeder.Application.Importing;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Sqlite;
using Xunit;

namespace Effektkaeder.Application.Tests.Following;

/// <summary>What becomes of a proposal: a revision and the agreement's next edition, or a refusal that stays.</summary>
public sealed class DecideFollowUpTests(FollowedUp followed) : IClassFixture<FollowedUp>, IAsyncLifetime
{
    private const string Form = """
        OPFØLGNING

        Indsats	Titel	Rehabiliterende tilgang
        	Ansvarlig	Maja Holm
        Indhold	Tidspunkt	4. kvartal 2017
        	Hvad	Prøveforløbene
        	Hvordan	Samtaler
        Evaluering	Erfaring	Det trækker ud.
        	Konsekvens	Nej, først i 2019
        	Justering	Evaluering af prøveforløb udskydes til 1. januar 2018, og indikatoren om forløb på tværs droppes.
        """;

    private const string Agreement = "guldborgsund-maalaftale-2016-18";

    private readonly string _folder = Directory.CreateTempSubdirectory("decide-").FullName;
    private SqliteStore _store = null!;

    public async ValueTask InitializeAsync() => _store = await followed.CopyAsync(_folder);

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_form_is_kept_as_a_held_follow_up_and_the_same_form_again_changes_nothing()
    {
        var report = await KeepAsync(Form);
        Assert.Equal(ImportOutcome.Imported, report.Outcome);
        var held = await NodeAsync(report.Opfoelgninger[0].Opfoelgning.Key);
        Assert.Equal("afholdt", held!.Indhold[Egenskaber.Forloeb]);
        Assert.Equal(8, held.Vist.Felter.Count);
        Assert.Equal("Nej, først i 2019", held.Vist.Felter.Single(f => f.Label == "Konsekvens").Herkomst.Ordret);
        Assert.Equal(new DateOnly(2017, 12, 31), held.Indhold.Tider[0].Til);
        Assert.Equal(ImportOutcome.Unchanged, (await KeepAsync(Form)).Outcome);
    }

    [Fact]
    public async Task Two_forms_for_one_follow_up_are_both_kept_and_told()
    {
        await KeepAsync(Form);
        var second = await KeepAsync(Form.Replace("Det trækker ud.", "Det går.", StringComparison.Ordinal), "b.md");
        Assert.Contains(second.Diagnostics, d => d.Code == "APP008");
        var all = await Reader(await _store.NewestAsync(default)).AllAsync([second.Opfoelgninger[0].Ejer.Key], default);
        Assert.Equal(2, all.Count);
    }

    [Fact]
    public async Task An_accepted_line_is_the_agreements_next_edition_with_the_form_as_its_evidence()
    {
        var (key, _) = await KeptAsync();
        var outcome = await DecideAsync(key, new Linjevalg(1, true));
        Assert.Empty(outcome.Errors);

        var milepael = Assert.Single(
            await AllAsync(NodeKind.Milepael),
            n => n.Titel.StartsWith("Evaluering af prøveforløb", StringComparison.Ordinal)
        );
        Assert.Equal("Evaluering af prøveforløb foreligger 1. januar 2018.", milepael.Indhold.Tekst);
        Assert.Equal(new DateOnly(2018, 1, 1), milepael.Indhold.Tider[0].Til);
        Assert.Equal("1. juli 2017", milepael.Indhold[Egenskaber.FlyttetFra]);
        Assert.Contains(milepael.Vist.Herkomst, h => h.Dokument == "skema.md" && h.Felt == "Justering");
        var aftale = (await NodeAsync(milepael.Vist.Aftale))!;
        Assert.Equal("2", aftale.Indhold[Egenskaber.Udgave]);
        Assert.NotNull(aftale.Indhold[Egenskaber.Revideret]);
        var bidrag = (await AllAsync(NodeKind.Bidrag)).Single(n => n.Titel == "Rehabiliterende tilgang");
        Assert.Contains("1. januar 2018", bidrag.Vist.Felter.Single(f => f.Label == "Milepæle").Tekst, StringComparison.Ordinal);
        Assert.StartsWith("Revideret: Målaftale 2016-18", outcome.Revision!.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_accepted_stays_when_the_first_document_is_read_again()
    {
        var (key, _) = await KeptAsync();
        await DecideAsync(key, new Linjevalg(1, true), new Linjevalg(2, false) { Begrundelse = "ikke drøftet" });
        var revision = (await _store.NewestAsync(default)).Revision;
        var again = await ImportAgreementAsync();
        Assert.Equal(ImportOutcome.Unchanged, again.Outcome);
        Assert.Contains(again.Diagnostics, d => d.Code == "APP004");
        Assert.Equal(ImportOutcome.Unchanged, (await KeepAsync(Form)).Outcome);
        Assert.Equal(revision, (await _store.NewestAsync(default)).Revision);

        var svar = (await Reader(await _store.NewestAsync(default)).FindAsync(key, default))!;
        Assert.Equal([true, false], svar.Afgoerelser.Select(a => a.Accepteret));
        Assert.Equal("ikke drøftet", svar.Afgoerelser[1].Note);
        Assert.Null(svar.Paavirkning);
    }

    [Fact]
    public async Task A_new_edition_of_the_file_takes_the_place_of_what_was_revised_and_it_is_told()
    {
        var (key, _) = await KeptAsync();
        await DecideAsync(key, new Linjevalg(1, true));
        var again = await ImportAgreementAsync("Nyt magasin", "Et nyt magasin");
        Assert.Contains(again.Diagnostics, d => d.Code == "APP009");
        Assert.Equal(ImportOutcome.Imported, again.Outcome);
    }

    [Fact]
    public async Task A_line_that_is_decided_is_decided()
    {
        var (key, _) = await KeptAsync();
        await DecideAsync(key, new Linjevalg(2, false));
        Assert.Equal("FINDES", (await DecideAsync(key, new Linjevalg(2, true))).Errors.Single().Kode);
        Assert.Equal("IKKE_FUNDET", (await DecideAsync(key, new Linjevalg(7, true))).Errors.Single().Kode);
    }

    [Fact]
    public async Task A_line_is_accepted_with_another_date_than_it_proposes()
    {
        var (key, _) = await KeptAsync();
        Assert.Empty((await DecideAsync(key, new Linjevalg(1, true) { Til = "1. maj 2018" })).Errors);
        var milepael = (await AllAsync(NodeKind.Milepael)).Single(n => n.Titel.StartsWith("Evaluering af prøve", StringComparison.Ordinal));
        Assert.Equal(new DateOnly(2018, 5, 1), milepael.Indhold.Tider[0].Til);
        var svar = (await Reader(await _store.NewestAsync(default)).FindAsync(key, default))!;
        Assert.Contains("i stedet for", svar.Afgoerelser[0].Note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_proposal_on_an_older_revision_says_what_has_moved_since()
    {
        var (first, _) = await KeptAsync();
        var second = await KeepAsync(
            Form.Replace("4. kvartal 2017", "1. oktober 2017", StringComparison.Ordinal)
                .Replace("til 1. januar 2018", "til 1. maj 2018", StringComparison.Ordinal),
            "b.md"
        );
        await DecideAsync(second.Opfoelgninger[0].Opfoelgning.Key, new Linjevalg(1, true));

        var error = (await DecideAsync(first, new Linjevalg(1, true))).Errors.Single();
        Assert.Equal("AENDRET_SIDEN", error.Kode);
        Assert.Contains("nu »Evaluering af prøveforløb foreligger 1. maj 2018.« (revision 5", error.Besked, StringComparison.Ordinal);
        var seen = (await _store.NewestAsync(default)).Revision;
        var told = await new DecideFollowUp(_store, TimeProvider.System).DecideAsync(first, [new(1, true)], seen, "test", default);
        Assert.Empty(told.Errors);
    }

    [Fact]
    public async Task What_is_given_up_is_left_as_a_name_with_its_follow_up()
    {
        var report = await KeepAsync(
            Form.Replace("Rehabiliterende tilgang", "Oprettelse af (nye) tilbud", StringComparison.Ordinal)
                .Replace(
                    "Evaluering af prøveforløb udskydes til 1. januar 2018, og indikatoren om forløb på tværs droppes",
                    "Bidraget bortfalder",
                    StringComparison.Ordinal
                )
        );
        var (held, owner) = report.Opfoelgninger[0];
        Assert.Empty((await DecideAsync(held.Key, new Linjevalg(1, true))).Errors);
        var left = (await NodeAsync(owner.Key))!;
        Assert.True(left.Henvist);
        Assert.NotNull(left.Indhold[Egenskaber.Opgivet]);
        Assert.NotNull(await Reader(await _store.NewestAsync(default)).FindAsync(held.Key, default));
        Assert.DoesNotContain(
            await AllAsync(NodeKind.Indikator),
            n => n.Titel.StartsWith("Behovsanalyse af målgrupper", StringComparison.Ordinal)
        );
        Assert.Equal(5, (await AllAsync(NodeKind.Bidrag)).Count(n => !n.Henvist && n.Kommune == "guldborgsund"));
    }

    [Fact]
    public async Task A_contribution_that_is_postponed_leaves_the_efforts_deadline_where_it_is()
    {
        var form = await File.ReadAllTextAsync(
            Path.Combine(ImportTests.Seed, "..", "tests", "Application.Tests", "Following", "Skemaer", "slagelse-7-bidrag.md")
        );
        var before = (await AllAsync(NodeKind.Milepael)).Select(n => (n.Key, n.Indhold.Tekst)).ToList();
        var held = (await KeepAsync(form.Split("~~~")[1])).Opfoelgninger[0].Opfoelgning.Key;
        Assert.NotEmpty((await DecideAsync(held, new Linjevalg(1, true))).Errors);
        await DecideAsync(held, new Linjevalg(1, true) { Om = "Etablering af strategisk controlling" });
        Assert.Equal(before, (await AllAsync(NodeKind.Milepael)).Select(n => (n.Key, n.Indhold.Tekst)));
    }

    [Fact]
    public async Task A_refused_decision_is_undone_with_its_revision()
    {
        var (key, _) = await KeptAsync();
        var outcome = await DecideAsync(key, new Linjevalg(1, true));
        await new UndoRevision(_store, TimeProvider.System).UndoAsync(outcome.Revision!.Number, "test", false, default);
        var svar = (await Reader(await _store.NewestAsync(default)).FindAsync(key, default))!;
        Assert.Empty(svar.Afgoerelser);
        Assert.Equal("1", (await NodeAsync(svar.Forslag.Ejer.Vist.Aftale))!.Indhold[Egenskaber.Udgave]);
    }

    private ReadFollowUp Reader(Storage.Ports.IGraph graph) => new(_store, graph);

    private async Task<(string Key, Node Ejer)> KeptAsync()
    {
        var (held, owner) = (await KeepAsync(Form)).Opfoelgninger[0];
        return (held.Key, owner);
    }

    private Task<EditOutcome> DecideAsync(string key, params Linjevalg[] valg) =>
        new DecideFollowUp(_store, TimeProvider.System).DecideAsync(key, valg, null, "test", default);

    private Task<ImportReport> KeepAsync(string form, string name = "skema.md")
    {
        var read = ImportDocuments.Read(new SourceFile(name, Encoding.UTF8.GetBytes(form)), null);
        return new ImportForms(_store, TimeProvider.System).StoreAsync(read, null, "test", dryRun: false, default);
    }

    private async Task<ImportReport> ImportAgreementAsync(string before = "", string after = "")
    {
        var text = await File.ReadAllTextAsync(Path.Combine(ImportTests.Seed, Agreement, "aftale.md"));
        var bytes = Encoding.UTF8.GetBytes(before.Length == 0 ? text : text.Replace(before, after, StringComparison.Ordinal));
        return await new ImportDocuments(_store, TimeProvider.System).ImportAsync(
            new(Agreement + ".md", bytes),
            null,
            "test",
            false,
            default
        );
    }

    private async Task<Node?> NodeAsync(string key) =>
        (await (await _store.NewestAsync(default)).NodesAsync([key], default)).FirstOrDefault();

    private async Task<IReadOnlyList<Node>> AllAsync(NodeKind kind)
    {
        var filter = new Storage.Ports.NodeFilter.KindIn([kind]);
        return (await (await _store.NewestAsync(default)).QueryAsync(new(filter, [], Storage.Ports.Page.Everything), default)).Items;
    }
}
