using System.Text.RegularExpressions;
using Effektkaeder.Domain;
using Effektkaeder.Import.Mapping.Kladde;
using Effektkaeder.Import.Mapping.Navne;
using Effektkaeder.Import.Mapping.Skabeloner;
using Effektkaeder.Import.Syntax;

namespace Effektkaeder.Import.Mapping.Forside;

/// <summary>The unit that a cover names in no labelled line: in its title, in a line of its own, or between the parties.</summary>
internal static partial class Enhedsfinder
{
    private const int LongestName = 110;

    internal static (string Navn, IReadOnlyList<string> Aliaser, Herkomst Herkomst)? Find(string fil, IReadOnlyList<Block> forside)
    {
        forside = Cover(forside);
        var lines = forside.Where(b => b is HeadingBlock or ParagraphBlock && b.FullText.Length <= LongestName).Take(25).ToList();
        foreach (var line in lines)
        {
            if (InTitle(line.FullText) is { } navn)
            {
                // A line of its own may hold the whole of a name that the title shortens.
                var longer = lines.Find(l =>
                    IsName(l.FullText) && Identitet.Plain(l.FullText).StartsWith(Identitet.Plain(navn) + " ", StringComparison.Ordinal)
                );
                return longer is null
                    ? (navn, [], new Herkomst(fil, line.Line, line.Raw))
                    : (WithoutKommune(longer.FullText), [navn], new Herkomst(fil, longer.Line, longer.Raw));
            }
        }

        foreach (var line in lines)
        {
            if (IsUnit(line.FullText))
            {
                return (WithoutKommune(line.FullText).TrimEnd('.', ':'), [], new Herkomst(fil, line.Line, line.Raw));
            }
        }

        foreach (var line in forside.Where(b => b is ParagraphBlock or HeadingBlock))
        {
            if (
                Between().Match(line.FullText) is { Success: true } m
                && Parter.Sides($"{m.Groups["a"].Value} og {m.Groups["b"].Value}") is [.., var side]
                && Unit(side) is { } b
            )
            {
                return (b, [], new Herkomst(fil, line.Line, line.Raw));
            }
        }

        // "Park og Vej, Sundelev Kommune": what stands before the municipality is the unit.
        foreach (var line in lines.Take(6))
        {
            if (
                Kommune().Match(line.FullText) is { Success: true, Index: > 2 }
                && WithoutKommune(line.FullText) is var before
                && IsName(before)
            )
            {
                return (before, [], new Herkomst(fil, line.Line, line.Raw));
            }
        }

        // "Økonomi og Personale" between the title and the municipality is the unit, whatever else its words are.
        for (var i = 1; i + 1 < Math.Min(lines.Count, 5); i++)
        {
            if (
                Aftaletitel.Find(lines[i - 1].FullText) is not null
                && KommuneAlone().IsMatch(lines[i + 1].FullText)
                && lines[i] is ParagraphBlock { Text: { Length: > 2 and <= 60 } between }
                && char.IsUpper(between[0])
                && char.IsLetter(between[^1])
                && !between.Any(char.IsDigit)
                && !Phrase().IsMatch(between)
                && !NavneReader.IsRolle(between)
            )
            {
                return (between, [], new Herkomst(fil, lines[i].Line, lines[i].Raw));
            }
        }

        // A cover's first short line that is nothing else is the unit's name; without one the plan is its committee's own.
        var first = lines.Take(6).ToList();
        return (first.Find(l => IsName(l.FullText)) ?? first.Find(l => IsCommittee(l.FullText))) is { } name
            ? (WithoutKommune(name.FullText).TrimEnd('.', ':'), [], new Herkomst(fil, name.Line, name.Raw))
            : null;
    }

    /// <summary>Whether the cover names no more than the municipality itself: "Kvalitetskontrakt for Fjordby Kommune".</summary>
    internal static bool IsKommunens(IReadOnlyList<string> linjer, string kommune) =>
        linjer.Take(6).Any(l => l.Length <= LongestName && l.Contains(KommuneFinder.Titel(kommune), StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// What stands before the first of the text's own headings: a number, a section's name, or words under it say that it is one.
    /// </summary>
    private static IReadOnlyList<Block> Cover(IReadOnlyList<Block> forside)
    {
        var end = Enumerable
            .Range(1, Math.Max(forside.Count - 1, 0))
            .FirstOrDefault(
                i =>
                    forside[i] is HeadingBlock { Level: < 6 } h
                    && !h.Text.Contains("ommune", StringComparison.OrdinalIgnoreCase)
                    && Aftaletitel.Find(h.Text) is null
                    && (
                        h.Number is not null
                        || SkabelonKatalog.Etiketter.Section(h.Text) is not null
                        || (i + 1 < forside.Count && forside[i + 1] is ParagraphBlock { Text: { Length: > 60 } text } && text[^1] == '.')
                    ),
                forside.Count
            );
        return [.. forside.Take(end)];
    }

    private static bool IsCommittee(string text) =>
        text.Split(' ').Length <= 6 && char.IsUpper(text[0]) && NavneReader.Art(text) == "udvalg" && !text.Contains(':');

    private static bool IsName(string text) =>
        text.Split(' ').Length <= 6
        && char.IsUpper(text[0])
        && !text.Any(char.IsDigit)
        && text[^1] is not ('.' or ':' or ';' or ',' or '?' or '!')
        && !text.Contains("ommune", StringComparison.OrdinalIgnoreCase)
        && !Phrase().IsMatch(text)
        && Aftaletitel.Find(text) is null
        && !NavneReader.IsRolle(text)
        && NavneReader.Art(text) is not ("udvalg" or "byraad" or "direktion")
        && SkabelonKatalog.Etiketter.Find(text) is null
        && SkabelonKatalog.Etiketter.Section(text) is null
        && !SkabelonKatalog.Etiketter.IsMadeOfLabels(text)
        && !SkabelonKatalog.Etiketter.IsCover(text)
        && !Contents().IsMatch(text);

    /// <summary>"Virksomhedsaftale 2024 for Plejecenter Solbo", "Skole og Dagtilbud – Udviklingsaftale 2025".</summary>
    private static string? InTitle(string text)
    {
        if (Aftaletitel.Find(text) is not { } type)
        {
            return null;
        }

        if (BetweenParties().Match(text) is { Success: true } parties)
        {
            return Unit(Period().Replace(parties.Groups["b"].Value, ""));
        }

        var after = Lead().Replace(Ending().Replace(text[(type.Index + type.Length)..], ""), "");
        var before = Tail().Replace(Period().Replace(text[..type.Index], ""), "");
        return Name(after) ?? Name(before);
    }

    private static string? Name(string text)
    {
        var bare = Period().Replace(text, "").Trim(' ', ',', ':', '-', '–', '—', '.', '(', ')');
        bare = WithoutKommune(Edition().Replace(bare, "")).Trim(' ', ',', ':', '-', '–', '—', '.');
        return
            bare.Length is > 2 and <= LongestName
            && char.IsUpper(bare[0])
            && !Identitet.Plain(bare).EndsWith("kommune", StringComparison.Ordinal)
            && !bare.StartsWith("mellem", StringComparison.OrdinalIgnoreCase)
            && !Phrase().IsMatch(bare)
            // "Handleplan for Klimastrategien" says what is carried out, and not by whom.
            && (bare.Contains(' ') || !PolitiskeMaal.IsPolitikord(bare))
            ? bare
            : null;
    }

    /// <summary>"Børnehuset Mosebakken, Nordlund Kommune" → the unit alone.</summary>
    private static string WithoutKommune(string text) => KommuneBefore().Replace(Kommune().Replace(text, ""), "");

    private static bool IsUnit(string text) =>
        text.Split(' ').Length <= 8
        && char.IsUpper(text[0])
        && !text.Contains("aftale", StringComparison.OrdinalIgnoreCase)
        && !text.Contains(':')
        && !text.Contains(". ", StringComparison.Ordinal)
        && !NavneReader.IsRolle(text)
        && NavneReader.Art(NavneReader.Head(text)) is "center" or "institution" or "afdeling" or "virksomhed" or "team" or "ekstern";

    private static string? Unit(string text)
    {
        // "Plejecenter Åkanden ved centerleder Jonas Wad": the unit, and who signs for it.
        var named = Parter.WithoutRest(text);
        var bare = Parter.Signer(named)?.Unit ?? named.Trim(' ', '.', ',');
        return bare.Length <= LongestName && bare.Length > 2 && char.IsUpper(bare[0]) && !NavneReader.IsRolle(bare) ? bare : null;
    }

    [GeneratedRegex(
        @"\A(?:n|ns|en)?(?=[\s,:(–—-]|\z)\s*(?:(?:for|med|mellem)\s+(?:perioden\s+)?|[–—:,-]\s*)*",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Lead();

    [GeneratedRegex(@"\s*[,(]?\s*[0-9]{1,2}\.\s*(?:udgave|version)\)?\s*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Ending();

    /// <summary>"Et samfund med plads til alle", "Sådan læser du": words that begin a sentence or a motto, and no name.</summary>
    [GeneratedRegex(
        @"\A(?:et|en|vores|vi|alle|flere|sammen|mere|bedre|sådan|hvad|hvordan|hvorfor|hvem|fra|med|til|mod|når|her|din|jeres)\s",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Phrase();

    [GeneratedRegex(@"[\s–—:,-]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Tail();

    [GeneratedRegex(
        @"\A(?:indhold|indholdsfortegnelse|forside|bilag|side|dato|underskrift|udkast|kladde|handleplan|oversigt|skema)\p{L}*(?:\s|\z)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Contents();

    [GeneratedRegex(
        @"\(?(?:(?<!\p{L})(?:for|i)\s+)?(?:perioden\s+|årene\s+|år\s+|skoleåret\s+)?(?:19|20)[0-9]{2}(?:\s?[-–/]\s?(?:[0-9]{4}"
            + @"|[0-9]{2}))?\)?(?:\s*(?:[–—:,-]|for)\s+)?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Period();

    [GeneratedRegex(@"\s*[0-9]{1,2}\.\s*udgave", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Edition();

    [GeneratedRegex(@"(?:\s*[,–(-]\s*|\s+i\s+)\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+)?\s+[Kk]ommune\)?\s*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Kommune();

    [GeneratedRegex(@"\A\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+)?\s+[Kk]ommune\z", RegexOptions.CultureInvariant)]
    private static partial Regex KommuneAlone();

    /// <summary>"Fjordby Kommune – Børnehuset Svalen" and "Fjordby Kommune, Børnehuset Svalen".</summary>
    [GeneratedRegex(@"\A\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+)?\s+[Kk]ommune\s*[–—:,-]\s*(?=\p{Lu})", RegexOptions.CultureInvariant)]
    private static partial Regex KommuneBefore();

    [GeneratedRegex(@"\s(?i:mellem)\s+(?<a>.{3,80}?)\s+(?i:og)\s+(?<b>\p{Lu}.{2,90})\z", RegexOptions.CultureInvariant)]
    private static partial Regex BetweenParties();

    [GeneratedRegex(
        @"(?:\A|indgået\s+|aftale\p{L}*\s+|kontrakt\p{L}*\s+)mellem\s+(?<a>[^.]{3,90}?)\s+og\s+(?<b>\p{Lu}[^.]{3,90})(?:\.|\z)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Between();
}
