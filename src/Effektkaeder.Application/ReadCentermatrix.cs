using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Effektkaeder.Analysis;
using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Application;

/// <summary>A column of the matrix: a centre, or null for what several centres state, or none.</summary>
public sealed record Centerkolonne(Node? Center, int Count);

/// <summary>How many nodes of a level a centre states.</summary>
public sealed record Centerfelt(KindInfo Level, Node? Center, int Count);

/// <summary>Two centres, in the columns' order, and what ties them: see <see cref="Centerkobling"/>.</summary>
public sealed record Centerbaand(Node? A, Node? B, IReadOnlyList<Edge> Koblinger, IReadOnlyList<Node> Shared);

/// <summary>The goal hierarchy at a glance: levels × centres, and centres × centres.</summary>
public sealed record Centermatrix(IReadOnlyList<Centerkolonne> Columns, IReadOnlyList<Centerfelt> Cells, IReadOnlyList<Centerbaand> Ties);

/// <summary>Reads the matrix of one municipality, or of all.</summary>
public sealed class ReadCentermatrix(IGraph graph)
{
    /// <summary>More than there are municipalities: whoever asks for others is not remembered.</summary>
    private const int MostKnown = 200;

    /// <summary>What has been worked out of a graph that is kept; gone with it.</summary>
    private static readonly ConditionalWeakTable<Udsnit, ConcurrentDictionary<string, Centermatrix>> Known = [];

    public async Task<Centermatrix> ReadAsync(string? kommune, CancellationToken ct)
    {
        var udsnit = await graph.SelectAsync(Selection.Whole, ct);
        var known = Known.GetValue(udsnit, _ => new(StringComparer.Ordinal));
        if (known.Count > MostKnown)
        {
            known.Clear();
        }

        return known.GetOrAdd(kommune ?? "", _ => Read(udsnit, kommune));
    }

    private static Centermatrix Read(Udsnit udsnit, string? kommune)
    {
        var byCenter = Enumerable
            .Range(0, udsnit.Nodes.Count)
            .Where(n => udsnit.KindOf(n).IsChain() && (kommune is null || udsnit.KommuneOf(n) == kommune))
            .ToLookup(n => udsnit.CenterOf(n) ?? "", udsnit.KindOf, StringComparer.Ordinal);
        var columns = byCenter
            .Select(g => new Centerkolonne(udsnit.Find(g.Key), g.Count()))
            .OrderBy(c => c.Center is not null)
            .ThenBy(c => c.Center?.Kommune, StringComparer.Ordinal)
            .ThenBy(c => SortKey.Of(c.Center?.Titel ?? ""), StringComparer.Ordinal)
            .ToList();
        var cells = columns.SelectMany(c =>
            NodeKinds.Levels.Select(level => new Centerfelt(level, c.Center, byCenter[c.Center?.Key ?? ""].Count(k => k == level.Kind)))
        );
        return new(columns, [.. cells], [.. Ties(udsnit, columns)]);
    }

    /// <summary>The ties between the columns' centres, in the columns' order.</summary>
    private static IEnumerable<Centerbaand> Ties(Udsnit udsnit, List<Centerkolonne> columns)
    {
        var places = columns
            .Select((c, place) => (c.Center, Place: place))
            .Where(c => c.Center is not null)
            .ToDictionary(c => c.Center!.Key, c => c.Place, StringComparer.Ordinal);
        return Centerkoblinger
            .Of(udsnit)
            .Where(k => places.ContainsKey(k.A) && places.ContainsKey(k.B))
            .Select(k => (First: Math.Min(places[k.A], places[k.B]), Last: Math.Max(places[k.A], places[k.B]), Tie: k))
            .OrderBy(k => (k.First, k.Last))
            .Select(k => new Centerbaand(columns[k.First].Center, columns[k.Last].Center, k.Tie.Kanter, k.Tie.Faelles));
    }
}
