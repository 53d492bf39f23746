using System.CommandLine;
using System.Text;
using Effektkaeder.Analysis;
using Effektkaeder.Application;
using Effektkaeder.Cli.Naming;
using Effektkaeder.Cli.Options;
using Effektkaeder.Cli.Output;
using Effektkaeder.Diagram;
using Effektkaeder.Diagram.Export;
using Effektkaeder.Domain;
using Effektkaeder.Exchange;
using Effektkaeder.Exchange.StratMl;

namespace Effektkaeder.Cli.Commands;

internal static class ExportCommand
{
    private const string Zip = "neo4j-csv",
        StratMl = "stratml",
        StratMl2 = "stratml2";

    private static readonly Dictionary<string, Action<Graf, Stream>> Forms = new(StringComparer.Ordinal)
    {
        ["json"] = GrafJson.Write,
        ["graphml"] = GraphMl.Write,
        ["gexf"] = Gexf.Write,
        ["cytoscape"] = CytoscapeJson.Write,
        ["dot"] = (graf, stream) => stream.Write(Encoding.UTF8.GetBytes(Dot.Write(graf))),
        ["drawio"] = (graf, stream) =>
            stream.Write(Encoding.UTF8.GetBytes(DrawIo.Write(Diagrams.Whole(Udsnit.Of(graf.Nodes, graf.Edges), revision: 0)))),
        ["cypher"] = CypherScript.Write,
        [Zip] = Neo4jCsv.Write,
        [StratMl] = StratMlWriter.Part1,
        [StratMl2] = StratMlWriter.Part2,
        ["mermaid"] = (graf, stream) => stream.Write(Encoding.UTF8.GetBytes(Mermaid.Write(graf))),
    };

    public static Command Build()
    {
        var form = new Argument<string>("FORM") { Description = $"{string.Join(", ", Forms.Keys)}." };
        form.AcceptOnlyFromAmong([.. Forms.Keys]);
        var file = SharedOptions.OutFile();
        var kommune = new Option<string?>("--kommune", "-k") { Description = "Kun denne kommune.", HelpName = "NAVN" };
        var agreement = new Option<string?>("--agreement") { Description = "Kun det, som denne aftale angiver.", HelpName = "AFTALE" };
        var command = new Command(
            "export",
            "Skriver hele grafen, en kommune eller en aftale. Samme graf giver de samme bytes. stratml er ISO 17469-1, stratml2 -2."
        )
        {
            form,
            kommune,
            agreement,
            file,
        };
        var look = LookOptions.On(command);
        HelpAction.Examples(
            command,
            "effekt export json --out graf.json",
            "effekt export dot | dot -Tsvg > graf.svg",
            "effekt export graphml --revision 3",
            "effekt export cypher | cypher-shell -u neo4j",
            "effekt export neo4j-csv --out graf.zip",
            "effekt export json --valid 2017",
            "effekt export stratml2 --agreement \"Udviklingsaftale 2025, Center for Børn og Unge\" --out plan.xml"
        );
        command.SetAction(
            async (parsed, ct) =>
            {
                if (parsed.GetValue(form) == Zip && parsed.GetValue(file) is null && !Console.IsOutputRedirected)
                {
                    Messages.Say(parsed, "neo4j-csv er en zip med flere filer: nævn den med --out graf.zip.");
                    return ExitCode.WrongUse;
                }

                await using var store = await NamedStore.OpenAsync(parsed, ct);
                var graph = await look.KommuneAsync(parsed, store, parsed.GetValue(kommune), ct);
                var aftale = parsed.GetValue(agreement) is { } text ? await NamedNode.FindAsync(graph, text, [NodeKind.Aftale], ct) : null;
                var reader = new ReadGraph(graph);
                var graf = await (aftale is null ? reader.ReadAsync(ct) : reader.StatedAsync(aftale.Key, ct));
                try
                {
                    if (parsed.GetValue(form) is StratMl or StratMl2 && StratMlWriter.LeftOut(graf) is { } left)
                    {
                        Messages.Say(parsed, left);
                    }

                    OutFile.Write(parsed.GetValue(file), stream => Forms[parsed.GetValue(form)!](graf, stream));
                }
                catch (FormatException e)
                {
                    throw new UsageException($"{e.Message} Se --kommune og --agreement.");
                }

                if (parsed.GetValue(form) == "mermaid" && Mermaid.Warning(graf) is { } warning)
                {
                    Messages.Say(parsed, warning);
                }

                return ExitCode.Good;
            }
        );
        return command;
    }
}
