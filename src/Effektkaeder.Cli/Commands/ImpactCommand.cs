using System.CommandLine;
using Effektkaeder.Analysis.Paavirkning;
using Effektkaeder.Application;
using Effektkaeder.Cli.Naming;
using Effektkaeder.Cli.Output;
using Effektkaeder.Domain;

namespace Effektkaeder.Cli.Commands;

internal static class ImpactCommand
{
    public static Command Build()
    {
        var changes = new Argument<string[]>("KNUDE")
        {
            Description = "Nøgle eller tekst, der passer til én titel; =bortfalder (standard), =aendres eller =udskydes:P6M efter.",
            Arity = ArgumentArity.OneOrMore,
        };
        var direction = new Option<string>("--direction", "-d")
        {
            Description = "Langs hierarkiet: ned, op eller begge.",
            HelpName = "VEJ",
            DefaultValueFactory = _ => "ned",
        };
        direction.AcceptOnlyFromAmong("ned", "op", "begge");
        var edges = new Option<string[]>("--edges")
        {
            Description = "Kun disse kanttyper.",
            HelpName = "TYPE",
            AllowMultipleArgumentsPerToken = true,
        };
        var depth = new Option<int?>("--depth") { Description = "Højst så mange kanter i en vej.", HelpName = "TAL" };
        var hops = new Option<int>("--hops")
        {
            Description = "Højst så mange koblinger i en vej.",
            HelpName = "TAL",
            DefaultValueFactory = _ => 1,
        };
        var certainty = new Option<double>("--min-certainty") { Description = "Mindste tillid langs en vej, 0-1.", HelpName = "TAL" };
        var all = new Option<bool>("--all-paths") { Description = "Alle korteste veje, ikke kun én." };
        var through = new Option<bool>("--through") { Description = "Gå også igennem organisationer, aftaler og politikker." };
        var explain = new Option<bool>("--explain") { Description = "Fortæl hver berørt knude i én sætning i stedet for en tabel." };
        var command = new Command("impact", "Viser, hvad ændringer rører, ad hvilken vej, og hvad der mister sit grundlag.")
        {
            changes,
            direction,
            edges,
            depth,
            hops,
            certainty,
            all,
            through,
            explain,
        };
        var (look, form) = (LookOptions.On(command), AnswerForm.On(command));
        HelpAction.Examples(
            command,
            "effekt impact \"Udsattepolitikken\"",
            "effekt impact \"Rehabiliterende tilgang=udskydes:P6M\"",
            "effekt impact dk/lov/sel/85=aendres --output json",
            "effekt impact \"Lone Jensen\" --explain"
        );
        command.SetAction(
            async (parsed, ct) =>
            {
                await using var store = await NamedStore.OpenAsync(parsed, ct);
                var graph = await look.GraphAsync(parsed, store, ct);
                var asked = await NamedNode.ChangesAsync(graph, parsed.GetValue(changes)!, ct);
                var types = (parsed.GetValue(edges) ?? [])
                    .Select(code =>
                        EdgeTypes.Find(code)?.Type
                        ?? throw new UsageException(
                            $"»{code}« er ikke en kanttype.{Suggestion.For(code, EdgeTypes.All.Select(e => e.Code))}"
                        )
                    )
                    .ToList();
                if (parsed.GetValue(hops) is < 0 or > 10)
                {
                    throw new UsageException("--hops er 0 til 10.");
                }

                var svar = await new AskImpact(graph).AskAsync(
                    asked,
                    new(
                        Enum.Parse<Retning>(parsed.GetValue(direction)!, ignoreCase: true),
                        types,
                        parsed.GetValue(depth),
                        parsed.GetValue(hops),
                        parsed.GetValue(certainty),
                        parsed.GetValue(all),
                        parsed.GetValue(through)
                    ),
                    ct
                );
                if (parsed.GetValue(explain) && form.IsTable(parsed))
                {
                    Explain(svar);
                }
                else
                {
                    form.Write(parsed, ImpactJson.Of(svar), Touched(svar), Dates(svar));
                    Summarize(parsed, svar);
                }

                return ExitCode.Good;
            }
        );
        return command;
    }

    /// <summary>The point, then a line for each node that is touched.</summary>
    private static void Explain(Paavirkningssvar svar)
    {
        Console.Out.WriteLine(svar.Forklaring);
        foreach (var beroert in svar.Beroerte)
        {
            Console.Out.WriteLine($"\n{beroert.Forklaring}");
        }
    }

    private static Listing Touched(Paavirkningssvar svar) =>
        Listing.Of<Line>(
            "berørt",
            svar.Bortfaldne.Select(n => new Line(n, null)).Concat(svar.Beroerte.Select(b => new Line(b.Node, b))),
            new("konsekvens", null, l => l.Beroert is { } b ? NodeJson.Code(b.Konsekvens) : "BORTFALDER"),
            new("slags", null, l => l.Node.Kind.Info().Navn),
            new("titel", null, l => l.Node.Titel),
            new("tab", null, l => l.Beroert is { } b ? Math.Round(b.Tab, 3) : 1),
            new("tillid", null, l => l.Beroert is { } b ? Math.Round(b.Tillid, 3) : null),
            new("afstand", null, l => l.Beroert?.Afstand),
            new("vej", null, l => l.Beroert is { } b ? string.Join(" → ", b.Stier[0].Nodes.Select(n => n.Titel)) : null),
            new(Listing.Key, null, l => l.Node.Key)
        );

    private static Listing Dates(Paavirkningssvar svar) =>
        Listing.Of<Datoaendring>(
            "datoer",
            svar.Datoer,
            new("dato", null, d => d.Aarsag == Datoaarsag.Flyttet ? "flyttet" : "konflikt"),
            new("knude", null, d => d.Node.Titel),
            new("før", null, d => d.Foer.Tekst),
            new("efter", null, d => d.Efter.Tekst),
            new("forklaring", null, d => d.Forklaring)
        );

    private static void Summarize(ParseResult parsed, Paavirkningssvar svar)
    {
        var counts = string.Join(
            ", ",
            svar.Beroerte.GroupBy(b => b.Konsekvens).OrderBy(g => g.Key).Select(g => $"{g.Count()} {NodeJson.Code(g.Key)}")
        );
        Messages.Say(
            parsed,
            $"{svar.Bortfaldne.Count} falder{(counts.Length > 0 ? $", {counts}" : "; intet andet røres")}. Indeni: "
                + string.Join(
                    ", ",
                    new[]
                    {
                        (svar.Indeni.Milepaele, NodeKind.Milepael),
                        (svar.Indeni.Opfoelgninger, NodeKind.Opfoelgning),
                        (svar.Indeni.Dokumentation, NodeKind.Dokumentation),
                        (svar.Indeni.Maalinger, NodeKind.Maaling),
                        (svar.Indeni.Indikatorer, NodeKind.Indikator),
                    }.Select(p => $"{p.Item1.Count} {(p.Item1.Count == 1 ? p.Item2.Info().Navn : p.Item2.Info().Flertal)}")
                )
                + "."
        );
    }

    /// <summary>A row: what falls, or what is touched.</summary>
    private sealed record Line(Node Node, Beroert? Beroert);
}
