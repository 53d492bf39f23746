using System.CommandLine;
using System.Globalization;
using Effektkaeder.Cli.Options;
using Effektkaeder.Cli.Output;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Cli.Commands;

internal static class CountCommand
{
    private const string None = "(ingen)";

    private static readonly string[] Ways = ["slags", "kommune", "center", "art", "aar", "aftale"];

    public static Command Build()
    {
        var by = new Option<string>("--by")
        {
            Description = $"Efter hvad: {string.Join(", ", Ways)}.",
            HelpName = "HVAD",
            DefaultValueFactory = _ => Ways[0],
        };
        by.AcceptOnlyFromAmong(Ways);
        var kinds = new Option<string[]>("--kind")
        {
            Description = "Kun disse slags, fx indikator.",
            HelpName = "SLAGS",
            AllowMultipleArgumentsPerToken = true,
        };
        var kommune = new Option<string?>("--kommune", "-k") { Description = "Kun denne kommune.", HelpName = "NAVN" };
        var output = SharedOptions.Output("table", "json", "csv");
        var command = new Command("count", "Tæller knuder, de fleste først: efter slags, kommune, center, art, år eller aftale.")
        {
            by,
            kinds,
            kommune,
            output,
        };
        HelpAction.Examples(command, "effekt count", "effekt count --kind indikator --by center", "effekt count --kind milepael --by aar");
        command.SetAction(
            async (parsed, ct) =>
            {
                var asked = NamedKind.Read(parsed.GetValue(kinds) ?? []);
                await using var store = await NamedStore.OpenAsync(parsed, ct);
                var graph = await store.NewestAsync(ct);
                var only = await NamedNode.KommuneAsync(graph, parsed.GetValue(kommune), ct);
                var filters = new List<NodeFilter>();
                if (asked.Count > 0)
                {
                    filters.Add(new NodeFilter.KindIn(asked));
                }

                if (only is not null)
                {
                    filters.Add(new NodeFilter.Text(TextField.Kommune, TextOperator.Eq, [only]));
                }

                var nodes = (await graph.QueryAsync(new(new NodeFilter.All(filters), [], Page.Everything), ct)).Items;
                var groups = nodes
                    .SelectMany(n => Groups(n, parsed.GetValue(by)!).Distinct(StringComparer.Ordinal))
                    .GroupBy(g => g, StringComparer.Ordinal)
                    .Select(g => (Name: g.Key, Count: g.Count()))
                    .OrderByDescending(g => g.Count)
                    .ThenBy(g => g.Name, StringComparer.Ordinal)
                    .ToList();
                Rows.Of(groups, (parsed.GetValue(by)!, g => g.Name), ("antal", g => g.Count), ("andel", g => Share(g.Count, nodes.Count)))
                    .Write(
                        parsed,
                        parsed.GetValue(output)!,
                        groups.Select(g => new
                        {
                            group = g.Name,
                            count = g.Count,
                            share = Math.Round((double)g.Count / nodes.Count, 4),
                        })
                    );
                Messages.Say(parsed, $"{nodes.Count} i alt.");
                return ExitCode.Good;
            }
        );
        return command;
    }

    /// <summary>A node belongs to every year that one of its times touches, and to every agreement that states it.</summary>
    private static IEnumerable<string> Groups(Node node, string by) =>
        by switch
        {
            "kommune" => [node.Kommune],
            "center" => [node.Vist.Center ?? None],
            "art" => [node.Indhold.Art ?? None],
            "aar" => node
                .Indhold.Tider.Where(t => t.HarInterval)
                .SelectMany(t => Years((t.Fra ?? t.Til)!.Value.Year, (t.Til ?? t.Fra)!.Value.Year))
                .DefaultIfEmpty(None),
            "aftale" => node.Udsagn.Select(u => u.Aftale),
            _ => [node.Kind.Info().Slug],
        };

    private static IEnumerable<string> Years(int first, int last) =>
        Enumerable.Range(first, last - first + 1).Select(year => year.ToString(CultureInfo.InvariantCulture));

    private static string Share(int part, int whole) => ((double)part / whole).ToString("P0", CultureInfo.GetCultureInfo("da-DK"));
}
