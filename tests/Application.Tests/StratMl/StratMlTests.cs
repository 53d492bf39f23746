using System.Text;
using System.Xml.Linq;
using Effektkaeder.Application.Importing;
using Effektkaeder.Application.Tests.Following;
using Effektkaeder.Domain;
using Effektkaeder.Exchange.StratMl;
using Effektkaeder.Storage.Ports;
using Effektkaeder.Storage.Sqlite;
using Xunit;

namespace Effektkaeder.Application.Tests.StratMl;

/// <summary>A plan in StratML, valid by the standard's element order, with all that it has a place for, and read again.</summary>
public sealed class StratMlTests(FollowedUp followed) : IClassFixture<FollowedUp>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("stratml-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("guldborgsund")]
    [InlineData("slagelse")]
    public async Task Both_parts_are_valid_and_hold_every_goal_effect_and_indicator(string kommune)
    {
        var graf = await GrafAsync(kommune);
        var (one, two) = (Written(StratMlWriter.Part1, graf), Written(StratMlWriter.Part2, graf));
        Assert.Empty(StratMlSchema.Faults(one, isPart1: true));
        Assert.Empty(StratMlSchema.Faults(two, isPart1: false));
        Assert.Equal(two, Written(StratMlWriter.Part2, graf));

        int Count(NodeKind kind) => graf.Nodes.Count(n => n.Kind == kind && !n.Henvist);
        int Told(string element) => XDocument.Parse(two).Descendants().Count(e => e.Name.LocalName == element && IsIdentified(e));
        Assert.Equal(Count(NodeKind.PolitiskMaal), Told("Goal"));
        Assert.True(Told("Objective") >= Count(NodeKind.Effekt));
        Assert.Equal(Count(NodeKind.Indikator), Told("PerformanceIndicator"));
        Assert.Contains("koblinger", StratMlWriter.LeftOut(graf), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("guldborgsund")]
    [InlineData("slagelse")]
    public async Task What_is_written_is_read_as_the_same_goals_effects_and_indicators(string kommune)
    {
        var graf = await GrafAsync(kommune);
        await using var store = await ReadAsync(Written(StratMlWriter.Part2, graf));
        var read = (await (await store.NewestAsync(default)).SelectAsync(Selection.Whole, default)).Nodes;
        foreach (var kind in new[] { NodeKind.Vision, NodeKind.PolitiskMaal, NodeKind.Effekt, NodeKind.Indikator })
        {
            Assert.Equal(Texts(graf.Nodes, kind), Texts(read, kind));
        }

        Assert.Equal(
            graf.Nodes.Where(n => n.Kind == NodeKind.PolitiskMaal).Select(n => n.Key),
            read.Where(n => n.Kind == NodeKind.PolitiskMaal).Select(n => n.Key).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task A_plan_from_elsewhere_gives_goals_with_what_is_measured_under_them()
    {
        const string Plan = """
            <?xml version="1.0" encoding="utf-8"?>
            <PerformancePlanOrReport xmlns="http://www.stratml.net/PerformancePlanOrReport" Type="Performance_Plan">
              <Name>Fjordplan</Name>
              <StrategicPlanCore>
                <Organization><Name>Fjordby Kommune</Name></Organization>
                <Vision><Description>En by ved vandet.</Description></Vision>
                <Mission><Description>At holde fjorden ren.</Description></Mission>
                <Goal>
                  <Name>Flere på vandet</Name><Description/>
                  <Stakeholder><Name>Roere</Name></Stakeholder>
                  <Objective>
                    <Name>Unge sejler trygt</Name>
                    <PerformanceIndicator>
                      <MeasurementDimension>Antal sejlende unge</MeasurementDimension><UnitOfMeasurement>unge</UnitOfMeasurement>
                      <MeasurementInstance>
                        <TargetResult><EndDate>2031-12-31</EndDate><NumberOfUnits>80</NumberOfUnits></TargetResult>
                        <ActualResult><EndDate>2030-06-30</EndDate><NumberOfUnits>57.5</NumberOfUnits></ActualResult>
                      </MeasurementInstance>
                    </PerformanceIndicator>
                  </Objective>
                </Goal>
              </StrategicPlanCore>
              <AdministrativeInformation><StartDate>2030-01-01</StartDate><EndDate>2031-12-31</EndDate></AdministrativeInformation>
            </PerformancePlanOrReport>
            """;
        await using var store = await ReadAsync(Plan);
        var graph = await store.NewestAsync(default);
        var udsnit = await graph.SelectAsync(Selection.Whole, default);
        var goal = udsnit.Nodes.Single(n => n.Kind == NodeKind.PolitiskMaal);
        var effect = Assert.Single(udsnit.Children(goal.Key));
        var indicator = Assert.Single(udsnit.Children(effect.Key));
        var measured = Assert.Single(udsnit.Targets(indicator.Key, EdgeType.HarMaaling));
        Assert.Equal(
            ("Flere på vandet", "Unge sejler trygt", "Antal sejlende unge", "57,5 unge"),
            (goal.Titel, effect.Titel, indicator.Titel, measured.Indhold[Egenskaber.Vaerdi])
        );
        Assert.Equal(new DateOnly(2030, 6, 30), measured.Indhold.Tider[0].Til);
        var again = XDocument.Parse(Written(StratMlWriter.Part2, await new ReadGraph(graph).ReadAsync(default)));
        Assert.Equal(
            ["2031-12-31", "80", "80 unge"],
            again.Descendants().Single(e => e.Name.LocalName == "TargetResult").Elements().Select(e => e.Value)
        );
        Assert.Equal("80 unge senest 31. december 2031", indicator.Vist.Felter.Single(f => f.Label == "Måltal").Tekst);
        Assert.Equal("Roere", goal.Vist.Felter.Single(f => f.Label == "Interessenter").Tekst);
        Assert.Equal(["En by ved vandet."], udsnit.Parents(goal.Key).Where(n => n.Kind == NodeKind.Vision).Select(n => n.Indhold.Tekst));
    }

    [Theory]
    [InlineData("Mindst 80 % af de unge sejler", "80|Mindst 80 %", "%")]
    [InlineData("Højst 1.250 dage går tabt", "1250|Højst 1.250", "")]
    [InlineData("Antal sejlende unge", "", "")]
    public async Task A_target_that_words_name_is_written_with_its_number(string words, string target, string unit)
    {
        var xml =
            "<PerformancePlanOrReport xmlns=\"urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport\" Type=\"Performance_Plan\">"
            + "<Name>P</Name><StrategicPlanCore><Organization><Name>Fjordby Kommune</Name></Organization><Goal><Name>Flere på vandet</Name>"
            + $"<Objective><Name>Unge sejler</Name><PerformanceIndicator><MeasurementDimension>{words}</MeasurementDimension>"
            + "<UnitOfMeasurement/></PerformanceIndicator></Objective></Goal></StrategicPlanCore></PerformancePlanOrReport>";
        await using var store = await ReadAsync(xml);
        var written = Written(StratMlWriter.Part2, await new ReadGraph(await store.NewestAsync(default)).ReadAsync(default));
        Assert.Empty(StratMlSchema.Faults(written, isPart1: false));
        var elements = XDocument.Parse(written).Descendants().ToLookup(e => e.Name.LocalName);
        Assert.Equal(target, string.Join('|', elements["TargetResult"].Elements().Select(e => e.Value)));
        Assert.Equal(unit, elements["UnitOfMeasurement"].Single().Value);
    }

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>", "&e;", "IMP005")]
    [InlineData("", "<Goal/>", "IMP009")]
    [InlineData("", "", "IMP009")]
    public async Task Untrusted_and_empty_plans_are_refused_with_a_reason(string before, string goals, string code)
    {
        var xml =
            before
            + "<StrategicPlan xmlns=\"urn:ISO:std:iso:17469:tech:xsd:stratml_core\"><Name>P</Name><StrategicPlanCore><Organization><Name>"
            + $"Fjordby Kommune</Name></Organization>{goals}</StrategicPlanCore></StrategicPlan>";
        await using var store = await SqliteStore.OpenAsync(Path.Combine(_folder, "afvist.db"), default);
        var report = await ImportAsync(store, xml);
        Assert.Equal(ImportOutcome.Refused, report.Outcome);
        Assert.Contains(report.Diagnostics, d => d.Code.StartsWith(code, StringComparison.Ordinal));
        Assert.DoesNotContain("root:", report.Sagt, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Texts(IEnumerable<Node> nodes, NodeKind kind) =>
        nodes.Where(n => n.Kind == kind && !n.Henvist).Select(n => n.Indhold.Tekst).Order(StringComparer.Ordinal);

    private static bool IsIdentified(XElement element) => element.Elements().Any(e => e.Name.LocalName == "Identifier");

    private static string Written(Action<Graf, Stream> write, Graf graf)
    {
        using var stream = new MemoryStream();
        write(graf, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private async Task<Graf> GrafAsync(string kommune)
    {
        var graph = await followed.Store.NewestAsync(default);
        var all = (await graph.QueryAsync(new(new NodeFilter.KindIn([NodeKind.Aftale]), [], Page.Everything), default)).Items;
        return await new ReadGraph(graph).StatedAsync(all.Single(n => n.Kommune == kommune && !n.Henvist).Key, default);
    }

    private async Task<SqliteStore> ReadAsync(string xml)
    {
        var store = await SqliteStore.OpenAsync(Path.Combine(_folder, "laest.db"), default);
        var report = await ImportAsync(store, xml);
        Assert.True(report.Outcome == ImportOutcome.Imported, report.Sagt);
        return store;
    }

    private static Task<ImportReport> ImportAsync(SqliteStore store, string xml) =>
        new ImportDocuments(store, TimeProvider.System).ImportAsync(
            new("plan.xml", Encoding.UTF8.GetBytes(xml)),
            null,
            "test",
            false,
            default
        );
}
