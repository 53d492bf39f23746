using System.Text;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace Effektkaeder.Cli.Assistants;

/// <summary>The agreements as resources: what each states, kind by kind, with keys and the words that it rests on.</summary>
internal static class AgreementResources
{
    private const string Scheme = "aftale:///",
        Markdown = "text/markdown";

    public static async ValueTask<ListResourcesResult> ListAsync(IGraphStore store, CancellationToken ct)
    {
        var graph = await store.NewestAsync(ct);
        var filter = new NodeFilter.All([new NodeFilter.KindIn([NodeKind.Aftale]), new NodeFilter.Flag(FlagField.Henvist, false)]);
        var agreements = (await graph.QueryAsync(new(filter, [new(OrderField.Titel)], Page.Everything), ct)).Items;
        return new()
        {
            Resources =
            [
                .. agreements.Select(a => new Resource
                {
                    Uri = Scheme + a.Key,
                    Name = a.Key,
                    Title = a.Titel,
                    MimeType = Markdown,
                    Description = $"{a.Kommune}, {a.Indhold[Egenskaber.PeriodeFra]} til {a.Indhold[Egenskaber.PeriodeTil]}",
                }),
            ],
        };
    }

    public static async ValueTask<ReadResourceResult> ReadAsync(IGraphStore store, string uri, CancellationToken ct)
    {
        var graph = await store.NewestAsync(ct);
        var key = uri.StartsWith(Scheme, StringComparison.Ordinal) ? Uri.UnescapeDataString(uri[Scheme.Length..]) : "";
        if ((await graph.NodesAsync([key], ct)).FirstOrDefault(n => n.Kind == NodeKind.Aftale) is not { } agreement)
        {
            throw new McpException($"Der er ingen aftale »{uri}«.");
        }

        var (nodes, _) = await graph.StatedByAsync(key, ct);
        return new()
        {
            Contents =
            [
                new TextResourceContents
                {
                    Uri = uri,
                    MimeType = Markdown,
                    Text = Text(agreement, nodes),
                },
            ],
        };
    }

    private static string Text(Node agreement, IEnumerable<Node> nodes)
    {
        var text = new StringBuilder($"# {agreement.Titel}\n\n`{agreement.Key}`\n");
        foreach (
            var kind in nodes.Where(n => n.Key != agreement.Key).GroupBy(n => n.Kind).OrderBy(g => g.Key.LevelOrder()).ThenBy(g => g.Key)
        )
        {
            text.Append($"\n## {kind.Key.Info().Flertal}\n\n");
            foreach (var node in kind)
            {
                var said = node.Udsagn.First(u => u.Aftale == agreement.Key);
                text.Append($"- {said.Indhold.Tekst.ReplaceLineEndings(" ")} (`{node.Key}`");
                text.Append(said.Herkomst is [var place, ..] ? $", {place.Dokument}:{place.Linje})\n" : ")\n");
            }
        }

        return text.ToString();
    }
}
