using Effektkaeder.Analysis.Kontrol;
using Effektkaeder.Application;
using Effektkaeder.Application.Asking;
using Effektkaeder.Storage.Ports;
using Microsoft.AspNetCore.Http;

namespace Effektkaeder.Web.Lists;

/// <summary>Which findings an address asks for.</summary>
/// <param name="Graph">Of the municipality, where one is chosen.</param>
/// <param name="Code">Of this check alone; empty for all.</param>
/// <param name="Ansvarlig">Key of the organisation or role that answers for what is found; empty for all.</param>
/// <param name="Order">Null for the order that the checks have.</param>
public sealed record FindingChoice(
    IGraph Graph,
    string Code,
    string Kommune,
    Alvor? Grade,
    string Center,
    string Ansvarlig,
    FindingOrder? Order
)
{
    /// <exception cref="UnknownChoiceException">
    /// There is no such check, severity, order or municipality: else nothing would look like good news.
    /// </exception>
    public static async Task<FindingChoice> ReadAsync(IGraphStore store, IQueryCollection query, CancellationToken ct)
    {
        var (code, grade, kommune) = (query["kode"].ToString(), query["alvor"].ToString(), query["kommune"].ToString());
        if (code.Length > 0 && Kontroller.Alle.All(r => r.Kode != code))
        {
            throw new UnknownChoiceException($"Kontrollen »{code}«");
        }

        if (grade.Length > 0 && !Enum.GetNames<Alvor>().Contains(grade, StringComparer.OrdinalIgnoreCase))
        {
            throw new UnknownChoiceException($"Alvoren »{grade}«");
        }

        IGraph graph;
        try
        {
            graph = await store.LookAtAsync(new Udsyn(Kommune: kommune.Length == 0 ? null : kommune), ct);
        }
        catch (FormatException)
        {
            throw new UnknownChoiceException($"Kommunen »{kommune}«");
        }

        return new(
            graph,
            code,
            kommune,
            grade.Length == 0 ? null : Enum.Parse<Alvor>(grade, ignoreCase: true),
            query["center"].ToString(),
            query["ansvarlig"].ToString(),
            FindingOrder.Read(query["orden"].ToString())
        );
    }

    public async Task<IReadOnlyList<Fund>> FindAsync(CancellationToken ct)
    {
        var all = await new RunChecks(Graph).RunAsync(Code.Length == 0 ? [] : [Code], null, null, ct);
        var answered = await new FilterNodes(Graph).FindAsync(new(Ansvarlig: Ansvarlig.Length == 0 ? null : Ansvarlig), ct);
        List<Fund> chosen =
        [
            .. all.Where(f =>
                (Grade is null || f.Alvor == Grade)
                && (Center.Length == 0 || f.Node.Key == Center || f.Node.Udsagn.Any(u => u.Center == Center))
                && (answered is null || answered.Contains(f.Node.Key))
            ),
        ];
        return Order is null ? chosen : [.. await Order.OfAsync(chosen, Graph, ct)];
    }

    /// <summary>The same choice as an address has it, from the question mark on; empty for all there is.</summary>
    public string Query =>
        QueryString
            .Create(
                new Dictionary<string, string?>
                {
                    ["kommune"] = Kommune,
                    ["kode"] = Code,
                    ["alvor"] = Grade?.ToString().ToLowerInvariant(),
                    ["center"] = Center,
                    ["ansvarlig"] = Ansvarlig,
                    ["orden"] = Order?.ToString(),
                }.Where(p => p.Value is { Length: > 0 })
            )
            .Value
        ?? "";
}

/// <summary>An address chooses what there is not. The message is Danish.</summary>
/// <param name="what">"Kontrollen »X«".</param>
public sealed class UnknownChoiceException(string what) : Exception($"{what} findes ikke.")
{
    public string What => what;
}
