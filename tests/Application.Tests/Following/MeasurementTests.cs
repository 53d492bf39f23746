using System.Text;
using Effektkaeder.Analysis;
using Effektkaeder.Analysis.Stillinger;
using Effektkaeder.Application.Following;
using Effektkaeder.Domain;
using Effektkaeder.Domain.Tid;
using Effektkaeder.Exchange.Lists;
using Effektkaeder.Exchange.Rapporter;
using Effektkaeder.Import;
using Effektkaeder.Storage.Sqlite;
using Xunit;

namespace Effektkaeder.Application.Tests.Following;

/// <summary>Measurements and how things stand: numbers, words, and silence.</summary>
public sealed class MeasurementTests(FollowedUp followed) : IClassFixture<FollowedUp>, IAsyncLifetime
{
    private const string Many = "Antal henvendelser fra andre kommuner.",
        Fewer = "Borgerens behov for støtte falder, støtten opleves som bedre, og flere går over i uvisiteret efterværn.";

    private readonly string _folder = Directory.CreateTempSubdirectory("measure-").FullName;
    private SqliteStore _store = null!;

    public async ValueTask InitializeAsync() => _store = await followed.CopyAsync(_folder);

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Silence_is_unknown()
    {
        var svar = await StatusAsync("Branding");
        Assert.Equal((Farve.Ukendt, "ingen har meldt noget"), (svar.Stilling.Farve, svar.Stilling.Grund));
        Assert.All(svar.Under, s => Assert.Equal(Farve.Ukendt, s.Farve));
    }

    [Fact]
    public async Task Development_is_told_in_numbers_and_a_way_that_no_words_call_better_is_unknown()
    {
        await KeepAsync(new(Many, "40", "2017-01-01", "Optællingsskema", null, "flere"), new(Many, "50", "1. januar 2018", null, null));
        var svar = await StatusAsync(Many);
        Assert.Equal(
            "Fra 40 (1. januar 2017) til 50 (1. januar 2018): 10 højere, 25 % mere.",
            svar.Udviklinger.Single().Ord.Replace('\u00a0', ' ')
        );
        Assert.Equal(new DateOnly(2018, 1, 1), svar.Stilling.Dag);
        // Who measured says that more is better.
        Assert.Equal(Farve.Groen, svar.Stilling.Farve);
        Assert.Equal(Farve.Groen, (await StatusAsync("Branding")).Stilling.Farve);

        // The chain says it too, at the box and with its reason; without a measurement it says nothing of it.
        var graph = await _store.NewestAsync(default);
        var question = new DiagramQuestion(Diagram.Scenes.Scene.Effektkaede, svar.Stilling.Node.Key);
        var chain = (await new DrawDiagram(graph).DrawAsync(question, default)).Svg;
        Assert.Contains("Grøn, 1. januar 2018", chain, StringComparison.Ordinal);
        Assert.Contains("Stilling", chain, StringComparison.Ordinal);
        var silent = (await new DrawDiagram(await _store.AtAsync(graph.Revision - 1, default)).DrawAsync(question, default)).Svg;
        Assert.DoesNotContain("Stilling", silent, StringComparison.Ordinal);

        // Seen from a day between them, only the first is told.
        var aftale = (
            await new FindNode(graph).FindAsync("Målaftale 2016-18, Socialpsykiatrien og Center for Afhængighed", [], default)
        ).Node!;
        var report = RapportHtml.Write(await new WriteReport(_store, graph).AgreementAsync(aftale, new(2017, 6, 15), default));
        Assert.Contains("Af 9: 9 ukendt.", report, StringComparison.Ordinal);
        var later = RapportHtml.Write(await new WriteReport(_store, graph).AgreementAsync(aftale, new(2018, 6, 15), default));
        Assert.Contains("Af 9: 2 grøn, 7 ukendt.", later, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_that_point_both_ways_leave_it_unknown()
    {
        await KeepAsync(new(Fewer, "9", "2017-01-01", null, null), new(Fewer, "7", "2018-01-01", null, null));
        var svar = await StatusAsync(Fewer);
        Assert.Equal(Farve.Ukendt, svar.Stilling.Farve);
        Assert.EndsWith("siger, om mere er bedre.", svar.Stilling.Grund, StringComparison.Ordinal);
    }

    /// <summary>The effect above wants fewer of something; what is counted here is something else, of which more may be better.</summary>
    [Theory]
    [InlineData("Andel af dagtilbud, der bruger skemaet", null, Farve.Ukendt)]
    [InlineData("Andel af dagtilbud, der bruger skemaet", "mere", Farve.Roed)]
    [InlineData("Andel af dagtilbud, der bruger skemaet", "mindre", Farve.Groen)]
    [InlineData("Antal borgere med færre indlæggelser", null, Farve.Ukendt)]
    [InlineData("Færre indlæggelser", null, Farve.Groen)]
    [InlineData("Flere indlæggelser", null, Farve.Roed)]
    [InlineData("Flere indlæggelser", "mindre", Farve.Groen)]
    public void A_way_that_is_better_is_taken_from_an_indicators_own_words_or_from_who_measured(
        string indikator,
        string? bedre,
        Farve farve
    )
    {
        Node Node(string key, NodeKind kind, string text, params Egenskab[] also) =>
            Domain.Node.Of(
                key,
                kind,
                "k",
                [
                    new Udsagn(
                        "k/a",
                        null,
                        null,
                        new Indhold(text, text)
                        {
                            Egenskaber = [.. also],
                            Tider = kind == NodeKind.Maaling ? [TidsudtrykReader.Read(text, TidsKontekst.Tom)!] : [],
                        },
                        [],
                        []
                    ),
                ]
            );
        Egenskab[] Said(string value) =>
            [new(Egenskaber.Vaerdi, value), .. bedre is null ? Array.Empty<Egenskab>() : [new(Egenskaber.Bedre, bedre)]];
        Node[] nodes =
        [
            Node("e", NodeKind.Effekt, "Færre børn når at få det dårligt"),
            Node("i", NodeKind.Indikator, indikator),
            Node("m1", NodeKind.Maaling, "1. januar 2025", Said("40 %")),
            Node("m2", NodeKind.Maaling, "1. juni 2025", Said("31 %")),
        ];
        Edge Edge(EdgeType type, string from, string to) =>
            Domain.Edge.Of(type, from, to, null, [new("k/a", null, null, from, Grund.Tekst, 1, null, [])]);
        var udsnit = Udsnit.Of(
            nodes,
            [Edge(EdgeType.MaalesPaa, "e", "i"), Edge(EdgeType.HarMaaling, "i", "m1"), Edge(EdgeType.HarMaaling, "i", "m2")]
        );
        Assert.Equal(farve, new Stillingsdommer(udsnit).Of(nodes[1]).Farve);
    }

    [Fact]
    public async Task A_way_that_is_none_is_refused()
    {
        var outcome = await KeepAsync(new Maalingslinje(Many, "40", "2017-01-01", null, null, "blå"));
        Assert.StartsWith("»blå« siger ikke, hvad der er bedst.", outcome.Errors.Single().Besked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_measurement_again_changes_nothing_and_a_wrong_line_keeps_none()
    {
        Assert.NotNull((await KeepAsync(new Maalingslinje(Many, "40", "2017-01-01", "DEL", "optælling"))).Revision);
        Assert.Null((await KeepAsync(new Maalingslinje(Many, "40", "2017-01-01", "DEL", "optælling"))).Revision);
        var wrong = await KeepAsync(new(Many, "41", "2017-02-01", null, null), new(Many, "42", "engang", null, null));
        Assert.Contains("»engang« er ingen dato", wrong.Errors.Single().Besked, StringComparison.Ordinal);
        Assert.Single((await StatusAsync(Many)).Udviklinger.Single().Punkter);
    }

    [Fact]
    public async Task A_table_of_measurements_is_read_with_the_place_of_each()
    {
        var csv = "Indikator;Værdi;Dato;Redskab\n" + $"{Many};40;1. januar 2017;DEL\n{Many};50;2018-01-01;\n";
        var (rows, diagnostics) = MeasurementReader.Read("tal.csv", Encoding.UTF8.GetBytes(csv));
        Assert.DoesNotContain(diagnostics, d => d.Severity == Import.Diagnostics.Severity.Fejl);
        Assert.Equal(2, rows.Count);
        Assert.Null(rows[1].Redskab);
        await KeepAsync([.. rows.Select(Maalingslinje.Of)]);
        var punkter = (await StatusAsync(Many)).Udviklinger.Single().Punkter;
        Assert.Equal(["40", "50"], punkter.Select(p => p.Vaerdi));
        Assert.Equal("tal.csv", punkter[0].Node.Vist.Herkomst[0].Dokument);
    }

    /// <summary>A number and a day as a spreadsheet holds them, not as text.</summary>
    [Fact]
    public async Task A_workbook_of_measurements_is_read_with_its_numbers_and_days()
    {
        using var book = new MemoryStream();
        Workbook.Write(
            book,
            [
                Listing.Of<(double Number, DateOnly Day)>(
                    "Tal",
                    [(40.5, new(2017, 1, 1)), (1250, new(2018, 7, 1))],
                    new("Indikator", null, _ => Many),
                    new("Værdi", null, r => r.Number),
                    new("Dato", null, r => r.Day)
                ),
            ]
        );
        var (rows, diagnostics) = MeasurementReader.Read("tal.xlsx", book.ToArray());
        Assert.DoesNotContain(diagnostics, d => d.Severity == Import.Diagnostics.Severity.Fejl);
        var kept = await KeepAsync([.. rows.Select(Maalingslinje.Of)]);
        Assert.Empty(kept.Errors);
        var punkter = (await StatusAsync(Many)).Udviklinger.Single().Punkter;
        Assert.Equal([40.5, 1250], punkter.Select(p => p.Tal));
        Assert.Equal([new DateOnly(2017, 1, 1), new(2018, 7, 1)], punkter.Select(p => p.Dag));
        Assert.Contains("ark »Tal«", punkter[0].Node.Vist.Herkomst[0].Plads, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_Danish_number_is_told_and_not_read_by_half()
    {
        await KeepAsync(new Maalingslinje(Many, "1234.567", "2017-01-01", null, null));
        Assert.Equal("»1234.567« er ikke et tal, som kan læses: skriv 1.250 eller 0,5", (await StatusAsync(Many)).Stilling.Grund);
    }

    private Task<Application.Editing.EditOutcome> KeepAsync(params Maalingslinje[] lines) =>
        new KeepMeasurements(_store, TimeProvider.System).KeepAsync(lines, "test", default);

    private async Task<Stillingssvar> StatusAsync(string name)
    {
        var graph = await _store.NewestAsync(default);
        var title = name.TrimEnd('.').Split(", støtten")[0];
        return await new ReadStatus(graph).ReadAsync((await new FindNode(graph).FindAsync(title, [], default)).Node!, default);
    }
}
