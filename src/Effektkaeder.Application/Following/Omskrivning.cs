using Effektkaeder.Domain;
using Effektkaeder.Domain.Tid;

namespace Effektkaeder.Application.Following;

/// <summary>How the agreement's own words are made to say something else.</summary>
internal static class Omskrivning
{
    /// <summary>"i november 2016" becomes "den 1. maj 2017", and the other way round.</summary>
    public static string Redated(string text, string before, Tidsudtryk after)
    {
        var at = text.IndexOf(before, StringComparison.Ordinal);
        var (head, tail) = (text[..at], text[(at + before.Length)..]);
        var isDay = after.Praecision == Praecision.Dag && after.Graense == Graense.Ingen;
        foreach (var (old, now) in isDay ? [(" i ", " den ")] : new[] { (" den ", " i "), (" d. ", " i ") })
        {
            if (head.EndsWith(old, StringComparison.Ordinal))
            {
                head = head[..^old.Length] + now;
            }
        }

        return head + after.Tekst + tail;
    }

    /// <summary>The first place of some words.</summary>
    public static string First(string text, string before, string after) =>
        text.IndexOf(before, StringComparison.Ordinal) is >= 0 and var at ? text[..at] + after + text[(at + before.Length)..] : text;

    /// <summary>A field whose words for one thing are others; its line goes where there are none.</summary>
    public static Feltvaerdi InField(Feltvaerdi field, string before, string? after)
    {
        if (!field.Tekst.Contains(before, StringComparison.Ordinal))
        {
            return field;
        }

        return field with
        {
            Tekst = after is not null
                ? First(field.Tekst, before, after)
                : string.Join('\n', field.Tekst.Split('\n').Where(l => l.Trim().TrimStart('-').Trim() != before.Trim())),
        };
    }

    /// <summary>A field with one more item: of its list, or a paragraph more.</summary>
    public static Feltvaerdi Longer(Feltvaerdi field, string text) =>
        field with
        {
            Status = Feltstatus.Vaerdi,
            Tekst =
                field.Tekst.Length == 0 ? text
                : field.Tekst.Split('\n')[^1].TrimStart().StartsWith("- ", StringComparison.Ordinal) ? $"{field.Tekst}\n- {text}"
                : $"{field.Tekst}\n{text}",
        };

    /// <summary>The fields of both forms that hold things of a kind.</summary>
    public static IReadOnlyList<string> Labels(NodeKind kind) =>
        kind switch
        {
            NodeKind.Milepael => ["Milepæle", "Deadline"],
            NodeKind.Indikator => ["Parametre", "Effektindikator"],
            NodeKind.Effekt => ["Effekt", "Mål"],
            NodeKind.Opfoelgning => ["Opfølgning"],
            NodeKind.Bidrag => ["Aktivitet"],
            _ => [],
        };
}
