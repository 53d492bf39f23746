using System.CommandLine;
using Effektkaeder.Cli.Options;
using Effektkaeder.Cli.Output;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Cli.Commands;

internal static class ShowCommand
{
    public static Command Build()
    {
        var which = new Argument<string>("KNUDE") { Description = "Nøgle, id eller tekst, der passer til én titel." };
        var output = SharedOptions.Output("table", "json", "csv");
        var command = new Command("show", "Viser én knude: ordene, felterne, og alt den hænger sammen med.") { which, output };
        HelpAction.Examples(command, "effekt show Udsattepolitikken", "effekt show slagelse/indsats/udsatteomraadet --output json");
        command.SetAction(
            async (parsed, ct) =>
            {
                await using var store = await NamedStore.OpenAsync(parsed, ct);
                var graph = await store.NewestAsync(ct);
                var node = await NamedNode.FindAsync(graph, parsed.GetValue(which)!, [], ct);
                var around = await graph.ExpandAsync(new([node.Key], new([], Direction.Either, []), null, [], Page.Everything), ct);
                Tell(parsed, node, around[0].Items, parsed.GetValue(output)!);
                return ExitCode.Good;
            }
        );
        return command;
    }

    private static void Tell(ParseResult parsed, Node node, IReadOnlyList<Neighbour> around, string form)
    {
        if (form == "table")
        {
            Facts(parsed, node);
        }

        Rows.Of(
                around
                    .OrderBy(n => n.Edge.Type)
                    .ThenBy(n => n.Edge.From == node.Key ? 0 : 1)
                    .ThenBy(n => n.Node.Key, StringComparer.Ordinal),
                ("kant", n => n.Edge.Type.Info().Code),
                ("vej", n => n.Edge.From == node.Key ? "ud" : "ind"),
                ("slags", n => n.Node.Kind.Info().Navn),
                ("titel", n => n.Node.Titel),
                ("tillid", n => n.Edge.Tillid),
                ("nøgle", n => n.Node.Key)
            )
            .Write(parsed, form, Json(node, around));
    }

    private static void Facts(ParseResult parsed, Node node)
    {
        var content = node.Indhold;
        var facts = new List<(string Name, string? Value)>
        {
            ("titel", node.Titel),
            ("slags", node.Kind.Info().Navn + (content.Art is { } art ? $" ({art})" : "")),
            ("nøgle", node.Key),
            ("center", node.Vist.Center),
            ("nævnt", node.Henvist ? "kun nævnt, ikke indlæst" : null),
            ("betinget", content.Betinget),
            ("tekst", content.Tekst == node.Titel ? null : content.Tekst),
        };
        facts.AddRange(content.Tider.Select(t => ("tid", (string?)t.Tekst)));
        facts.AddRange(content.Egenskaber.Select(e => (e.Navn, (string?)e.Vaerdi)));
        facts.AddRange(node.Udsagn.SelectMany(u => u.Felter).Select(f => (f.Label, (string?)f.Tekst)));
        facts.AddRange(node.Vist.Herkomst.Select(h => ("sted", (string?)$"{h.Dokument}:{h.Linje}")));
        Rows.Of(facts.Where(f => !string.IsNullOrEmpty(f.Value)), ("", f => f.Name), (" ", f => f.Value)).Write(parsed, "table", node);
        Console.Out.WriteLine();
    }

    private static object Json(Node node, IReadOnlyList<Neighbour> around) =>
        new
        {
            key = node.Key,
            kind = node.Kind.Info().Code,
            title = node.Titel,
            text = node.Indhold.Tekst,
            kommune = node.Kommune,
            centre = node.Vist.Center,
            onlyNamed = node.Henvist,
            times = node.Indhold.Tider.Select(t => new
            {
                text = t.Tekst,
                from = t.Fra,
                to = t.Til,
            }),
            properties = node.Indhold.Egenskaber.ToDictionary(e => e.Navn, e => e.Vaerdi),
            fields = node.Udsagn.SelectMany(u => u.Felter).Select(f => new { label = f.Label, text = f.Tekst }),
            places = node.Vist.Herkomst.Select(h => new { document = h.Dokument, line = h.Linje }),
            edges = around.Select(n => new
            {
                type = n.Edge.Type.Info().Code,
                direction = n.Edge.From == node.Key ? "out" : "in",
                key = n.Node.Key,
                kind = n.Node.Kind.Info().Code,
                title = n.Node.Titel,
                certainty = n.Edge.Tillid,
            }),
        };
}
