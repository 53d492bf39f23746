using System.Globalization;
using System.Text;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Storage.Memory;

/// <summary>A filter and an order as one text: equal texts mean equal questions.</summary>
internal static class FilterKey
{
    public static string Of(NodeFilter? filter, IReadOnlyList<Order> order)
    {
        var text = new StringBuilder();
        Write(text, filter);
        foreach (var term in order)
        {
            text.Append(';').Append((int)term.Field).Append(term.Descending ? '-' : '+');
        }

        return text.ToString();
    }

    /// <summary>The walk, the filter and the order of a question about neighbours.</summary>
    public static string Of(ExpandQuery query) =>
        $"{(int)query.Walk.Direction}{string.Join(',', query.Walk.Types.Select(t => (int)t))}/"
        + $"{string.Join(',', query.Walk.Kinds.Select(k => (int)k))}:{Of(query.Filter, query.Order)}";

    private static void Write(StringBuilder text, NodeFilter? filter)
    {
        switch (filter)
        {
            case null:
                text.Append('*');
                break;
            case NodeFilter.All several:
                Many(text, '&', several.Filters);
                break;
            case NodeFilter.Any any:
                Many(text, '|', any.Filters);
                break;
            case NodeFilter.Not not:
                text.Append('!');
                Write(text, not.Filter);
                break;
            case NodeFilter.KindIn kinds:
                text.Append('k').AppendJoin(',', kinds.Kinds.Select(k => (int)k)).Append('.');
                break;
            case NodeFilter.Flag flag:
                text.Append('f').Append((int)flag.Field).Append(flag.Value ? '+' : '-');
                break;
            case NodeFilter.Overlaps overlaps:
                text.Append('o').Append(Day(overlaps.From)).Append('/').Append(Day(overlaps.To)).Append('.');
                break;
            case NodeFilter.Text words:
                text.Append('t').Append((int)words.Field).Append(',').Append((int)words.Operator).Append('(');
                // The length before each value: no value can be read as the end of another.
                foreach (var value in words.Values)
                {
                    text.Append(value?.Length ?? -1).Append(':').Append(value);
                }

                text.Append(')');
                break;
            case NodeFilter.Related related:
                text.Append('r')
                    .Append((int)related.Quantifier)
                    .Append((int)related.Walk.Direction)
                    .AppendJoin(',', related.Walk.Types.Select(t => (int)t))
                    .Append('/')
                    .AppendJoin(',', related.Walk.Kinds.Select(k => (int)k))
                    .Append('(');
                Write(text, related.Filter);
                text.Append(')');
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(filter), filter, "Unknown filter");
        }
    }

    private static void Many(StringBuilder text, char sign, IReadOnlyList<NodeFilter> filters)
    {
        text.Append(sign).Append('(');
        foreach (var filter in filters)
        {
            Write(text, filter);
        }

        text.Append(')');
    }

    private static string Day(DateOnly? day) => day?.DayNumber.ToString(CultureInfo.InvariantCulture) ?? "";
}
