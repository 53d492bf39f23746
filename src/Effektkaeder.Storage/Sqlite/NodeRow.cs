using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;

namespace Effektkaeder.Storage.Sqlite;

/// <summary>What a node's row holds besides the node itself.</summary>
internal sealed record NodeRow(
    Node Node,
    string TitelFold,
    string TekstFold,
    string TitelOrd,
    string Ord,
    string Sort,
    IReadOnlyList<(string First, string Last)> Days,
    string Body
)
{
    public static NodeRow Of(Node node)
    {
        var (indhold, words) = (node.Indhold, Soegeord.Of(node.Indhold.Titel));
        return new(
            node,
            Fold.Of(indhold.Titel),
            Fold.Of(indhold.Tekst),
            words,
            $"{words} {Soegeord.Of(indhold.Tekst)} {string.Join(' ', indhold.Aliaser.Select(Soegeord.Of))}",
            Domain.Tekst.SortKey.Of(indhold.Titel),
            [
                .. indhold
                    .Tider.Where(t => t.Fra is not null || t.Til is not null)
                    .Select(t => (Day(t.Fra, "0001-01-01"), Day(t.Til, "9999-12-31"))),
            ],
            ElementBodies.Write(node)
        );
    }

    private static string Day(DateOnly? day, string open) => day is { } d ? SqlBuilder.Day(d) : open;
}
