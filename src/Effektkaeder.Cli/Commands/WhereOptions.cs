using System.CommandLine;
using Effektkaeder.Application;
using Effektkaeder.Application.Asking;
using Effektkaeder.Cli.Naming;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Cli.Commands;

/// <summary>Which nodes a command is about: alike for every command that lists or counts.</summary>
internal sealed class WhereOptions
{
    private readonly Option<string?> _kommune = new("--kommune", "-k") { Description = "Kun denne kommune.", HelpName = "NAVN" };
    private readonly Option<string?> _centre = new("--centre") { Description = "Kun det, dette center angiver.", HelpName = "NAVN" };
    private readonly Option<string?> _under = new("--under")
    {
        Description = "Kun det, der er under denne knude i hierarkiet.",
        HelpName = "KNUDE",
    };
    private readonly Option<string?> _over = new("--over") { Description = "Kun det, der er over den.", HelpName = "KNUDE" };
    private readonly Option<int?> _depth = new("--depth") { Description = "Højst så mange led under eller over.", HelpName = "TAL" };
    private readonly Option<string?> _coupled = new("--coupled")
    {
        Description = "Kun det, der er koblet til denne knude.",
        HelpName = "KNUDE",
    };
    private readonly Option<string?> _during = Period("--during", "Kun det med en tid, der deler en dag med perioden.");
    private readonly Option<string?> _within = Period("--within", "Kun det med en tid helt inden for perioden.");
    private readonly Option<string?> _before = Period("--before", "Kun det med en tid helt før dagen.");
    private readonly Option<string?> _after = Period("--after", "Kun det med en tid helt efter dagen.");
    private readonly Option<string?> _person = new("--person") { Description = "Kun det, som denne person svarer for.", HelpName = "NAVN" };

    public static WhereOptions On(Command command)
    {
        var where = new WhereOptions();
        foreach (
            var option in new Option[]
            {
                where._kommune,
                where._centre,
                where._under,
                where._over,
                where._depth,
                where._coupled,
                where._during,
                where._within,
                where._before,
                where._after,
                where._person,
            }
        )
        {
            command.Options.Add(option);
        }

        return where;
    }

    /// <summary>The filter that is asked for, over nodes of these kinds; none = every kind.</summary>
    /// <exception cref="Output.UsageException">Something is named that is not there.</exception>
    public async Task<NodeFilter> FilterAsync(ParseResult parsed, IGraph graph, IReadOnlyList<NodeKind> kinds, CancellationToken ct)
    {
        var all = new List<NodeFilter>();
        if (kinds.Count > 0)
        {
            all.Add(new NodeFilter.KindIn(kinds));
        }

        if (await NamedNode.KommuneAsync(graph, parsed.GetValue(_kommune), ct) is { } kommune)
        {
            all.Add(new NodeFilter.Text(TextField.Kommune, TextOperator.Eq, [kommune]));
        }

        if (parsed.GetValue(_centre) is { } centre)
        {
            var named = await NamedNode.FindAsync(graph, centre, [NodeKind.Organisation], ct);
            all.Add(new NodeFilter.Text(TextField.Center, TextOperator.Eq, [named.Key]));
        }

        foreach (var (start, direction) in new[] { (parsed.GetValue(_under), Direction.Out), (parsed.GetValue(_over), Direction.In) })
        {
            if (start is not null)
            {
                var node = await NamedNode.FindAsync(graph, start, [], ct);
                all.Add(Keys(await FindKeys.AlongAsync(graph, node.Key, direction, parsed.GetValue(_depth), ct)));
            }
        }

        if (parsed.GetValue(_coupled) is { } coupled)
        {
            var node = await NamedNode.FindAsync(graph, coupled, [], ct);
            all.Add(new NodeFilter.Related(new([EdgeType.KoblerTil], Direction.Either, []), Quantifier.Some, Keys([node.Key])));
        }

        if (parsed.GetValue(_person) is { } person)
        {
            all.Add(await AnsweredForAsync(graph, person, ct));
        }

        await AddTimesAsync(parsed, graph, all, ct);
        return new NodeFilter.All(all);
    }

    /// <summary>The municipality that is named.</summary>
    public string? Kommune(ParseResult parsed) => parsed.GetValue(_kommune);

    private async Task AddTimesAsync(ParseResult parsed, IGraph graph, List<NodeFilter> all, CancellationToken ct)
    {
        var (during, within) = (Read(parsed, _during), Read(parsed, _within));
        var (before, after) = (Read(parsed, _before)?.Fra, Read(parsed, _after)?.Til);
        if (during is not null)
        {
            all.Add(new NodeFilter.Overlaps(during.Fra, during.Til));
        }

        if (within is null && before is null && after is null)
        {
            return;
        }

        var around = new NodeFilter.Overlaps(within?.Fra ?? after, within?.Til ?? before);
        all.Add(
            Keys(
                await FindKeys.HavingAsync(
                    graph,
                    new NodeFilter.All([.. all, around]),
                    n =>
                        n.Indhold.Tider.Any(t =>
                            (within is null || Tidspunkter.IsWithin(t, within))
                            && (before is not { } day || Tidspunkter.IsBefore(t, day))
                            && (after is not { } last || Tidspunkter.IsAfter(t, last))
                        ),
                    ct
                )
            )
        );
    }

    /// <summary>What a person is responsible for, and what hangs on that: its milestones and follow-ups.</summary>
    private static async Task<NodeFilter> AnsweredForAsync(IGraph graph, string person, CancellationToken ct)
    {
        var roles = await new FindNode(graph).PersonAsync(person, ct);
        if (roles.Count == 0)
        {
            roles = [await NamedNode.FindAsync(graph, person, [NodeKind.Rolle, NodeKind.Organisation], ct)];
        }

        var responsible = new NodeFilter.Related(
            new([EdgeType.AnsvarligFor], Direction.In, []),
            Quantifier.Some,
            Keys([.. roles.Select(r => r.Key)])
        );
        var owned = new Walk([EdgeType.HarMilepael, EdgeType.FoelgesOp, EdgeType.HarMaaling, EdgeType.TruesAf], Direction.In, []);
        return new NodeFilter.Any([responsible, new NodeFilter.Related(owned, Quantifier.Some, responsible)]);
    }

    private static Periode? Read(ParseResult parsed, Option<string?> option) =>
        parsed.GetValue(option) is { } text ? LookOptions.Period(text) : null;

    private static NodeFilter Keys(IReadOnlyList<string> keys) => new NodeFilter.Text(TextField.Key, TextOperator.In, [.. keys]);

    private static Option<string?> Period(string name, string description) => new(name) { Description = description, HelpName = "PERIODE" };
}
