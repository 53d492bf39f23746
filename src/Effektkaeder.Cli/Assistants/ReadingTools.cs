using System.ComponentModel;
using Effektkaeder.Application;
using Effektkaeder.Application.Asking;
using Effektkaeder.Application.Comparing;
using Effektkaeder.Cli.Naming;
using Effektkaeder.Cli.Output;
using Effektkaeder.Diagram.Scenes;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Effektkaeder.Cli.Assistants;

/// <summary>What an assistant may ask: each answer comes with keys, and with the agreements' own words where it rests on them.</summary>
[McpServerToolType]
internal sealed class ReadingTools(IGraphStore store)
{
    private const string NodeHelp = "Nøgle, id eller tekst, der passer til én titel",
        ValidHelp = "Kun det, som aftaler angiver, der gælder da: 2017-03-01, 2017 eller 2016-10-01..2017-03-31",
        SideHelp = "En revision (3), en dag, et år (2025), en aftale, et center, en kommune; AFTALE@2 er 2. udgave, CENTER@2025 et år";

    private const int MostHits = 200;

    [McpServerTool(Name = "search", Title = "Søg", ReadOnly = true)]
    [Description("Søger i titler og tekster i kommunernes aftaler; det bedste først. Svaret har nøgler, som de andre værktøjer tager.")]
    public Task<CallToolResult> SearchAsync(
        [Description("Ordene; alle skal findes")] string tekst,
        [Description("Kun denne kommune")] string? kommune = null,
        [Description("Højst så mange, 0-200")] int first = 20,
        CancellationToken ct = default
    ) =>
        Told.AnswerAsync(async () =>
        {
            var graph = await store.NewestAsync(ct);
            var found = await new SearchGraph(graph).SearchAsync(
                new(tekst, [], await NamedNode.KommuneAsync(graph, kommune, ct), Math.Clamp(first, 0, MostHits)),
                ct
            );
            return new
            {
                total = found.Total,
                instead = found.Rettet,
                hits = found.Hits.Select(h => Told.Node(h.Node)),
            };
        });

    [McpServerTool(Name = "show", Title = "Vis", ReadOnly = true)]
    [Description("Viser én knude: ordene, felterne, hvor de står, og alt den hænger sammen med.")]
    public Task<CallToolResult> ShowAsync(
        [Description(NodeHelp)] string knude,
        [Description(ValidHelp)] string? gaelder = null,
        CancellationToken ct = default
    ) =>
        Told.AnswerAsync(async () =>
        {
            var graph = await LookAsync(gaelder, ct);
            var node = await NamedNode.FindAsync(graph, knude, [], ct);
            var around = await graph.ExpandAsync(new([node.Key], new([], Direction.Either, []), null, [], Page.Everything), ct);
            return Told.Whole(node, around[0].Items);
        });

    [McpServerTool(Name = "impact", Title = "Påvirkning", ReadOnly = true)]
    [Description("Hvad ændringer rører, ad hvilken vej, og hvad der mister sit grundlag, i ord og som data.")]
    public Task<CallToolResult> ImpactAsync(
        [Description("Hver: en knude med =bortfalder (standard), =aendres, =udskydes:P6M eller =udskydes:2027-01-31 efter")]
            string[] aendringer,
        [Description("Højst så mange koblinger i en vej, 0-10")] int koblingshop = 1,
        [Description(ValidHelp)] string? gaelder = null,
        CancellationToken ct = default
    ) =>
        Told.AnswerAsync(async () =>
        {
            var graph = await LookAsync(gaelder, ct);
            var changes = await NamedNode.ChangesAsync(graph, aendringer, ct);
            return ImpactJson.Of(await new AskImpact(graph).AskAsync(changes, new(Koblingshop: Math.Clamp(koblingshop, 0, 10)), ct));
        });

    [McpServerTool(Name = "paths", Title = "Veje", ReadOnly = true)]
    [Description("Vejene mellem to knuder, de korteste først, hver fortalt i én sætning med aftalernes egne ord.")]
    public Task<CallToolResult> PathsAsync(
        [Description(NodeHelp)] string fra,
        [Description(NodeHelp)] string til,
        [Description("Højst så mange koblinger i en vej, 0-10")] int koblingshop = 1,
        CancellationToken ct = default
    ) =>
        Told.AnswerAsync(async () =>
        {
            var graph = await store.NewestAsync(ct);
            var (from, to) = (await NamedNode.FindAsync(graph, fra, [], ct), await NamedNode.FindAsync(graph, til, [], ct));
            var found = await new FindPaths(graph).FindAsync(from.Key, to.Key, Math.Clamp(koblingshop, 0, 10), 50, ct);
            return new { cut = found.Afkortet, paths = found.Stier.Select(Told.Path) };
        });

    [McpServerTool(Name = "diff", Title = "Forskel", ReadOnly = true)]
    [Description("Hvad der er forskelligt mellem to sider: nyt, væk, sagt anderledes (med ordene) eller flyttet.")]
    public Task<CallToolResult> DiffAsync(
        [Description(SideHelp)] string fra,
        [Description(SideHelp)] string til,
        CancellationToken ct = default
    ) =>
        Told.AnswerAsync(async () =>
        {
            var graph = await store.NewestAsync(ct);
            var both = await new CompareGraphs(store).CompareAsync(
                await NamedSide.FindAsync(graph, fra, ct),
                await NamedSide.FindAsync(graph, til, ct),
                ct
            );
            return DiffTable.Json(both.Forskel, null, null);
        });

    [McpServerTool(Name = "check", Title = "Kontrol", ReadOnly = true)]
    [Description("Svage steder i aftalerne: effekter ingen måler, datoer der ikke kan holde, tomme felter, hver med sit sted.")]
    public Task<CallToolResult> CheckAsync(
        [Description("Kun denne kommune")] string? kommune = null,
        [Description("Kun denne aftale")] string? aftale = null,
        [Description("Kun disse kontroller, fx EFFEKT_UDEN_INDIKATOR")] string[]? koder = null,
        CancellationToken ct = default
    ) =>
        Told.AnswerAsync(async () =>
        {
            var graph = await store.NewestAsync(ct);
            var found = await new RunChecks(graph).RunAsync(
                NamedCheck.Read(koder ?? []),
                await NamedNode.KommuneAsync(graph, kommune, ct),
                aftale is null ? null : (await NamedNode.FindAsync(graph, aftale, [NodeKind.Aftale], ct)).Key,
                ct
            );
            return new { total = found.Count, findings = found.Select(Told.Finding) };
        });

    [McpServerTool(Name = "draw", Title = "Tegn", ReadOnly = true)]
    [Description("Tegner et diagram som SVG: overblik, maalbillede, koblinger, eller om én knude: effektkaede, center, politik.")]
    public Task<CallToolResult> DrawAsync(
        [Description("overblik, maalbillede, koblinger, effektkaede, center eller politik")] string scene,
        [Description(NodeHelp)] string? knude = null,
        CancellationToken ct = default
    ) =>
        Told.AnswerAsync(async () =>
        {
            if (!Enum.TryParse<Scene>(scene, ignoreCase: true, out var which) || !Enum.IsDefined(which))
            {
                throw new UsageException($"Der er ingen scene »{scene}«.{Suggestion.For(scene, Enum.GetNames<Scene>())}");
            }

            var graph = await store.NewestAsync(ct);
            var node = knude is null ? null : (await NamedNode.FindAsync(graph, knude, [], ct)).Key;
            return new { node, svg = (await new DrawDiagram(graph).DrawAsync(new(which, node), ct)).Svg };
        });

    private Task<IGraph> LookAsync(string? valid, CancellationToken ct) =>
        store.LookAtAsync(valid is null ? Udsyn.Nu : new(null, Periode.Read(valid)), ct);
}
