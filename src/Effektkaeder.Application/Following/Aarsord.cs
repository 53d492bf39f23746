using Effektkaeder.Analysis.Aarraekker;
using Effektkaeder.Analysis.Forskelle;
using Effektkaeder.Domain.Tekst;

namespace Effektkaeder.Application.Following;

/// <summary>Years in Danish words.</summary>
public static class Aarsord
{
    private const int MostLetters = 60;

    /// <summary>"gik videre".</summary>
    public static string Navn(Aarsskridt skridt) =>
        skridt switch
        {
            Aarsskridt.Videre => "gik videre",
            Aarsskridt.Aendret => "ændret",
            Aarsskridt.Ny => "ny",
            Aarsskridt.Igen => "kom igen",
            _ => "bortfaldet",
        };

    /// <summary>"Center for Familie (fra 3. marts 2026 Center for Børn)".</summary>
    public static string Enhed(Enhedsaar enhed)
    {
        var names = enhed.Navne;
        if (names.Count == 0)
        {
            return enhed.Raekke.Aargange[0].Aftale.Titel;
        }

        var later = names.Skip(1).Select(n => (n.Fra is { } day ? $"fra {day.InWords()} " : "siden ") + n.Navn);
        return names[0].Navn + (names.Count > 1 ? $" ({string.Join("; ", later)})" : "");
    }

    /// <summary>"2025 → 2026: 10 gik videre, 2 ændret, 1 bortfaldet, 3 ny." for each step.</summary>
    public static string Sammenfatning(Aarraekke raekke)
    {
        if (raekke.Aargange.Count == 1)
        {
            return $"Kun {raekke.Aargange[0].Navn} er indlæst: der er intet at holde den op mod.";
        }

        var steps = Enumerable
            .Range(1, raekke.Aargange.Count - 1)
            .Select(i =>
            {
                var counts = raekke.Forloeb.Select(f => f.Trin[i].Skridt).OfType<Aarsskridt>().CountBy(s => s).OrderBy(c => c.Key);
                return $"{raekke.Aargange[i - 1].Navn} → {raekke.Aargange[i].Navn}: "
                    + string.Join(", ", counts.Select(c => $"{c.Value} {Navn(c.Key)}"));
            });
        return string.Join(". ", steps) + ".";
    }

    /// <summary>What stood in one column: how it came there, and what it says otherwise. Empty where it was not there.</summary>
    public static string Trin(Aarstrin trin) =>
        (trin.Skridt, trin.Node) switch
        {
            (null, null) => "",
            (null, _) => "står der",
            ({ } step, _) => trin.Felter.Count == 0 ? Navn(step) : $"{Navn(step)}: {string.Join("; ", trin.Felter.Select(Told))}",
        };

    /// <summary>"tid: fra »juni« til »juli«".</summary>
    private static string Told(Feltforskel felt) =>
        (felt.Ord.Foer, felt.Ord.Efter) switch
        {
            ("", var after) => $"{felt.Felt}: nu også »{Cut(after)}«",
            (var before, "") => $"{felt.Felt}: uden »{Cut(before)}«",
            var (before, after) => $"{felt.Felt}: fra »{Cut(before)}« til »{Cut(after)}«",
        };

    private static string Cut(string text) => text.Length <= MostLetters ? text : text[..MostLetters].TrimEnd() + "…";
}
