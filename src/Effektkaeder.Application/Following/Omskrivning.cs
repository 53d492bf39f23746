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
}
