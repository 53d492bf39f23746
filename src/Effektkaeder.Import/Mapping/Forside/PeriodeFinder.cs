using System.Globalization;
using System.Text.RegularExpressions;
using Effektkaeder.Domain;
using Effektkaeder.Domain.Tid;
using Effektkaeder.Import.Mapping.Skabeloner;

namespace Effektkaeder.Import.Mapping.Forside;

/// <summary>The agreement's type and period: from a sentence that says what it is in force for, else from its title.</summary>
internal static partial class PeriodeFinder
{
    private const StringComparison Ignore = StringComparison.OrdinalIgnoreCase;

    internal sealed record Fund(string Type, string Periode, DateOnly? Fra, DateOnly? Til, string? Udgave = null);

    internal static Fund Find(Skabelon skabelon, ForsideFelter felter, IReadOnlyList<string> linjer)
    {
        var (type, navn, udgave) = Titel(skabelon, linjer);
        var udtryk = felter.Navn("periode") is { } felt ? Range(felt.Navn) : null;
        // A sentence that is in force "for" something may name a bare year for another reason; a span of days is the period.
        udtryk ??= linjer.Where(l => IKraft().IsMatch(l)).Select(Span).FirstOrDefault(u => u is { Praecision: not Praecision.Aar });
        navn ??= linjer.FirstOrDefault(l => AarAlene().IsMatch(l));
        if (navn is null && linjer.Take(12).FirstOrDefault(l => Skoleaar().IsMatch(l)) is { } skoleaar)
        {
            udtryk ??= Range(skoleaar);
            navn = Years().Match(skoleaar).Value;
        }

        udtryk ??= navn is null
            ? null
            : Range(navn) ?? linjer.Where(l => l.Contains("skoleår", Ignore)).Select(Range).FirstOrDefault(u => u is not null);
        navn ??= udtryk is { Fra: { } f, Til: { } t }
            ? f.Year == t.Year
                ? Aar(f.Year)
                : $"{Aar(f.Year)}-{Aar(t.Year)}"
            : "";
        return new Fund(type, navn, udtryk?.Fra, udtryk?.Til, udgave);
    }

    /// <summary>"Målaftale 2016-18": a title line of type and period, also where the type's letters were pulled apart.</summary>
    private static (string Type, string? Periode, string? Udgave) Titel(Skabelon skabelon, IReadOnlyList<string> linjer)
    {
        foreach (var linje in linjer)
        {
            var plain = Identitet.Plain(linje);
            foreach (var type in SkabelonKatalog.Ord.Aftaletyper)
            {
                if (Rest(plain, type) is { } rest && TitelPeriode().Match(rest) is { Success: true } m)
                {
                    return (type, m.Groups["periode"].Value.Trim(), m.Groups["udgave"] is { Success: true } u ? u.Value : null);
                }
            }
        }

        return skabelon.Aftaletype == "aftale" ? Frit(linjer) : (skabelon.Aftaletype, null, null);
    }

    /// <summary>"Kulturaftale for Biblioteket Havnen 2025-26": a title that says more than its type and period.</summary>
    private static (string Type, string? Periode, string? Udgave) Frit(IReadOnlyList<string> linjer)
    {
        foreach (var linje in linjer.Take(12).Where(l => l.Length <= 160))
        {
            if (Aftaletitel.Type(linje) is { } type)
            {
                var periode = Years().Match(linje);
                var udgave = Udgave().Match(linje);
                return (type, periode.Success ? periode.Groups["periode"].Value : null, udgave.Success ? udgave.Groups["n"].Value : null);
            }
        }

        return ("aftale", null, null);
    }

    private static string? Rest(string plain, string type)
    {
        var i = 0;
        foreach (var c in type)
        {
            while (i < plain.Length && plain[i] == ' ')
            {
                i++;
            }

            if (i >= plain.Length || plain[i++] != c)
            {
                return null;
            }
        }

        return plain[i..];
    }

    /// <summary>
    /// The days that a sentence is in force between: a range, or the day it begins and the day it ends ("træder i kraft den 1. januar
    /// og gælder til den 31. december"). One day alone is no period.
    /// </summary>
    private static Tidsudtryk? Span(string tekst)
    {
        var udtryk = TidsudtrykReader
            .FindAll(tekst, TidsKontekst.Tom)
            .Select(f => f.Udtryk)
            .Where(u => u.Fra is not null || u.Til is not null);
        return udtryk.ToList() switch
        {
            var fund when fund.Find(u => u is { Fra: { } fra, Til: { } til } && til > fra) is { } range => range,
            [{ Fra: { } fra } foerste, { Til: { } til }] when til > fra && Begins().IsMatch(tekst) && Ends().IsMatch(tekst) => foerste with
            {
                Til = til,
                Graense = Graense.Ingen,
            },
            _ => null,
        };
    }

    private static Tidsudtryk? Range(string tekst) =>
        TidsudtrykReader.FindAll(tekst, TidsKontekst.Tom).Select(f => f.Udtryk).FirstOrDefault(u => u is { Fra: not null, Til: not null });

    private static string Aar(int aar) => aar.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"\An?\s*(?:for\s+)?(?:perioden\s+)?(?<periode>(?:19|20)[0-9]{2}(?:\s?[-/]\s?(?:[0-9]{4}"
            + @"|[0-9]{2}))?)(?:\s*[,(]?\s*(?<udgave>[0-9]{1,2})\.\s*(?:udgave|version)\)?)?\z",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex TitelPeriode();

    [GeneratedRegex(
        @"(?<![0-9])(?<periode>(?:19|20)[0-9]{2}(?:\s?[-–/]\s?(?:[0-9]{4}|[0-9]{2}))?)(?![0-9])",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Years();

    [GeneratedRegex(@"(?<n>[0-9]{1,2})\.\s*(?:udgave|version)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Udgave();

    [GeneratedRegex(@"(?<!\p{L})(?:i\s+kraft|fra|begynder|starter)(?!\p{L})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Begins();

    [GeneratedRegex(@"(?<!\p{L})(?:til|udløber|slutter|ophører)(?!\p{L})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Ends();

    [GeneratedRegex(
        @"(?<!\p{L})(?:gældende|gælder|løber|aftaleperioden|i\s+kraft)(?!\p{L})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex IKraft();

    [GeneratedRegex(@"\A(?:for\s+)?skoleåret\s+(?:19|20)[0-9]{2}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Skoleaar();

    [GeneratedRegex(@"\A(?:19|20)[0-9]{2}(?:\s?[-/–]\s?(?:[0-9]{4}|[0-9]{2}))?\z", RegexOptions.CultureInvariant)]
    private static partial Regex AarAlene();
}
