using Effektkaeder.Analysis;
using Effektkaeder.Domain.Tekst;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Storage.Memory;

/// <summary>The closed query model's filters as tests of a node by its number.</summary>
internal sealed class NodeTests(Udsnit graph, Around around)
{
    private readonly Lazy<string?[]> _titles = new(() => new string?[graph.Nodes.Count]),
        _texts = new(() => new string?[graph.Nodes.Count]);

    /// <summary>Whether a filter asks for what stands in the elements alone.</summary>
    public static bool ReadsElements(NodeFilter? filter) =>
        filter switch
        {
            NodeFilter.All several => several.Filters.Any(ReadsElements),
            NodeFilter.Any any => any.Filters.Any(ReadsElements),
            NodeFilter.Not not => ReadsElements(not.Filter),
            NodeFilter.Text text => text.Field is TextField.Titel or TextField.Tekst,
            NodeFilter.Overlaps => true,
            _ => false,
        };

    /// <param name="pace">Of the question that asks.</param>
    public Func<int, bool> Of(NodeFilter? filter, Pace pace)
    {
        switch (filter)
        {
            case null:
                return _ => true;
            case NodeFilter.All several:
                {
                    var tests = several.Filters.Select(f => Of(f, pace)).ToArray();
                    return i => Array.TrueForAll(tests, t => t(i));
                }
            case NodeFilter.Any any:
                {
                    var tests = any.Filters.Select(f => Of(f, pace)).ToArray();
                    return i => Array.Exists(tests, t => t(i));
                }
            case NodeFilter.Not not:
                {
                    var test = Of(not.Filter, pace);
                    return i => !test(i);
                }
            case NodeFilter.KindIn kinds:
                {
                    var wanted = kinds.Kinds.ToHashSet();
                    return i => wanted.Contains(graph.KindOf(i));
                }
            case NodeFilter.Flag flag:
                return i => ((graph.MaerkerOf(i) & flag.Field.Maerke()) != 0) == flag.Value;
            case NodeFilter.Text text:
                return Text(text);
            case NodeFilter.Overlaps overlaps:
                return i =>
                    graph
                        .Nodes[i]
                        .Indhold.Tider.Any(t =>
                            (t.Fra is not null || t.Til is not null)
                            && (t.Fra ?? DateOnly.MinValue) <= (overlaps.To ?? DateOnly.MaxValue)
                            && (t.Til ?? DateOnly.MaxValue) >= (overlaps.From ?? DateOnly.MinValue)
                        );
            case NodeFilter.Related related:
                {
                    var (test, step) = (Of(related.Filter, pace), new Step(related.Walk));
                    return Once(
                        related.Quantifier switch
                        {
                            Quantifier.Some => i => around.Of(i, step).Any(n => Passes(n.Node)),
                            Quantifier.None => i => !around.Of(i, step).Any(n => Passes(n.Node)),
                            _ => i => around.Of(i, step).All(n => Passes(n.Node)),
                        }
                    );

                    bool Passes(int i)
                    {
                        pace.Step();
                        return test(i);
                    }
                }
            default:
                throw new ArgumentOutOfRangeException(nameof(filter), filter, "Unknown filter");
        }
    }

    /// <summary>
    /// The test with each node tested once: inside another walk many lead to one node. So filters inside each other cost as many looks
    /// at an edge as they are deep, not the number of ways through the graph.
    /// </summary>
    private Func<int, bool> Once(Func<int, bool> test)
    {
        // 0 not known yet, 1 passes, 2 does not.
        var known = new byte[graph.Nodes.Count];
        return i =>
        {
            if (known[i] == 0)
            {
                known[i] = test(i) ? (byte)1 : (byte)2;
            }

            return known[i] == 1;
        };
    }

    private Func<int, bool> Text(NodeFilter.Text text)
    {
        if (text.Operator is TextOperator.Eq or TextOperator.In)
        {
            var (wanted, orNull) = (text.Values.OfType<string>().ToHashSet(StringComparer.Ordinal), text.Values.Contains(null));
            return i => Plain(i, text.Field) is { } value ? wanted.Contains(value) : orNull;
        }
        // Keys, slugs and arts are folded by what they are.
        if (text.Operator is TextOperator.Reads)
        {
            var readings = text.Values.OfType<string>().Select(Fold.Of).ToHashSet(StringComparer.Ordinal);
            return i => Value(i) is { } value && readings.Contains(value);
        }

        var part = Fold.Of(text.Values[0] ?? "");
        return text.Operator switch
        {
            TextOperator.Contains => i => Value(i)?.Contains(part, StringComparison.Ordinal) ?? false,
            TextOperator.StartsWith => i => Value(i)?.StartsWith(part, StringComparison.Ordinal) ?? false,
            _ => i => Value(i)?.EndsWith(part, StringComparison.Ordinal) ?? false,
        };

        string? Value(int i) =>
            text.Field switch
            {
                TextField.Titel => _titles.Value[i] ??= Fold.Of(graph.Nodes[i].Titel),
                TextField.Tekst => _texts.Value[i] ??= Fold.Of(graph.Nodes[i].Indhold.Tekst),
                _ => Plain(i, text.Field),
            };
    }

    private string? Plain(int i, TextField field) =>
        field switch
        {
            TextField.Key => graph.KeyOf(i),
            TextField.Titel => graph.Nodes[i].Titel,
            TextField.Tekst => graph.Nodes[i].Indhold.Tekst,
            TextField.Art => graph.ArtOf(i),
            TextField.Kommune => graph.KommuneOf(i),
            _ => graph.VistCenterOf(i),
        };
}
