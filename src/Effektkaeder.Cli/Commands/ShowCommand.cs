using System.CommandLine;
using Effektkaeder.Cli.Naming;
using Effektkaeder.Cli.Output;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Cli.Commands;

internal static class ShowCommand
{
    public static Command Build()
    {
        var which = new Argument<string>("KNUDE") { Description = "Nøgle, id eller tekst, der passer til én titel." };
        var command = new Command("show", "Viser én knude: ordene, felterne, og alt den hænger sammen med.") { which };
        var (look, form) = (LookOptions.On(command), AnswerForm.On(command));
        HelpAction.Examples(command, "effekt show Udsattepolitikken", "effekt show slagelse/indsats/udsatteomraadet --output json");
        command.SetAction(
            async (parsed, ct) =>
            {
                await using var store = await NamedStore.OpenAsync(parsed, ct);
                var graph = await look.GraphAsync(parsed, store, ct);
                var node = await NamedNode.FindAsync(graph, parsed.GetValue(which)!, [], ct);
                var around = await graph.ExpandAsync(new([node.Key], new([], Direction.Either, []), null, [], Page.Everything), ct);
                var edges = Edges(node, around[0].Items);
                form.Write(parsed, Json(node, around[0].Items), form.Of(parsed) == "csv" ? [edges] : [Facts(node), edges]);
                return ExitCode.Good;
            }
        );
        return command;
    }

    private static Listing Edges(Node node, IReadOnlyList<Neighbour> around) =>
        Listing.Of<Neighbour>(
            "kanter",
            around.OrderBy(n => n.Edge.Type).ThenBy(n => n.Edge.From == node.Key ? 0 : 1).ThenBy(n => n.Node.Key, StringComparer.Ordinal),
            new("kant", null, n => n.Edge.Type.Info().Code),
            new("vej", null, n => n.Edge.From == node.Key ? "ud" : "ind"),
            new("slags", null, n => n.Node.Kind.Info().Navn),
            new("titel", null, n => n.Node.Titel),
            new("tillid", null, n => n.Edge.Tillid),
            new(Listing.Key, null, n => n.Node.Key)
        );

    private static Listing Facts(Node node)
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
        return Listing.Of<(string Name, string? Value)>(
            "knuden",
            facts.Where(f => !string.IsNullOrEmpty(f.Value)),
            new("hvad", null, f => f.Name),
            new("værdi", null, f => f.Value)
        );
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
            times = node.Indhold.Tider.Select(NodeJson.Time),
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
