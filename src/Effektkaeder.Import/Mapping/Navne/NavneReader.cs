using System.Text.RegularExpressions;
using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;
using Effektkaeder.Import.Mapping.Skabeloner;

namespace Effektkaeder.Import.Mapping.Navne;

/// <summary>
/// Names of roles and organisations in running text: how a list of them is cut, and what kind each is.
/// Cut at commas, "/" and "samt"; at "og" only when both sides are complete names.
/// </summary>
internal static partial class NavneReader
{
    private static readonly Ordender Roller = new(SkabelonKatalog.Ord.Roller, shortestEnd: 1);
    private static readonly string[] Arter =
    [
        .. SkabelonKatalog
            .Ord.Organisationer.SelectMany(o => o.Hoveder.Select(h => (h, o.Art)))
            .DistinctBy(p => p.h, StringComparer.OrdinalIgnoreCase)
            .Select(p => p.Art),
    ];
    private static readonly Ordender Hoveder = new(SkabelonKatalog.Ord.Organisationer.SelectMany(o => o.Hoveder), shortestEnd: 4);

    /// <summary>The names of a list, cleaned, in order. Names in <paramref name="hele"/> are never cut.</summary>
    internal static IReadOnlyList<string> Cut(string tekst, IReadOnlyCollection<string> hele, IReadOnlySet<string> kendte)
    {
        var (masked, masks) = Mask(Sammen().Replace(tekst.Trim().TrimEnd('.', ';'), ""), [.. hele, .. Enheder(tekst)]);
        var names = new List<string>();
        foreach (var part in Skilletegn().Split(masked))
        {
            foreach (var piece in Bindeord().Split(part))
            {
                names.AddRange(
                    SplitAtOg(piece.Trim(), n => IsWholeName(Unmask(n, masks)) || kendte.Contains(Identitet.Plain(Unmask(n, masks))))
                );
            }
        }

        return [.. names.Select(n => Clean(Unmask(n, masks))).Where(n => n.Length > 1)];
    }

    /// <summary>Who is named, and who only works with them; null where nobody does.</summary>
    internal static (string Own, string? Partners) Partners(string tekst) =>
        Medord().Match(tekst) is { Success: true, Index: > 0 } m ? (tekst[..m.Index], tekst[(m.Index + m.Length)..]) : (tekst, null);

    /// <summary>The sides of "og" and "/", whatever they are.</summary>
    internal static IEnumerable<string> SplitAtOg(string navn) => OgEllerSkraa().Split(navn).Select(d => d.Trim()).Where(d => d.Length > 0);

    /// <summary>
    /// Whether a text is a role or an organisation's whole name, told by its words alone. One that holds an "og"
    /// is so only as a centre's name, for else its second half alone would make it one.
    /// </summary>
    internal static bool IsWholeName(string navn) =>
        Person(navn).Person is not null
        || Forkortelse().IsMatch(navn)
        || BestemtNavn().IsMatch(navn)
        || (
            (
                !Split(navn).Navn.Contains(" og ", StringComparison.Ordinal)
                || navn.StartsWith("Center for ", StringComparison.OrdinalIgnoreCase)
            ) && (IsRolle(navn) || Art(navn) is not null)
        );

    /// <summary>Whether a name is a role: its last word before any "i", "fra", "for" is one.</summary>
    internal static bool IsRolle(string navn)
    {
        if (RolleFor().Match(navn.Trim()) is { Success: true } f && IsRolleord(f.Groups["rolle"].Value))
        {
            return true;
        }

        var kerne = Hvor().Replace(navn.Trim(), "");
        var sidste = kerne[(kerne.LastIndexOf(' ') + 1)..];
        return IsRolleord(sidste);
    }

    /// <summary>"Centerchef Pia Holm" → the role and the person; no person where the words after the role are no name.</summary>
    internal static (string Rolle, string? Person) Person(string navn)
    {
        var ord = navn.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var sidste = Array.FindLastIndex(ord, IsRolleord);
        var efter = ord[(sidste + 1)..];
        // "Børne- og ungechef" is one title.
        return
            sidste >= 0
            && !ord[..sidste].Where((o, i) => o == "og" && !(i > 0 && ord[i - 1].EndsWith('-'))).Any()
            && efter.Length is >= 2 and <= 3
            && efter.All(o => char.IsUpper(o[0]))
            ? (string.Join(' ', ord[..(sidste + 1)]), string.Join(' ', efter))
            : (navn, null);
    }

    /// <summary>
    /// Two or three capitalised words that make no organisation and no role: a person's name, and the only title there is.
    /// </summary>
    internal static bool IsPersonnavn(string navn) =>
        Personnavn().IsMatch(navn) && !Beskrevet().IsMatch(navn) && Art(navn) is null && !IsRolle(navn);

    /// <summary>"Kommunale Ejendomme", "Teknisk Service": what begins with an adjective is nobody.</summary>
    [GeneratedRegex(
        @"\A(?:\p{L}+(?:ale|isk|iske|lige)|Grøn|Grønne|Intern|Interne|Ekstern|Eksterne|Fælles|Åben|Åbne|Ny|Nye)\s",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Beskrevet();

    /// <summary>"Formidleren", "Konservatoren": one word for who does something, by its ending; no organisation has one.</summary>
    internal static bool IsAgent(string navn) => Agent().IsMatch(navn) && Art(navn) is null;

    [GeneratedRegex(@"\A\p{Lu}[\p{Ll}-]{2,}(?:eren|oren|øren|isten|enten|anten|ogen|manden|kvinden)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Agent();

    internal static bool IsRolleord(string ord)
    {
        var rent = ord.Trim(',', '.', '(', ')');
        return IsTitle(rent)
            || (rent.EndsWith('n') && rent.Length > 5 && (IsTitle(rent[..^1]) || IsTitle(rent[..^2])))
            || (IsDoubled(rent) && IsTitle(rent[..^3]))
            || (rent.EndsWith("erne", StringComparison.Ordinal) && rent.Length > 6 && (IsTitle(rent[..^2]) || IsTitle(rent[..^4])));
    }

    /// <summary>"Bro til grundskolen" is a bridge: of a name, what stands before its first "til", "for", "i".</summary>
    internal static string Head(string navn) => Forholdsord().Match(navn) is { Success: true, Index: > 0 } m ? navn[..m.Index] : navn;

    /// <summary>The art of organisation that a name's words make it; null when they make it none.</summary>
    internal static string? Art(string navn)
    {
        var kerne = Hvor().Replace(navn.Trim(), "");
        if (AlleBefore().IsMatch(kerne))
        {
            return "gruppe";
        }

        if (kerne.StartsWith("Center for ", StringComparison.OrdinalIgnoreCase))
        {
            return "center";
        }

        foreach (var ord in kerne.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries).Reverse())
        {
            var rent = ord.Trim(',', '.', '(', ')', '"');
            if (Hoveder.Find(rent) is { } order)
            {
                return Arter[order];
            }
        }

        return null;
    }

    /// <summary>
    /// "Centerchefen" → "Centerchef", "virksomhedslederne" → "virksomhedsledere": a role's title without its definite ending.
    /// </summary>
    internal static string Indefinite(string rolle)
    {
        var ren = rolle.Trim().TrimEnd('.', ',');
        var ubestemt =
            ren.EndsWith("gruppen", StringComparison.Ordinal) ? ren[..^1]
            : ren.EndsWith("lederne", StringComparison.Ordinal)
            || ren.EndsWith("medarbejderne", StringComparison.Ordinal)
            || ren.EndsWith("vejlederne", StringComparison.Ordinal)
                ? ren[..^2] + "e"
            : ren.EndsWith("erne", StringComparison.Ordinal) ? ren[..^2]
            : ren.EndsWith("en", StringComparison.Ordinal) && (IsTitle(ren[..^2]) || IsAgent(ren)) ? ren[..^2]
            : IsDoubled(ren) && IsTitle(ren[..^3]) ? ren[..^3]
            : ren.EndsWith('n') && IsTitle(ren[..^1]) ? ren[..^1]
            : ren;
        return ubestemt.Capitalised();
    }

    /// <summary>"pedellen": the definite ending doubles the last letter of the title.</summary>
    private static bool IsDoubled(string ord) => ord.Length > 5 && ord.EndsWith("en", StringComparison.Ordinal) && ord[^3] == ord[^4];

    /// <summary>Whether a word is a role's title, or ends in one.</summary>
    private static bool IsTitle(string ord) => Roller.Find(ord) is not null;

    /// <summary>"ekstern konsulent fra Socialstyrelsen" → the title, and where the role is held.</summary>
    internal static (string Navn, string? Hvor) Split(string navn) =>
        RolleFor().Match(navn) is { Success: true } f && IsRolleord(f.Groups["rolle"].Value)
            // "Centerchefen for Børn og Unge" is the chief of that centre.
            ? (
                f.Groups["rolle"].Value,
                f.Groups["rolle"].Value.StartsWith("center", StringComparison.OrdinalIgnoreCase)
                && !f.Groups["hvor"].Value.StartsWith("Center", StringComparison.OrdinalIgnoreCase)
                    ? "Center for " + f.Groups["hvor"].Value
                    : f.Groups["hvor"].Value
            )
        : Hvor().Match(navn) is { Success: true } m ? (navn[..m.Index].Trim(), m.Groups["hvor"].Value.Trim())
        : (navn.Trim(), null);

    /// <summary>"Center for By, Land og Kultur": a unit whose name is itself a list.</summary>
    internal static IEnumerable<string> Enheder(string tekst) =>
        ListeNavn()
            .Matches(tekst)
            .Where(m => m.Groups["led"].Captures.All(c => Art(c.Value) is null && !IsRolle(c.Value)))
            .Select(m => m.Value);

    /// <summary>Words that say something of somebody, and so name nobody.</summary>
    internal static bool IsSentence(string navn) =>
        navn.Split(' ').Length > 2 && (Udsagnsord().IsMatch(navn) || Stedord().IsMatch(navn)) && Split(navn).Hvor is null;

    private static IEnumerable<string> SplitAtOg(string tekst, Func<string, bool> erHelt)
    {
        foreach (Match og in OgOrd().Matches(tekst))
        {
            var (foer, efter) = (tekst[..og.Index].Trim(), tekst[(og.Index + og.Length)..].Trim());
            // "Center for Børn og Skole" is one: a bare common noun is nobody's name.
            if (foer.StartsWith("Center for ", StringComparison.OrdinalIgnoreCase) && IsCommonNoun(efter))
            {
                continue;
            }

            if (erHelt(foer) && SplitAtOg(efter, erHelt).ToList() is var resten && resten.All(erHelt))
            {
                return resten.Prepend(foer);
            }

            // "Skovens Venner og Center for Dagtilbud": what begins a centre's name ends the name before it.
            if (foer.Length > 0 && char.IsUpper(foer[0]) && efter.StartsWith("Center for ", StringComparison.Ordinal))
            {
                return SplitAtOg(efter, erHelt).Prepend(foer);
            }

            // "Havnechefen Ole Strøm og Ida Bølge": beside a person stands a person.
            if ((Person(foer).Person is not null || IsPersonnavn(foer)) && IsPersonnavn(efter))
            {
                return [foer, efter];
            }
        }

        return [tekst];
    }

    private static bool IsCommonNoun(string navn) => !navn.Contains(' ') && !BestemtNavn().IsMatch(navn) && Hoveder.Find(navn) is not null;

    private static (string Text, List<string> Masks) Mask(string tekst, IReadOnlyCollection<string> hele)
    {
        var masks = new List<string>();
        foreach (var navn in hele.OrderByDescending(n => n.Length).ThenBy(n => n, StringComparer.Ordinal))
        {
            for (
                var at = tekst.IndexOf(navn, StringComparison.OrdinalIgnoreCase);
                at >= 0;
                at = tekst.IndexOf(navn, at + 1, StringComparison.OrdinalIgnoreCase)
            )
            {
                masks.Add(tekst.Substring(at, navn.Length));
                tekst = $"{tekst[..at]}\u0001{(char)('\uE000' + masks.Count - 1)}\u0001{tekst[(at + navn.Length)..]}";
            }
        }

        return (tekst, masks);
    }

    private static string Unmask(string tekst, List<string> masks)
    {
        for (var i = 0; i < masks.Count && tekst.Contains('\u0001'); i++)
        {
            tekst = tekst.Replace($"\u0001{(char)('\uE000' + i)}\u0001", masks[i], StringComparison.Ordinal);
        }

        return tekst;
    }

    private static string Clean(string navn) => Indledning().Replace(navn, "").Trim(' ', '.', ',', ';', ':');

    [GeneratedRegex(@"\s*(?:,|;|/|\n)\s*(?:og\s+)?(?:samt\s+)?|\s+samt\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Skilletegn();

    [GeneratedRegex(
        @"\s+(?:med\s+(?:sparring|råd|hjælp|bistand|støtte)\s+(?:fra(?:\s+og\s+i\s+(?:dialog|samtale|samarbejde)(?:\s+med)?)?"
            + @"|og\s+i\s+(?:dialog|samtale)(?:\s+med)?)|(?:og\s+)?i\s+(?:tæt\s+)?(?:dialog|samtale|samarbejde)(?:\s+med)?"
            + @"|sammen\s+med)\s+",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Bindeord();

    [GeneratedRegex(
        @"\s*,?\s+(?:(?:og\s+)?i\s+(?:tæt\s+)?samarbejde\s+med|sammen\s+med|med\s+(?:hjælp|bistand|støtte)\s+fra)\s+",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Medord();

    [GeneratedRegex(@"\s+og\s+", RegexOptions.CultureInvariant)]
    private static partial Regex OgOrd();

    [GeneratedRegex(
        @"\s+(?:i\s+fællesskab|i\s+forening|sammen|hver\s+for\s+sig)\s*\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Sammen();

    [GeneratedRegex(@"\A(?<rolle>\p{L}+)\s+(?:for|af)\s+(?<hvor>\p{Lu}.*)\z", RegexOptions.CultureInvariant)]
    private static partial Regex RolleFor();

    [GeneratedRegex(
        @"Center\s+for\s+\p{Lu}\p{L}+(?:,\s+(?<led>\p{Lu}\p{L}+))+\s+(?:og|&)\s+(?<led>\p{Lu}\p{L}+)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex ListeNavn();

    [GeneratedRegex(
        @"(?<!\p{L})(?:er|skal|vil|kan|bliver|har|hjælper|at|der|som|hvor|hvis|aftales|sker"
            + @"|kræver|indgår|deltager|bidrager|samarbejder|mødes|inddrages|drøfter)(?!\p{L})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Udsagnsord();

    [GeneratedRegex(@"\A(?:vi|det|der|man|dette|disse|her|nu)\s", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Stedord();

    [GeneratedRegex(@"\s+og\s+|\s*/\s*", RegexOptions.CultureInvariant)]
    private static partial Regex OgEllerSkraa();

    [GeneratedRegex(@"\s+(?:til|for|i|på|om|med|uden|mellem|mod|fra|ved|hos|under|over|gennem|af)\s", RegexOptions.CultureInvariant)]
    private static partial Regex Forholdsord();

    [GeneratedRegex(@"\s+(?:i|på|fra|ved|hos|under)\s+(?<hvor>\p{Lu}.*|\u0001.*)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Hvor();

    /// <summary>One capitalised word with a definite ending: "Biblioteket".</summary>
    [GeneratedRegex(@"\A\p{Lu}\p{Ll}{4,}e[tn]\z", RegexOptions.CultureInvariant)]
    private static partial Regex BestemtNavn();

    /// <summary>"PPR", "UU": a unit by its initials.</summary>
    [GeneratedRegex(@"\A\p{Lu}{2,5}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Forkortelse();

    [GeneratedRegex(
        @"\A\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?(?: \p{Lu}(?:\.|\p{Ll}+))? \p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?\z",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Personnavn();

    [GeneratedRegex(
        @"\A(?:alle|samtlige|øvrige|andre|eksterne)\s+\p{L}*(?:virksomhed|institution|center|centre|skole|afdeling|kommune|team"
            + @"|enhed|samarbejdspart|tilbud)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex AlleBefore();

    [GeneratedRegex(
        @"\A(?:-|•|ved|af|af\s+den|hos|(?:herunder|desuden|også|samt)(?:\s+også)?(?:\s+til)?|til|og)\s+",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Indledning();
}
