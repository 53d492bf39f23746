using Effektkaeder.Analysis.Kontrol;
using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Web.Lists;

/// <summary>
/// What findings are ordered by: <c>alvor</c>, or the other way round <c>-alvor</c>. What has none comes last either way.
/// </summary>
public sealed record FindingOrder(string By, bool Descending)
{
    public const string Alvor = "alvor",
        Kontrol = "kontrol",
        Center = "center",
        Sted = "sted";

    /// <exception cref="UnknownChoiceException">There is no such order.</exception>
    public static FindingOrder? Read(string text) =>
        text.Length == 0 ? null
        : text.TrimStart('-') is var by && by is Alvor or Kontrol or Center or Sted ? new(by, text[0] == '-')
        : throw new UnknownChoiceException($"Ordenen »{text}«");

    /// <summary>The centre that a finding is of; null where it is of none.</summary>
    public static string? CenterOf(Fund fund) => fund.Node.Kind == NodeKind.Organisation ? fund.Node.Key : fund.Node.Vist.Center;

    public async Task<IEnumerable<Fund>> OfAsync(IReadOnlyList<Fund> fund, IGraph graph, CancellationToken ct)
    {
        var centres = By == Center ? await NamesAsync(fund, graph, ct) : [];
        var names = Kontroller.Alle.ToDictionary(r => r.Kode, r => SortKey.Of(r.Navn), StringComparer.Ordinal);
        Func<Fund, string?> key = By switch
        {
            Alvor => f => $"{(int)f.Alvor}",
            Kontrol => f => names[f.Kode],
            Center => f => CenterOf(f) is { } center ? centres.GetValueOrDefault(center, center) : null,
            _ => f => f.Sted is { } sted ? $"{sted.Dokument}\n{sted.Linje:0000000}" : null,
        };
        var whole = fund.OrderBy(f => key(f) is null);
        return Descending ? whole.ThenByDescending(key, StringComparer.Ordinal) : whole.ThenBy(key, StringComparer.Ordinal);
    }

    /// <summary>As an address has it.</summary>
    public override string ToString() => Descending ? $"-{By}" : By;

    private static async Task<Dictionary<string, string>> NamesAsync(IEnumerable<Fund> fund, IGraph graph, CancellationToken ct)
    {
        var keys = fund.Select(CenterOf).OfType<string>().Distinct(StringComparer.Ordinal);
        return (await graph.NodesAsync([.. keys], ct)).ToDictionary(n => n.Key, n => SortKey.Of(n.Titel), StringComparer.Ordinal);
    }
}
