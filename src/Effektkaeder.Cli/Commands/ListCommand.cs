using System.CommandLine;
using Effektkaeder.Application.Lists;
using Effektkaeder.Cli.Naming;
using Effektkaeder.Cli.Output;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Cli.Commands;

internal static class ListCommand
{
    private static readonly string[] Lists = ["agreements", "revisions", "couplings", "ghosts", "kinds", "store"];

    public static Command Build()
    {
        var what = new Argument<string>("HVAD")
        {
            Description = "agreements, revisions, couplings, ghosts, kinds, store eller en slags: indsatser, milepael.",
            DefaultValueFactory = _ => "agreements",
        };
        var command = new Command(
            "list",
            "Lister aftaler, revisioner, det der kun er nævnt, antal af hver slags, lageret, eller alt af én slags."
        )
        {
            what,
        };
        var conditional = new Option<bool>("--conditional") { Description = "Ved couplings: kun dem med en betingelse." };
        command.Options.Add(conditional);
        var (where, look, form) = (WhereOptions.On(command), LookOptions.On(command), AnswerForm.On(command));
        HelpAction.Examples(
            command,
            "effekt list",
            "effekt list revisions --output json",
            "effekt list indsatser -k Slagelse",
            "effekt list couplings --conditional",
            "effekt list milepael --within 2017-01-01..2017-03-31",
            "effekt list bidrag --under Udsattepolitikken --output xlsx --out bidrag.xlsx"
        );
        command.SetAction(
            async (parsed, ct) =>
            {
                var kind = Kind(parsed.GetValue(what)!);
                await using var store = await NamedStore.OpenAsync(parsed, ct);
                var graph = await look.GraphAsync(parsed, store, ct);
                var listing = parsed.GetValue(what) switch
                {
                    "revisions" => await RevisionsAsync(graph, ct),
                    "ghosts" => Ghosts(await NodesAsync(graph, new NodeFilter.Flag(FlagField.Henvist, true), ct)),
                    "couplings" => await CouplingList.ReadAsync(graph, where.Kommune(parsed), parsed.GetValue(conditional), ct),
                    "kinds" => await KindsAsync(graph, ct),
                    "store" => await StoreAsync(store.Location, graph, ct),
                    _ when kind is { } one => OfKind(one, await NodesAsync(graph, await where.FilterAsync(parsed, graph, [one], ct), ct)),
                    _ => AgreementLists.Of(
                        await NodesAsync(
                            graph,
                            new NodeFilter.All([
                                await where.FilterAsync(parsed, graph, [NodeKind.Aftale], ct),
                                new NodeFilter.Flag(FlagField.Henvist, false),
                            ]),
                            ct
                        )
                    ),
                };
                form.Write(parsed, listing);
                Summarize(parsed, parsed.GetValue(what)!, kind, listing.Values.Count);
                return ExitCode.Good;
            }
        );
        return command;
    }

    private static void Summarize(ParseResult parsed, string what, NodeKind? kind, int count)
    {
        if (kind is { } one)
        {
            Messages.Say(parsed, $"{count} {(count == 1 ? one.Info().Navn : one.Info().Flertal)}.");
        }
        else if (what == "agreements" && count == 0)
        {
            Messages.Say(parsed, "Ingen aftaler endnu. Indlæs med »effekt import STI«.");
        }
    }

    /// <summary>Null for one of the lists that are not of a kind.</summary>
    private static NodeKind? Kind(string what) =>
        Lists.Contains(what) ? null
        : NamedKind.Find(what) is { } kind ? kind
        : throw new UsageException(
            $"Der er ingen liste »{what}«.{Suggestion.For(what, [.. Lists, .. NodeKinds.All.Select(k => k.Slug)])} Skriv en af "
                + $"{string.Join(", ", Lists)}, eller en slags: {string.Join(", ", NodeKinds.All.Select(k => k.Slug))}."
        );

    private static Listing OfKind(NodeKind kind, IEnumerable<Node> nodes) =>
        Listing.Of<Node>(
            kind.Info().Flertal,
            nodes,
            new("titel", "title", n => n.Titel),
            new("kommune", "kommune", n => n.Kommune),
            new("center", "centre", n => n.Vist.Center),
            new("tid", null, n => n.Indhold.Tider.Select(t => t.Tekst).Distinct()),
            new("første dag", null, n => n.Indhold.Tider.Select(t => t.Fra ?? t.Til).Min()),
            new("sidste dag", null, n => n.Indhold.Tider.Select(t => t.Til ?? t.Fra).Max()),
            new(null, "times", n => n.Indhold.Tider.Select(NodeJson.Time)),
            new(Listing.Key, "key", n => n.Key)
        );

    private static async Task<Listing> RevisionsAsync(IGraph graph, CancellationToken ct) =>
        Listing.Of<Revision>(
            "revisioner",
            await graph.RevisionsAsync((int)graph.Revision, ct),
            new("revision", "number", r => r.Number),
            new("tid (UTC)", "at", r => r.At),
            new("forfatter", "author", r => r.Author),
            new("handling", "action", r => r.Action),
            new(null, "source", r => r.Source),
            new("hvad", "summary", r => r.Summary)
        );

    private static Listing Ghosts(IEnumerable<Node> ghosts) =>
        Listing.Of<Node>(
            "kun nævnt",
            ghosts,
            new("slags", null, n => n.Kind.Info().Navn),
            new(null, "kind", n => n.Kind.Info().Code),
            new("titel", "title", n => n.Titel),
            new("nævnt af", "namedBy", n => n.Udsagn.Select(u => u.Aftale)),
            new(Listing.Key, "key", n => n.Key)
        );

    private static async Task<Listing> KindsAsync(IGraph graph, CancellationToken ct)
    {
        var counts = new List<(KindInfo Kind, int Count)>();
        foreach (var kind in NodeKinds.All)
        {
            var query = new NodeQuery(new NodeFilter.KindIn([kind.Kind]), [], new(First: 0), Count: true);
            counts.Add((kind, (await graph.QueryAsync(query, ct)).Total ?? 0));
        }

        return Listing.Of<(KindInfo Kind, int Count)>(
            "slags",
            counts,
            new("slags", null, c => c.Kind.Navn),
            new(null, "kind", c => c.Kind.Code),
            new("niveau", "level", c => c.Kind.Level),
            new("antal", "count", c => c.Count)
        );
    }

    private static async Task<Listing> StoreAsync(string location, IGraph graph, CancellationToken ct)
    {
        var all = await graph.QueryAsync(new(null, [], new(First: 0), Count: true), ct);
        return Listing.Of<int?>(
            "lageret",
            [all.Total],
            new("sted", "location", _ => location),
            new("revision", "revision", _ => graph.Revision),
            new("knuder", "nodes", total => total)
        );
    }

    private static async Task<IReadOnlyList<Node>> NodesAsync(IGraph graph, NodeFilter filter, CancellationToken ct) =>
        (await graph.QueryAsync(new(filter, [new(OrderField.Kind), new(OrderField.Titel)], Page.Everything), ct)).Items;
}
