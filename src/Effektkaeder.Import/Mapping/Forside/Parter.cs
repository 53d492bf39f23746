using System.Text.RegularExpressions;
using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;
using Effektkaeder.Import.Mapping.Graf;
using Effektkaeder.Import.Mapping.Navne;
using Effektkaeder.Import.Syntax;

namespace Effektkaeder.Import.Mapping.Forside;

/// <summary>The parties of an agreement: "mellem … og …", or the cover's own lines.</summary>
internal static partial class Parter
{
    internal static IReadOnlyList<Part> Find(ForsideFelter felter, IReadOnlyList<ParagraphBlock> afsnit, string center, DocumentTree tree)
    {
        if (felter.Navn("aftalepart") is { } felt)
        {
            return felt.Aliaser.Count > 0
                ? [Of(felt.Navn, felt.Herkomst, "Aftalepart", felt.Aliaser)]
                : [.. Split([felt.Navn]).Select(n => Side(n, felt.Herkomst, center))];
        }

        // Who signed it is told in a sentence of its own; where none is, by the line under the title.
        return Between(afsnit, Mellem(), center, tree)
            ?? Between(afsnit, MellemAlene(), center, tree)
            ?? [.. afsnit.Select(p => Named(p, tree.Source.Path)).OfType<Part>()];
    }

    /// <summary>The unit itself is no person, whatever its name is made of.</summary>
    private static Part Side(string navn, Herkomst herkomst, string enhed) =>
        Identitet.Plain(navn) == Identitet.Plain(enhed) ? new Part(navn, null, false, [], herkomst) : Of(navn, herkomst, "Aftalepart", []);

    private static IReadOnlyList<Part>? Between(IReadOnlyList<ParagraphBlock> afsnit, Regex mellem, string center, DocumentTree tree)
    {
        for (var i = 0; i < afsnit.Count; i++)
        {
            // "mellem", "og" on lines of their own stand between whole names.
            if (IsAlone(afsnit[i], "mellem") && afsnit.Skip(i + 1).Take(4).ToList() is [var en, var og, var anden, ..] && IsAlone(og, "og"))
            {
                return [.. new[] { en, anden }.Select(p => Of(p.Text, new Herkomst(tree.Source.Path, p.Line, p.Raw), "Aftalepart", []))];
            }

            if (mellem.Match(afsnit[i].Text) is { Success: true } m)
            {
                var linjer = new List<string>();
                // What the next sentence says is of the agreement, not of its parties.
                var rest = Sentences.Split(m.Groups["rest"].Value.Trim()) is [var (first, _), ..] ? first : "";
                if (rest.Length > 0)
                {
                    linjer.Add(rest);
                }

                linjer.AddRange(
                    afsnit.Skip(i + 1).TakeWhile(p => rest.Length == 0 && !IsEnd().IsMatch(p.Text)).Take(3).Select(p => p.Text)
                );
                var herkomst = new Herkomst(tree.Source.Path, afsnit[i].Line, string.Join('\n', linjer.Prepend(afsnit[i].Text)));
                return [.. Split(linjer).Select(n => Of(n, herkomst, "Aftalepart", OtherNames(n, center, tree.Text)))];
            }
        }

        return null;
    }

    private static bool IsAlone(ParagraphBlock line, string ord) =>
        string.Equals(line.Text.Trim(' ', ':'), ord, StringComparison.OrdinalIgnoreCase);

    /// <summary>"Områdeleder: Jens Rask": a cover's line that says who somebody is.</summary>
    private static Part? Named(ParagraphBlock line, string fil) =>
        line.Text.Split(": ") is [var rolle, var person]
        && rolle.Length <= 40
        && NavneReader.IsRolle(rolle)
        && NavneReader.IsPersonnavn(person)
            ? new Part(NavneReader.Indefinite(rolle), person, true, [], new Herkomst(fil, line.Line, line.Raw))
            : null;

    /// <summary>The leader that the cover binds.</summary>
    internal static Part? Leder(ForsideFelter felter) =>
        felter.Navn("ansvarlig-leder") is { } felt ? Of(felt.Navn, felt.Herkomst, "Ansvarlig leder", felt.Aliaser) : null;

    /// <summary>"Centerchef Pia Holm" → role and person; a bare name is a person in the cover line's role.</summary>
    private static Part Of(string navn, Herkomst herkomst, string rolle, IReadOnlyList<string> aliaser)
    {
        if (Signer(navn) is { } signer)
        {
            // The one who signs for a unit is its party.
            return Of(signer.Leader, herkomst, rolle, aliaser);
        }

        var ord = navn.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var sidste = Array.FindLastIndex(ord, NavneReader.IsRolleord);
        if (NavneReader.Split(navn) is { Hvor: not null } del && NavneReader.IsRolle(navn))
        {
            // "Centerchefen for Børn og Unge" holds no person's name.
            return new Part($"{NavneReader.Indefinite(del.Navn)} i {del.Hvor}", null, true, aliaser, herkomst);
        }

        if (sidste >= 0)
        {
            var person = string.Join(' ', ord.Skip(sidste + 1)).Trim(',', ' ');
            return new Part(
                NavneReader.Indefinite(string.Join(' ', ord.Take(sidste + 1))),
                person.Length > 0 ? person : null,
                true,
                [.. aliaser.Where(a => a != person)],
                herkomst
            );
        }

        return NavneReader.Art(navn) is not null ? new Part(navn, null, false, [], herkomst) : new Part(rolle, navn, true, [], herkomst);
    }

    /// <summary>"Plejecenter Åkanden ved centerleder Jonas Wad" → the unit, and who signs for it; null where no one does.</summary>
    internal static (string Unit, string Leader)? Signer(string navn) =>
        SignedBy().Match(navn) is { Success: true } m && NavneReader.IsRolleord(m.Groups["leader"].Value.Split(' ')[0])
            ? (m.Groups["unit"].Value.Trim(' ', ','), m.Groups["leader"].Value.Trim(' ', '.', ','))
            : null;

    internal static string WithoutRest(string parter) => Gaelder().Replace(parter, "");

    /// <summary>The two sides of parties that stand on one line.</summary>
    internal static IReadOnlyList<string> Sides(string parter) => [.. Split([parter])];

    /// <summary>The two sides: by the line break after "og", else at the "og" that follows a whole body or role.</summary>
    private static IEnumerable<string> Split(List<string> linjer)
    {
        if (linjer.Count > 1 && linjer[0].EndsWith(" og", StringComparison.Ordinal))
        {
            return linjer.Select(l => OgTilSidst().Replace(l, "").Trim());
        }

        var tekst = Years().Replace(WithoutRest(string.Join(' ', linjer)).TrimEnd('.'), "");
        // "Beskæftigelsesudvalget, Jobcenter Ellerup": a committee and whom it made the agreement with.
        if (
            tekst.Split(", ") is [var udvalg, var anden]
            && NavneReader.Art(udvalg[(udvalg.LastIndexOf(' ') + 1)..]) is "udvalg" or "byraad" or "direktion" or "ekstern"
        )
        {
            return [udvalg, anden];
        }

        foreach (Match og in Og().Matches(tekst))
        {
            var foer = tekst[..og.Index];
            if (
                NavneReader.Art(foer) is not null
                || foer.EndsWith("ommune", StringComparison.Ordinal)
                || NavneReader.IsRolle(foer)
                || NavneReader.Person(foer).Person is not null
            )
            {
                return [foer, tekst[(og.Index + og.Length)..]];
            }
        }

        return [tekst];
    }

    /// <summary>A short name for a party that the text uses: "handicapchefen for Center …".</summary>
    private static IReadOnlyList<string> OtherNames(string navn, string center, string text)
    {
        var foerste = navn.Split(' ')[0];
        return ChefFor()
            .Matches(text)
            .Where(m =>
                m.Groups["ord"].Value.StartsWith(foerste, StringComparison.OrdinalIgnoreCase)
                && m.Groups["hvor"].Value.StartsWith(center, StringComparison.OrdinalIgnoreCase)
            )
            .Select(m => m.Groups["ord"].Value)
            .Where(a => a != navn)
            .Distinct(StringComparer.Ordinal)
            .ToList();
    }

    [GeneratedRegex(
        @"\A(?:\p{L}*(?:aftale|kontrakt)|(?:(?:denne\s+)?\p{L}*(?:aftalen?|kontrakten?|planen?)\s+er\s+)?"
            + @"indgået(?:\s+den\s[^,.]*(?:\.[^,.]*)?)?)"
            + @"\s+mellem\s*:?\s*(?<rest>.*)\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Mellem();

    [GeneratedRegex(@"\Amellem\s+(?<rest>\S.*)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MellemAlene();

    [GeneratedRegex(@"\A(?:19|20)[0-9]{2}|\A\p{L}*aftale", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex IsEnd();

    [GeneratedRegex(@"\A(?<unit>\p{Lu}.*?)\s+(?:ved|v/)\s*(?<leader>\p{L}.*)\z", RegexOptions.CultureInvariant)]
    private static partial Regex SignedBy();

    /// <summary>What a sentence goes on to say of the agreement itself: "… og gælder fra 1. januar".</summary>
    [GeneratedRegex(
        @"\s*,?\s+(?:og\s+|den\s+)?(?:gælder|løber|dækker|omfatter|er\s+gældende)\s.*\z|\s+(?:den|d\.)\s+[0-9]{1,2}[./].*\z",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Gaelder();

    [GeneratedRegex(@"\s+og\s*\z", RegexOptions.CultureInvariant)]
    private static partial Regex OgTilSidst();

    [GeneratedRegex(@"\s+(?i:og)\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Og();

    /// <summary>The period that a title ends in.</summary>
    [GeneratedRegex(@"\s+(?:19|20)[0-9]{2}(?:\s?[-–/]\s?[0-9]{2,4})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Years();

    [GeneratedRegex(@"(?<!\p{L})(?<ord>\p{L}+chefen)\s+for\s+(?<hvor>[\p{L} ]+)", RegexOptions.CultureInvariant)]
    private static partial Regex ChefFor();
}
