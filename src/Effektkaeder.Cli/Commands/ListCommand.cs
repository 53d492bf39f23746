using System.CommandLine;
using System.Globalization;
using Effektkaeder.Cli.Options;
using Effektkaeder.Cli.Output;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Cli.Commands;

internal static class ListCommand
{
    private static readonly string[] Lists = ["agreements", "revisions", "ghosts", "kinds", "store"];

    public static Command Build()
    {
        var what = new Argument<string>("HVAD")
        {
            Description = "agreements, revisions, ghosts, kinds, store eller en slags: indsatser, milepael.",
            DefaultValueFactory = _ => "agreements",
        };
        var kommune = new Option<string?>("--kommune", "-k")
        {
            Description = "Kun denne kommunes, når en slags listes.",
            HelpName = "NAVN",
        };
        var output = SharedOptions.Output("table", "json", "csv");
        var command = new Command(
            "list",
            "Lister aftaler, revisioner, det der kun er nævnt, antal af hver slags, lageret, eller alt af én slags."
        )
        {
            what,
            kommune,
            output,
        };
        HelpAction.Examples(
            command,
            "effekt list",
            "effekt list revisions --output json",
            "effekt list ghosts",
            "effekt list indsatser -k Slagelse"
        );
        command.SetAction(
            async (parsed, ct) =>
            {
                var kind = Kind(parsed.GetValue(what)!);
                await using var store = await NamedStore.OpenAsync(parsed, ct);
                var (graph, form) = (await store.NewestAsync(ct), parsed.GetValue(output)!);
                await (
                    parsed.GetValue(what) switch
                    {
                        "revisions" => RevisionsAsync(parsed, graph, form, ct),
                        "ghosts" => GhostsAsync(parsed, graph, form, ct),
                        "kinds" => KindsAsync(parsed, graph, form, ct),
                        "store" => StoreAsync(parsed, store.Location, graph, form, ct),
                        _ when kind is { } one => KindAsync(parsed, graph, one, parsed.GetValue(kommune), form, ct),
                        _ => AgreementsAsync(parsed, graph, form, ct),
                    }
                );
                return ExitCode.Good;
            }
        );
        return command;
    }

    /// <summary>Null for one of the lists that are not of a kind.</summary>
    private static NodeKind? Kind(string what) =>
        Lists.Contains(what) ? null
        : NamedKind.Find(what) is { } kind ? kind
        : throw new UsageException(
            $"Der er ingen liste »{what}«.{Suggestion.For(what, [.. Lists, .. NodeKinds.All.Select(k => k.Slug)])} Skriv en af "
                + $"{string.Join(", ", Lists)}, eller en slags: {string.Join(", ", NodeKinds.All.Select(k => k.Slug))}."
        );

    private static async Task KindAsync(ParseResult parsed, IGraph graph, NodeKind kind, string? kommune, string form, CancellationToken ct)
    {
        NodeFilter filter = new NodeFilter.KindIn([kind]);
        if (await NamedNode.KommuneAsync(graph, kommune, ct) is { } only)
        {
            filter = new NodeFilter.All([filter, new NodeFilter.Text(TextField.Kommune, TextOperator.Eq, [only])]);
        }

        var nodes = await NodesAsync(graph, filter, ct);
        Rows.Of(
                nodes,
                ("titel", n => n.Titel),
                ("kommune", n => n.Kommune),
                ("center", n => n.Vist.Center),
                ("tid", n => string.Join(", ", n.Indhold.Tider.Select(t => t.Tekst).Distinct())),
                ("nøgle", n => n.Key)
            )
            .Write(
                parsed,
                form,
                nodes.Select(n => new
                {
                    key = n.Key,
                    title = n.Titel,
                    kommune = n.Kommune,
                    centre = n.Vist.Center,
                    times = n.Indhold.Tider.Select(t => new
                    {
                        text = t.Tekst,
                        from = t.Fra,
                        to = t.Til,
                    }),
                })
            );
        Messages.Say(parsed, $"{nodes.Count} {(nodes.Count == 1 ? kind.Info().Navn : kind.Info().Flertal)}.");
    }

    private static async Task AgreementsAsync(ParseResult parsed, IGraph graph, string form, CancellationToken ct)
    {
        var aftaler = await NodesAsync(
            graph,
            new NodeFilter.All([new NodeFilter.KindIn([NodeKind.Aftale]), new NodeFilter.Flag(FlagField.Henvist, false)]),
            ct
        );
        Rows.Of(
                aftaler,
                ("aftale", a => a.Titel),
                ("kommune", a => a.Kommune),
                ("periode", a => $"{a.Indhold[Egenskaber.PeriodeFra]} – {a.Indhold[Egenskaber.PeriodeTil]}"),
                ("underskrevet", a => a.Indhold[Egenskaber.Underskrevet]),
                ("udgave", a => a.Indhold[Egenskaber.Udgave]),
                ("fil", a => a.Indhold[Egenskaber.Fil]),
                ("nøgle", a => a.Key)
            )
            .Write(
                parsed,
                form,
                aftaler.Select(a => new
                {
                    key = a.Key,
                    title = a.Titel,
                    kommune = a.Kommune,
                    type = a.Indhold.Art,
                    properties = a.Indhold.Egenskaber.ToDictionary(e => e.Navn, e => e.Vaerdi),
                })
            );
        if (aftaler.Count == 0)
        {
            Messages.Say(parsed, "Ingen aftaler endnu. Indlæs med »effekt import STI«.");
        }
    }

    private static async Task RevisionsAsync(ParseResult parsed, IGraph graph, string form, CancellationToken ct)
    {
        var revisions = await graph.RevisionsAsync((int)graph.Revision, ct);
        Rows.Of(
                revisions,
                ("revision", r => r.Number),
                ("tid (UTC)", r => r.At.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)),
                ("forfatter", r => r.Author),
                ("handling", r => r.Action),
                ("hvad", r => r.Summary)
            )
            .Write(
                parsed,
                form,
                revisions.Select(r => new
                {
                    number = r.Number,
                    at = r.At,
                    author = r.Author,
                    action = r.Action,
                    source = r.Source,
                    summary = r.Summary,
                })
            );
    }

    private static async Task GhostsAsync(ParseResult parsed, IGraph graph, string form, CancellationToken ct)
    {
        var ghosts = await NodesAsync(graph, new NodeFilter.Flag(FlagField.Henvist, true), ct);
        Rows.Of(
                ghosts,
                ("slags", n => n.Kind.Info().Navn),
                ("titel", n => n.Titel),
                ("nævnt af", n => string.Join(", ", n.Udsagn.Select(u => u.Aftale))),
                ("nøgle", n => n.Key)
            )
            .Write(
                parsed,
                form,
                ghosts.Select(n => new
                {
                    key = n.Key,
                    kind = n.Kind.Info().Code,
                    title = n.Titel,
                    namedBy = n.Udsagn.Select(u => u.Aftale),
                })
            );
    }

    private static async Task KindsAsync(ParseResult parsed, IGraph graph, string form, CancellationToken ct)
    {
        var counts = new List<(KindInfo Kind, int Count)>();
        foreach (var kind in NodeKinds.All)
        {
            counts.Add(
                (kind, (await graph.QueryAsync(new(new NodeFilter.KindIn([kind.Kind]), [], new(First: 0), Count: true), ct)).Total ?? 0)
            );
        }

        Rows.Of(counts, ("slags", c => c.Kind.Navn), ("niveau", c => c.Kind.Level), ("antal", c => c.Count))
            .Write(
                parsed,
                form,
                counts.Select(c => new
                {
                    kind = c.Kind.Code,
                    level = c.Kind.Level,
                    count = c.Count,
                })
            );
    }

    private static async Task StoreAsync(ParseResult parsed, string location, IGraph graph, string form, CancellationToken ct)
    {
        var all = await graph.QueryAsync(new(null, [], new(First: 0), Count: true), ct);
        (string Name, string Value)[] facts =
        [
            ("sted", location),
            ("revision", graph.Revision.ToString(CultureInfo.InvariantCulture)),
            ("knuder", (all.Total ?? 0).ToString(CultureInfo.InvariantCulture)),
        ];
        Rows.Of(facts, ("", f => f.Name), (" ", f => f.Value))
            .Write(
                parsed,
                form,
                new
                {
                    location,
                    revision = graph.Revision,
                    nodes = all.Total,
                }
            );
    }

    private static async Task<IReadOnlyList<Node>> NodesAsync(IGraph graph, NodeFilter filter, CancellationToken ct) =>
        (await graph.QueryAsync(new(filter, [new(OrderField.Kind), new(OrderField.Titel)], Page.Everything), ct)).Items;
}
