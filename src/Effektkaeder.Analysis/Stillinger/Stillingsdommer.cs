using System.Text.RegularExpressions;
using Effektkaeder.Analysis.Opfoelgninger;
using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;

namespace Effektkaeder.Analysis.Stillinger;

/// <summary>
/// How the chain stands. An indicator by its numbers, held against the target its words name, or the way they say is better; what stands
/// above by the latest that is told of it: a held follow-up, or the worst of what stands below. What is not told is unknown.
/// </summary>
/// <param name="senest">What is measured or held after this day is not told yet; null for all.</param>
public sealed partial class Stillingsdommer(Udsnit udsnit, DateOnly? senest = null)
{
    private readonly Dictionary<string, Stilling> _known = new(StringComparer.Ordinal);

    public Stilling Of(Node node)
    {
        if (_known.TryGetValue(node.Key, out var known))
        {
            return known;
        }

        // A ring is met again before it is judged: what comes back to itself adds nothing.
        _known[node.Key] = Unknown(node, "står i ring");
        return _known[node.Key] = node.Kind == NodeKind.Indikator ? Indicator(node) : Above(node);
    }

    private Stilling Above(Node node)
    {
        var told = FollowUp(node);
        var below = udsnit
            .Children(node.Key)
            .Select(Of)
            .Where(s => s.Farve != Farve.Ukendt)
            .OrderByDescending(s => s.Farve)
            .ThenByDescending(s => s.Dag)
            .FirstOrDefault();
        if (below is null || (told is not null && (told.Dag ?? DateOnly.MaxValue) >= (below.Dag ?? DateOnly.MinValue)))
        {
            return told ?? Unknown(node, "ingen har meldt noget");
        }

        return new(node, below.Farve, $"»{below.Node.Titel}«: {below.Grund}", below.Dag, below.Kilde);
    }

    /// <summary>By the latest held follow-up whose words can be judged.</summary>
    private Stilling? FollowUp(Node node)
    {
        var held = udsnit
            .Targets(node.Key, EdgeType.FoelgesOp)
            .Where(o => Opfoelgningsskema.IsHeldBy(o, senest))
            .Select(o =>
                (
                    Node: o,
                    Day: o.Indhold.SidsteDag,
                    Dom: Konsekvensdommer.Of(Opfoelgningsskema.Vaerdi(o.Vist.Felter, Opfoelgningsskema.Konsekvens))
                )
            )
            .OrderByDescending(o => o.Day)
            .ThenBy(o => o.Node.Key, StringComparer.Ordinal)
            .ToList();
        if (held.Count == 0)
        {
            return null;
        }

        var (source, day, dom) = held[0];
        var colour = dom.Dom switch
        {
            Opfoelgningsdom.Holder => Farve.Groen,
            Opfoelgningsdom.Forsinket => Farve.Gul,
            Opfoelgningsdom.Opgivet => Farve.Roed,
            _ => Farve.Ukendt,
        };
        return new(node, colour, colour == Farve.Ukendt ? dom.Grund : $"»{dom.Ord}«", day, source);
    }

    private Stilling Indicator(Node node)
    {
        var development = Udvikling.Of(udsnit, node, senest);
        if (development.Tal is not [.., var last])
        {
            return Unknown(
                node,
                development.Punkter is [.., var written]
                    ? $"»{written.Vaerdi}« er ikke et tal, som kan læses: skriv 1.250 eller 0,5"
                    : "ingen måling er meldt"
            );
        }

        var (number, first) = (last.Tal!.Value, development.Tal[0].Tal!.Value);
        var isUp = development.IsUp ?? Direction(node.Indhold.Tekst);
        if (Maaltal.Of(node.Indhold.Tekst) is { } target)
        {
            var isMet = target.IsMindst ? number >= target.Tal : number <= target.Tal;
            var isNearer = target.IsMindst ? number > first : number < first;
            var told = $"{last.Vaerdi} mod {target.Ord}";
            return Told(
                isMet ? Farve.Groen
                    : isNearer ? Farve.Gul
                    : Farve.Roed,
                told
            );
        }

        if (development.Tal.Count < 2)
        {
            return Told(Farve.Ukendt, development.Ord);
        }

        return isUp is null
            ? Told(Farve.Ukendt, $"{development.Ord} Hverken ordene eller den, der har målt, siger, om mere er bedre.")
            : Told(
                number == first ? Farve.Gul
                    : number > first == isUp ? Farve.Groen
                    : Farve.Roed,
                development.Ord
            );

        Stilling Told(Farve colour, string why) => new(node, colour, why, last.Dag, last.Node);
    }

    /// <summary>
    /// Whether an indicator's own words say that more is better; null where they say neither, or both. Of one that counts something only
    /// those before the count: "andel borgere med færre indlæggelser" goes up when things get better. What the effect above says is of
    /// something else than what is counted.
    /// </summary>
    private static bool? Direction(string text)
    {
        var own = Count().Match(text) is { Success: true } count ? text[..count.Index] : text;
        return (More().IsMatch(own), Less().IsMatch(own)) switch
        {
            (true, false) => true,
            (false, true) => false,
            _ => null,
        };
    }

    private static Stilling Unknown(Node node, string why) => new(node, Farve.Ukendt, why, null, null);

    [GeneratedRegex(
        @"(?<!\p{L})(?:antal(?:let)?|andel(?:en)?|procent\p{L}*|hvor (?:mange|stor|meget))(?!\p{L})|%",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Count();

    [GeneratedRegex(
        @"(?<!\p{L})(?:flere|øg\p{L}*|stig\p{L}*|højere|vokse\p{L}*|forbedr\p{L}*)(?!\p{L})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex More();

    [GeneratedRegex(
        @"(?<!\p{L})(?:færre|fald(?:er|et)?|reducer\p{L}*|lavere|mindsk\p{L}*|nedbring\p{L}*|kortere)(?!\p{L})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Less();
}
