using System.CommandLine;
using Effektkaeder.Analysis.Paavirkning;
using Effektkaeder.Application;
using Effektkaeder.Cli.Options;
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
        var output = SharedOptions.Output("table", "json", "csv");
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
            output,
        };
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
                var graph = await store.NewestAsync(ct);
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
                if (parsed.GetValue(explain) && parsed.GetValue(output) == "table")
                {
                    Explain(svar);
                }
                else
                {
                    Tell(parsed, svar, parsed.GetValue(output)!);
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

    private static void Tell(ParseResult parsed, Paavirkningssvar svar, string form)
    {
        Rows.Of(
                svar.Bortfaldne.Select(n => new Line(n, null)).Concat(svar.Beroerte.Select(b => new Line(b.Node, b))),
                ("konsekvens", l => l.Beroert is { } b ? Code(b.Konsekvens) : "BORTFALDER"),
                ("slags", l => l.Node.Kind.Info().Navn),
                ("titel", l => l.Node.Titel),
                ("tab", l => l.Beroert is { } b ? Math.Round(b.Tab, 3) : 1),
                ("tillid", l => l.Beroert is { } b ? Math.Round(b.Tillid, 3) : null),
                ("afstand", l => l.Beroert?.Afstand),
                ("vej", l => l.Beroert is { } b ? string.Join(" → ", b.Stier[0].Nodes.Select(n => n.Titel)) : null),
                ("nøgle", l => l.Node.Key)
            )
            .Write(parsed, form, Json(svar));
        if (form == "csv")
        {
            return;
        }

        if (form == "table" && svar.Datoer.Count > 0)
        {
            Console.Out.WriteLine();
            Rows.Of(
                    svar.Datoer,
                    ("dato", d => d.Aarsag == Datoaarsag.Flyttet ? "flyttet" : "konflikt"),
                    ("knude", d => d.Node.Titel),
                    ("før", d => d.Foer.Tekst),
                    ("efter", d => d.Efter.Tekst),
                    ("forklaring", d => d.Forklaring)
                )
                .Write(parsed, form, svar);
        }
        var counts = string.Join(
            ", ",
            svar.Beroerte.GroupBy(b => b.Konsekvens).OrderBy(g => g.Key).Select(g => $"{g.Count()} {Code(g.Key)}")
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

    private static object Json(Paavirkningssvar svar) =>
        new
        {
            changed = svar.Aendrede.Select(a => new
            {
                key = a.Node.Key,
                title = a.Node.Titel,
                change = Code(a.Aendring.Art),
                duration = a.Aendring.Varighed?.ToString(),
            }),
            explanation = svar.Forklaring,
            dropped = svar.Bortfaldne.Select(Short),
            affected = svar.Beroerte.Select(b => new
            {
                key = b.Node.Key,
                kind = b.Node.Kind.Info().Code,
                title = b.Node.Titel,
                level = b.Node.Level,
                consequence = Code(b.Konsekvens),
                support = b.Grundlag,
                loss = b.Tab,
                certainty = b.Tillid,
                distance = b.Afstand,
                directness = Code(b.Direkthed),
                edgeTypes = b.Kanttyper.Select(t => t.Info().Code),
                paths = b.Stier.Select(s => s.Nodes.Select(n => n.Key)),
                morePaths = b.StierAfkortet,
                explanation = b.Forklaring,
            }),
            dates = svar.Datoer.Select(d => new
            {
                key = d.Node.Key,
                title = d.Node.Titel,
                reason = Code(d.Aarsag),
                before = Time(d.Foer),
                after = Time(d.Efter),
                against = d.Modpart?.Key,
                explanation = d.Forklaring,
            }),
            inside = new
            {
                milestones = svar.Indeni.Milepaele.Select(Short),
                followUps = svar.Indeni.Opfoelgninger.Select(Short),
                documentation = svar.Indeni.Dokumentation.Select(Short),
                measurements = svar.Indeni.Maalinger.Select(Short),
                indicators = svar.Indeni.Indikatorer.Select(Short),
            },
            byLevel = Groups(svar.EfterNiveau),
            byCentre = Groups(svar.EfterCenter),
            byAgreement = Groups(svar.EfterAftale),
            byResponsible = Groups(svar.EfterAnsvarlig),
        };

    private static object Short(Node node) =>
        new
        {
            key = node.Key,
            kind = node.Kind.Info().Code,
            title = node.Titel,
        };

    private static object Time(Domain.Tid.Tidsudtryk tid) =>
        new
        {
            text = tid.Tekst,
            from = tid.Fra,
            to = tid.Til,
        };

    private static object Groups(IEnumerable<Gruppe> groups) =>
        groups.Select(g => new
        {
            key = g.Noegle,
            name = g.Navn,
            nodes = g.Nodes.Select(b => b.Node.Key),
        });

    /// <summary>UPPER_SNAKE, as in GraphQL.</summary>
    private static string Code<T>(T value)
        where T : struct, Enum =>
        string.Concat(value.ToString().Select((c, i) => char.IsUpper(c) && i > 0 ? $"_{c}" : char.ToUpperInvariant(c).ToString()));
}
