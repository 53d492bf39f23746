using System.CommandLine;
using System.Globalization;
using System.Text;
using Effektkaeder.Application;
using Effektkaeder.Application.Asking;
using Effektkaeder.Cli.Naming;
using Effektkaeder.Cli.Options;
using Effektkaeder.Cli.Output;
using Effektkaeder.Diagram.Export;
using Effektkaeder.Diagram.Scenes;
using Effektkaeder.Diagram.Svg;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Cli.Commands;

internal static class DrawCommand
{
    private static readonly string[] Formats = ["svg", "png", "pdf", "html", "drawio", "docx"];

    public static Command Build()
    {
        var scene = new Argument<string>("SCENE")
        {
            Description =
                "effektkaede, center, overblik, maalbillede, politik, paavirkning, koblinger, forskel, tidslinje eller "
                + "bilag (effektkæden for hvert bidrag i en aftale).",
        };
        scene.AcceptOnlyFromAmong([.. Enum.GetNames<Scene>().Select(n => n.ToLowerInvariant()), DrawAppendix.Name]);
        var nodes = new Argument<string[]>("KNUDE")
        {
            Description =
                "Knuden; ved paavirkning ændringerne, som i »effekt impact«; ved tidslinje et center, eller intet for alle; "
                + "ved forskel to aftaler, eller intet med --from.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var from = new Option<long?>("--from") { Description = "Ved forskel: den tidligste revision.", HelpName = "TAL" };
        var to = new Option<long?>("--to")
        {
            Description = "Tegn grafen, som den var ved denne revision; ved forskel den seneste af de to.",
            HelpName = "TAL",
        };
        var format = new Option<string?>("--format")
        {
            Description = $"{string.Join(", ", Formats)}; ellers efter filens endelse, ellers svg.",
            HelpName = "FORM",
        };
        format.AcceptOnlyFromAmong(Formats);
        var page = new Option<string?>("--page")
        {
            Description = "Ved pdf og svg: fordel tegningen på ark af denne størrelse, A4 eller A3; svg bliver en fil for hvert ark.",
            HelpName = "ARK",
        };
        page.AcceptOnlyFromAmong([.. PageSize.All.SelectMany(p => new[] { p.Name, p.Name.ToLowerInvariant() })]);
        var couplings = new Option<bool>("--couplings")
        {
            Description = "Ved overblik: en streg for hver kobling i stedet for én mellem to centre.",
        };
        var today = new Option<string?>("--today")
        {
            Description = "Ved tidslinje: dagen, der markeres, som ÅÅÅÅ-MM-DD; ellers i dag.",
            HelpName = "DAG",
        };
        today.Validators.Add(r =>
        {
            if (
                r.GetValueOrDefault<string?>() is { } day
                && !DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, 0, out _)
            )
            {
                r.AddError($"--today skal være en dag som 2026-03-01, ikke »{day}«.");
            }
        });
        var scenario = new Option<string?>("--scenario")
        {
            Description = "Ved paavirkning: et scenarie i stedet for ændringer.",
            HelpName = "NAVN",
        };
        var file = SharedOptions.OutFile();
        var command = new Command("draw", "Tegner et diagram som SVG, PNG, PDF, HTML eller til draw.io.")
        {
            scene,
            nodes,
            from,
            to,
            format,
            page,
            couplings,
            today,
            scenario,
            file,
        };
        var look = LookOptions.On(command);
        HelpAction.Examples(
            command,
            "effekt draw overblik --out overblik.svg",
            "effekt draw effektkaede \"Branding\" > kaede.svg",
            "effekt draw maalbillede --out maalbillede.pdf --page A3",
            "effekt draw politik \"Udsattepolitikken\" --out politik.pdf",
            "effekt draw bilag \"Målaftale 2016-18, Socialpsykiatrien og Center for Afhængighed\" --out bilag.docx",
            "effekt draw paavirkning \"Udsattepolitikken=bortfalder\" --out p.png",
            "effekt draw forskel --from 1 --to 2 --out forskel.html",
            "effekt draw forskel \"Udviklingsaftale 2025, Center A\" \"Udviklingsaftale 2026, Center A\" --out aar.pdf",
            "effekt draw tidslinje --out tid.pdf --page A4",
            "effekt draw overblik --out plakat.svg --page A3"
        );
        command.SetAction(
            async (parsed, ct) =>
            {
                var named = parsed.GetValue(nodes)!;
                var form = parsed.GetValue(format) ?? OutFile.EndingOf(parsed.GetValue(file), Formats, "svg", "--format");
                if (parsed.GetValue(scene) == DrawAppendix.Name)
                {
                    await using var kept = await NamedStore.OpenAsync(parsed, ct);
                    var stated = await kept.LookAtAsync(Seen(parsed.GetValue(to)), ct);
                    await DrawAppendix.RunAsync(stated, named, form, parsed.GetValue(page), parsed.GetValue(file), ct);
                    return ExitCode.Good;
                }

                if (form == "docx")
                {
                    throw new UsageException("docx hører til »effekt draw bilag«.");
                }

                var which = Enum.Parse<Scene>(parsed.GetValue(scene)!, ignoreCase: true);
                if (parsed.GetValue(page) is not null && form is not ("pdf" or "svg"))
                {
                    throw new UsageException("--page hører til pdf og svg. Skriv --format pdf, eller giv filen endelsen .pdf.");
                }

                await using var store = await NamedStore.OpenAsync(parsed, ct);
                if (parsed.GetValue(scenario) is { } thought)
                {
                    named =
                        which == Scene.Paavirkning && named.Length == 0
                            ? [.. (await ScenarioCommand.FindAsync(store, thought, ct)).Changes]
                            : throw new UsageException("--scenario hører til »effekt draw paavirkning« uden ændringer.");
                }

                Check(which, named, parsed.GetValue(from), parsed.GetValue(to));
                var graph = await store.LookAtAsync(Seen(parsed.GetValue(to)), ct);
                var foer = parsed.GetValue(from) is { } number ? await store.LookAtAsync(Seen(number), ct) : null;
                if (foer?.Revision >= graph.Revision)
                {
                    throw new UsageException("--from skal være en tidligere revision end --to.");
                }

                var question = await QuestionAsync(graph, which, named, foer, ct);
                question = question with { IDag = Today(parsed.GetValue(today)), Koblinger = parsed.GetValue(couplings) };
                if (form == "drawio")
                {
                    var text = await new DrawDiagram(graph).DrawIoAsync(question, ct);
                    OutFile.Write(parsed.GetValue(file), stream => stream.Write(Encoding.UTF8.GetBytes(text)));
                    return ExitCode.Good;
                }
                var drawing = await new DrawDiagram(graph).DrawAsync(question, ct);
                if (form == "svg" && parsed.GetValue(page) is { } sheet)
                {
                    foreach (var (name, svg) in Sheeted(parsed.GetValue(file), Sheets.Svg(drawing, PageSize.Find(sheet)!)))
                    {
                        OutFile.Write(name, stream => stream.Write(Encoding.UTF8.GetBytes(svg)));
                    }
                }
                else
                {
                    OutFile.Write(parsed.GetValue(file), stream => stream.Write(Bytes(drawing, form, parsed.GetValue(page))));
                }

                if (drawing.Folded > 0)
                {
                    Messages.Say(parsed, $"{drawing.Folded} led er foldet sammen.");
                }

                return ExitCode.Good;

                Udsyn Seen(long? revision) => revision is null ? look.Of(parsed) : look.Of(parsed) with { Revision = revision };
            }
        );
        return command;
    }

    /// <summary>"kort.svg" in three sheets is kort-1.svg, kort-2.svg and kort-3.svg.</summary>
    private static IEnumerable<(string? Name, string Svg)> Sheeted(string? file, IReadOnlyList<string> sheets)
    {
        if (sheets.Count == 1)
        {
            return [(file, sheets[0])];
        }

        if (file is null)
        {
            throw new UsageException(
                $"Tegningen fylder {sheets.Count} ark, og svg har ét ark i hver fil. Giv filen et navn med --out, eller skriv --format pdf."
            );
        }

        return sheets.Select(
            (svg, i) =>
                (
                    (string?)
                        Path.Combine(
                            Path.GetDirectoryName(file) ?? "",
                            $"{Path.GetFileNameWithoutExtension(file)}-{i + 1}{Path.GetExtension(file)}"
                        ),
                    svg
                )
        );
    }

    private static void Check(Scene which, string[] named, long? from, long? to)
    {
        var scene = which.ToString().ToLowerInvariant();
        if (which is Scene.Effektkaede or Scene.Center or Scene.Politik && named.Length != 1)
        {
            throw new UsageException($"»effekt draw {scene}« tager én knude.");
        }

        if (which == Scene.Paavirkning && named.Length == 0)
        {
            throw new UsageException("»effekt draw paavirkning« tager mindst én ændring.");
        }

        if (which == Scene.Tidslinje && named.Length > 1)
        {
            throw new UsageException("»effekt draw tidslinje« tager højst ét center.");
        }

        if (which is Scene.Overblik or Scene.Maalbillede or Scene.Koblinger && named.Length > 0)
        {
            throw new UsageException($"»effekt draw {scene}« tager ingen knude.");
        }

        if (which == Scene.Forskel && (named.Length is not (0 or 2) || named.Length == 0 == from is null))
        {
            throw new UsageException(
                "»effekt draw forskel« skal have --from og gerne --to, eller to aftaler. "
                    + "Se »effekt list revisions« og »effekt list agreements«."
            );
        }

        if (which != Scene.Forskel && from is not null)
        {
            throw new UsageException("--from hører til »effekt draw forskel«.");
        }
    }

    private static async Task<DiagramQuestion> QuestionAsync(IGraph graph, Scene which, string[] named, IGraph? foer, CancellationToken ct)
    {
        if (which == Scene.Paavirkning)
        {
            var changes = await NamedNode.ChangesAsync(graph, named, ct);
            return new(which, Svar: await new AskImpact(graph).AskAsync(changes, new(), ct));
        }

        if (which == Scene.Forskel && named.Length == 2)
        {
            var fra = await NamedNode.FindAsync(graph, named[0], [NodeKind.Aftale], ct);
            var til = await NamedNode.FindAsync(graph, named[1], [NodeKind.Aftale], ct);
            return new(which, Aftaler: (fra.Key, til.Key));
        }

        IReadOnlyList<NodeKind> kinds = which switch
        {
            Scene.Center or Scene.Tidslinje => [NodeKind.Organisation],
            Scene.Politik => [NodeKind.Politik, NodeKind.PolitiskMaal, NodeKind.Vision],
            _ => [],
        };
        var node =
            which is Scene.Effektkaede or Scene.Center or Scene.Politik or Scene.Tidslinje && named.Length == 1
                ? (await NamedNode.FindAsync(graph, named[0], kinds, ct)).Key
                : null;
        return new(which, node, Foer: foer);
    }

    /// <summary>The one place where the clock is asked.</summary>
    private static DateOnly Today(string? given) =>
        given is null
            ? DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime)
            : DateOnly.ParseExact(given, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static byte[] Bytes(Drawing drawing, string form, string? page)
    {
        try
        {
            return form switch
            {
                "png" => Raster.Png(drawing),
                "pdf" => Raster.Pdf(drawing, page is null ? null : PageSize.Find(page)),
                "html" => Encoding.UTF8.GetBytes(Html.Write(drawing)),
                _ => Encoding.UTF8.GetBytes(drawing.Svg),
            };
        }
        catch (RasterException e)
        {
            throw new SceneException(e.Message);
        }
    }
}
