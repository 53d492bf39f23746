using System.Text.RegularExpressions;
using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;
using Effektkaeder.Domain.Tid;
using Effektkaeder.Import.Diagnostics;
using Effektkaeder.Import.Mapping.Former;
using Effektkaeder.Import.Mapping.Graf;
using Effektkaeder.Import.Mapping.Navne;
using Effektkaeder.Import.Syntax;

namespace Effektkaeder.Import.Mapping.Forside;

/// <summary>The cover to a head: labelled lines first, running text for what they leave open.</summary>
internal static partial class ForsideReader
{
    internal static Aftalehoved? Read(Form form, string? kommune, List<Diagnostic> diagnostics)
    {
        var source = form.Tree.Source;
        var foerste = form.Laesning == Laesning.Profil ? form.FoersteLinje : int.MaxValue;
        var felter = ForsideFelter.Read(form);
        var afsnit = form.Udenfor.OfType<ParagraphBlock>().Where(p => p.Line < foerste).ToList();
        var linjer = form
            .Udenfor.Where(b => b.Line < foerste || b is HeadingBlock)
            .Select(b =>
                b is HeadingBlock h ? h.Text
                : b is ParagraphBlock p ? p.Text
                : ""
            )
            .Where(t => t.Length > 0)
            .ToList();
        if (
            KommuneFinder.Find(
                kommune,
                felter,
                form.Udenfor.Where(b => b.Line < foerste && b is HeadingBlock or ParagraphBlock),
                form.Tree,
                diagnostics
            )
            is not { } navn
        )
        {
            return null;
        }

        var overordnet = form.Laesning == Laesning.Profil ? null : OverordnetFinder.Find(form);
        var center = overordnet is null ? felter.Navn("center") ?? CenterAfTekst(source.Path, afsnit) : null;
        var organisation = felter.Navn("organisation") ?? center;
        if (organisation is null && form.Laesning != Laesning.Profil)
        {
            organisation = overordnet is null ? Enhed(form, felter, linjer, navn) : (KommuneFinder.Titel(navn), [], BeginningOf(form));
        }

        if (organisation is not { } enhed)
        {
            diagnostics.Add(Beskeder.IngenOrganisation(source.Path));
            return null;
        }

        // A centre's own agreement is stated by that centre, wherever on the cover its name stands.
        center ??= overordnet is null && NavneReader.Art(enhed.Navn) == "center" ? enhed : null;
        var periode = PeriodeFinder.Find(form.Skabelon, felter, linjer);
        var underskrevet = felter.Dag("underskrevet") ?? DatoAlene(afsnit) ?? Vedtaget(afsnit);
        if (periode.Fra is null && overordnet is null)
        {
            diagnostics.Add(Beskeder.IngenPeriode(source.Path));
        }

        if (underskrevet is null && overordnet is null)
        {
            diagnostics.Add(Beskeder.IkkeUnderskrevet(source.Path));
        }

        var read = new HashSet<Block>(felter.Laest, ReferenceEqualityComparer.Instance);
        var visioner = VisionFinder.Find([.. form.Udenfor.Where(b => b.Line < foerste)], source.Path, read).ToList();
        return new Aftalehoved
        {
            Kommune = NodeKeys.Kommune(navn),
            KommuneNavn = KommuneFinder.Titel(navn),
            Kilde = new Kilde(source.Path, source.Sha256, form.Skabelon.Kode),
            Overordnet = overordnet,
            Type = overordnet?.Type ?? periode.Type,
            Periode = overordnet?.Periode ?? periode.Periode,
            Udgave = periode.Udgave,
            Fra = overordnet is null ? periode.Fra : overordnet.Fra,
            Til = overordnet is null ? periode.Til : overordnet.Til,
            Underskrevet = overordnet?.Vedtaget ?? underskrevet,
            Organisation = enhed.Navn,
            OrganisationAliaser = [.. enhed.Aliaser.Concat(Initialer(enhed.Navn, form.Tree.Text)).Distinct(StringComparer.Ordinal)],
            Center = center?.Navn,
            Parter = Parter.Find(felter, afsnit, center?.Navn ?? enhed.Navn, form.Tree),
            Leder = Parter.Leder(felter),
            Visioner = visioner,
            Laest = read,
            Felter = [.. felter.Vaerdier(form.Skabelon, diagnostics), .. Rammetekster.Read(form, read)],
            Herkomst = BeginningOf(form),
        };
    }

    /// <summary>The unit that a document of no known form is of; null where nothing names one.</summary>
    private static (string Navn, IReadOnlyList<string> Aliaser, Herkomst Herkomst)? Enhed(
        Form form,
        ForsideFelter felter,
        IReadOnlyList<string> linjer,
        string kommune
    )
    {
        var enheder = form.Punkter.Select(p => p.Enhed).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var named = Enhedsfinder.Find(form.Tree.Source.Path, [.. form.Udenfor.Where(b => b.Line <= form.FoersteLinje)]);
        if (enheder.Count > 1)
        {
            // Of a document that holds the points of several units none of them is its own: it is the municipality's, or theirs above.
            return named is { } above && !enheder.Contains(above.Navn, StringComparer.OrdinalIgnoreCase)
                ? above
                : (KommuneFinder.Titel(kommune), [], BeginningOf(form));
        }

        return named
            ?? AfParter(felter)
            ?? (
                enheder.Count == 1 ? (enheder[0], [], BeginningOf(form))
                : Enhedsfinder.IsKommunens(linjer, kommune) ? (KommuneFinder.Titel(kommune), [], BeginningOf(form))
                : null
            );
    }

    private static Herkomst BeginningOf(Form form) => new(form.Tree.Source.Path, form.Tree.Blocks[0].Line, form.Tree.Blocks[0].Raw);

    /// <summary>The party that is no committee and no council: who is bound by the agreement.</summary>
    private static (string Navn, IReadOnlyList<string> Aliaser, Herkomst Herkomst)? AfParter(ForsideFelter felter) =>
        felter.Navn("aftalepart") is { } parter
        && Parter.Sides(parter.Navn).LastOrDefault(n => NavneReader.Art(n) is not (null or "udvalg" or "byraad" or "direktion" or "gruppe"))
            is { } enhed
            ? (enhed, [], parter.Herkomst)
            : null;

    private static (string Navn, IReadOnlyList<string> Aliaser, Herkomst Herkomst)? CenterAfTekst(
        string fil,
        IReadOnlyList<ParagraphBlock> afsnit
    )
    {
        foreach (var p in afsnit)
        {
            if (CenterLinje().Match(p.Text) is { Success: true } m)
            {
                return (m.Groups["navn"].Value, [], new Herkomst(fil, p.Line, p.Text));
            }
        }

        foreach (var p in afsnit)
        {
            if (CenterITekst().Match(p.Text) is { Success: true } m)
            {
                return (m.Groups["navn"].Value, [], new Herkomst(fil, p.Line, p.Text));
            }
        }

        return null;
    }

    /// <summary>A line that is a date and nothing else, or one that says of a day that the agreement was signed then.</summary>
    private static DateOnly? DatoAlene(IReadOnlyList<ParagraphBlock> afsnit)
    {
        foreach (var p in afsnit)
        {
            var fund = TidsudtrykReader.FindAll(p.Text, TidsKontekst.Tom);
            if (
                fund is [{ Udtryk: { Praecision: Praecision.Dag, Fra: { } dag } } eneste]
                && (eneste.Laengde >= p.Text.Trim('.', ' ').Length || Signed().IsMatch(p.Text))
            )
            {
                return dag;
            }
        }

        return null;
    }

    internal static bool IsSigned(string line) => line.Length <= 80 && Signed().IsMatch(line) && EneDag(line) is not null;

    /// <summary>Whether a line says when the agreement was signed or adopted.</summary>
    internal static bool TellsOfDay(string line) => (Signed().IsMatch(line) || Vedtog().IsMatch(line)) && EneDag(line) is not null;

    private static DateOnly? EneDag(string text) =>
        TidsudtrykReader.FindAll(text, TidsKontekst.Tom) is [{ Udtryk: { Praecision: Praecision.Dag, Fra: { } dag } }] ? dag : null;

    /// <summary>"Byrådet vedtog kontrakten den …": the day of the one sentence that tells of it.</summary>
    private static DateOnly? Vedtaget(IEnumerable<ParagraphBlock> afsnit) =>
        afsnit
            .SelectMany(p => Sentences.Split(p.Text))
            .Where(s => Vedtog().IsMatch(s.Text))
            .Select(s => EneDag(s.Text))
            .FirstOrDefault(d => d is not null);

    [GeneratedRegex(
        @"\A[^,]*(?<!\p{L})(?:vedtog|godkendte|vedtaget|godkendt|indgået|underskrevet)\s[^,]*(?:kontrakten|aftalen|planen|den|d\.)\s",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Vedtog();

    /// <summary>"Underskrevet den …", "Aftalen er indgået med … den …", "Fjordby, den …".</summary>
    [GeneratedRegex(
        @"\A(?:(?:\p{L}+\s+er\s+)?(?:underskrevet|indgået)\s[^.]*?(?:d\.|den|pr\.)\s*[0-9][^,]*"
            + @"|\p{Lu}\p{L}+(?:\s\p{L}\.?)?,\s+(?:den|d\.)\s+[0-9][^,]*)\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Signed();

    /// <summary>Names by initials that the text itself uses: "Center for Afhængighed" as "CFA".</summary>
    private static IEnumerable<string> Initialer(string navn, string text)
    {
        foreach (var del in NavneReader.SplitAtOg(navn))
        {
            var ord = del.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var initialer = string.Concat(ord.Select(o => char.ToUpperInvariant(o[0])));
            if (ord.Length >= 3 && Regex.IsMatch(text, $@"(?<!\p{{L}}){Regex.Escape(initialer)}(?!\p{{L}})", RegexOptions.CultureInvariant))
            {
                yield return del == navn ? initialer : navn.Replace(del, initialer, StringComparison.Ordinal);
            }
        }
    }

    /// <summary>The whole line is the name, whatever signs it holds: "Center for Børn &amp; Unge (0-6 år)".</summary>
    [GeneratedRegex(
        @"\A(?<navn>(?:[Cc]enter|CENTER)\s+(?:for|FOR)\s+(?![^.]*\p{L}{3,}\.\s)\S.{0,118}?)\.?\z",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex CenterLinje();

    [GeneratedRegex(
        @"(?<navn>Center\s+for\s+\p{Lu}[\p{L}\p{N}-]*(?:(?:,|\s+og|\s*[&+/–])?\s*(?!(?:19|20)[0-9]{2}(?![0-9]))(?:(?<=\s"
            + @"|[&+/–])[\p{Lu}0-9][\p{L}\p{N}-]*))*)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex CenterITekst();
}
