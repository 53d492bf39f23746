using System.CommandLine;
using Effektkaeder.Analysis.Antal;
using Effektkaeder.Application.Asking;
using Effektkaeder.Cli.Naming;
using Effektkaeder.Cli.Output;

namespace Effektkaeder.Cli.Commands;

internal static class CountCommand
{
    private static readonly string[] Ways = [.. Enum.GetNames<Inddeling>().Select(n => n.ToLowerInvariant())];

    private static readonly string[] Orders = [.. Enum.GetNames<Gruppeorden>().Select(n => n.ToLowerInvariant())];

    public static Command Build()
    {
        var by = new Option<string[]>("--by")
        {
            Description = $"Efter hvad, gerne flere: {string.Join(", ", Ways)}.",
            HelpName = "HVAD",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => [Ways[0]],
        };
        by.AcceptOnlyFromAmong(Ways);
        var kinds = new Option<string[]>("--kind")
        {
            Description = "Kun disse slags, fx indikator.",
            HelpName = "SLAGS",
            AllowMultipleArgumentsPerToken = true,
        };
        var order = new Option<string>("--order")
        {
            Description = $"I hvilken orden: {string.Join(", ", Orders)}. Uden den de fleste først.",
            HelpName = "HVAD",
        };
        order.AcceptOnlyFromAmong(Orders);
        var descending = new Option<bool>("--descending") { Description = "Med --order: det sidste først." };
        var coverage = new Option<bool>("--coverage")
        {
            Description = "Tæl effekter op efter, hvad der viser dem: indikator, baseline, dokumentation, opfølgning.",
        };
        var command = new Command("count", "Tæller knuder op efter det, de har tilfælles, de fleste først.")
        {
            by,
            kinds,
            order,
            descending,
            coverage,
        };
        var (where, look, form) = (WhereOptions.On(command), LookOptions.On(command), AnswerForm.On(command));
        HelpAction.Examples(
            command,
            "effekt count",
            "effekt count --kind indikator --by center aftaleaar",
            "effekt count --kind milepael --by aar --order noegle --output csv --locale da",
            "effekt count --by kommune slags --output xlsx --out kommuner.xlsx",
            "effekt count --coverage --by center"
        );
        command.SetAction(
            async (parsed, ct) =>
            {
                var asked = NamedKind.Read(parsed.GetValue(kinds) ?? []);
                var efter = parsed.GetValue(by)!.Select(name => Enum.Parse<Inddeling>(name, ignoreCase: true)).ToList();
                await using var store = await NamedStore.OpenAsync(parsed, ct);
                var graph = await look.GraphAsync(parsed, store, ct);
                var (filter, count) = (await where.FilterAsync(parsed, graph, asked, ct), new CountNodes(graph));
                if (parsed.GetValue(coverage))
                {
                    // What is counted by where nothing is named says nothing of effects, which are of one kind.
                    var daekning = await count.CoverAsync(filter, efter[0] == Inddeling.Slags ? Inddeling.Center : efter[0], ct);
                    form.Write(parsed, new { total = daekning.IAlt, groups = daekning.Grupper }, Sums(daekning), Rows(daekning));
                    return ExitCode.Good;
                }

                var optaelling = await count.CountAsync(filter, efter, ct);
                if (parsed.GetValue(order) is { } wanted)
                {
                    optaelling = optaelling.Ordered([(Enum.Parse<Gruppeorden>(wanted, ignoreCase: true), parsed.GetValue(descending))]);
                }

                form.Write(parsed, Groups(optaelling, efter));
                Messages.Say(parsed, $"{optaelling.Total} i alt.");
                return ExitCode.Good;
            }
        );
        return command;
    }

    private static Listing Groups(Optaelling optaelling, IReadOnlyList<Inddeling> efter) =>
        Listing.Of<Antalsgruppe>(
            "optælling",
            optaelling.Grupper,
            [
                .. efter.Select(
                    (by, i) =>
                        new Column<Antalsgruppe>(by.ToString().ToLowerInvariant(), by.ToString().ToLowerInvariant(), g => g.Noegler[i].Navn)
                ),
                new("antal", "count", g => g.Antal),
                new("andel", "share", g => Math.Round(g.Andel, 4)),
                new("første dag", "first", g => g.FoersteDag),
                new("sidste dag", "last", g => g.SidsteDag),
                new("gennemsnit", "average", g => g.Maaltal?.Gennemsnit),
                new(null, "keys", g => g.Noegler.Select(k => k.Noegle)),
            ]
        );

    private static Listing Sums(Daekning daekning) =>
        Listing.Of<Daekningstal>(
            "dækning",
            daekning.Grupper.Append(daekning.IAlt),
            new("effekter i", "group", t => t.Navn),
            new("antal", "count", t => t.Antal),
            new("indikator", "indicator", t => t.MedIndikator),
            new("baseline", "baseline", t => t.MedBaseline),
            new("dokumentation", "documentation", t => t.MedDokumentation),
            new("opfølgning", "followUp", t => t.MedOpfoelgning),
            new("det hele", "all", t => t.Fuldt)
        );

    private static Listing Rows(Daekning daekning) =>
        Listing.Of<Daekningsraekke>(
            "effekter",
            daekning.Raekker,
            new("effekt", "title", r => r.Effekt.Titel),
            new("indikatorer", "indicators", r => r.Indikatorer.Count),
            new("baselines", "baselines", r => r.Baselines.Count),
            new("dokumentation", "documentation", r => r.Dokumentation.Count),
            new("opfølgninger", "followUps", r => r.Opfoelgninger.Count),
            new(Listing.Key, "key", r => r.Effekt.Key)
        );
}
