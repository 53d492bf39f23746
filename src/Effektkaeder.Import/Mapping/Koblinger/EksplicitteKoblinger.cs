using System.Globalization;
using System.Text.RegularExpressions;
using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;
using Effektkaeder.Import.Diagnostics;
using Effektkaeder.Import.Mapping.Felter;
using Effektkaeder.Import.Mapping.Former;
using Effektkaeder.Import.Mapping.Kladde;
using Effektkaeder.Import.Mapping.Navne;

namespace Effektkaeder.Import.Mapping.Koblinger;

/// <summary>A couplings field: what it names, cut into targets, each of the kind its words make it.</summary>
internal sealed partial class EksplicitteKoblinger(Kortlaegning k, KortlagtPunkt p)
{
    internal void Map(UdfyldtFelt felt)
    {
        var herkomst = new Herkomst(k.Fil, felt.Indhold.Line, felt.Indhold.Raw, felt.Felt.Label);
        IReadOnlyList<string> tekster = felt.Indhold.HasList
            ? [.. Nodetekster.Punkter(felt.Indhold).Select(n => n.Tekst)]
            : [felt.Indhold.Text];
        if (k.Bygger.Kind(p.Ejer).IsChain())
        {
            tekster.ToList().ForEach(t => Map(t, p.Ejer, herkomst));
            return;
        }

        // Outside the points only a line that names one says where its coupling starts.
        foreach (var tekst in tekster)
        {
            if (Afsender(tekst) is { } afsender)
            {
                Map(afsender.Ord, afsender.Key, herkomst);
            }
            else
            {
                k.Diagnostics.Add(Beskeder.KoblingUdenAfsender(k.Fil, felt.Indhold.Line, Titel.Cut(tekst)));
            }
        }
    }

    private void Map(string tekst, string fra, Herkomst herkomst)
    {
        foreach (var led in Targets(Henvisninger.Written(tekst, k.Hoved.Type), [.. k.Aktoerer.WholeNames, .. NavneReader.Enheder(tekst)]))
        {
            if (Henvisninger.IsAll(led))
            {
                foreach (var indsats in Indsatser().Where(i => i != p.Indsats))
                {
                    k.Bygger.Kobling(KoblingArt.Eksplicit, fra, indsats, Tillid.Erklaeret, herkomst with { Ordret = led });
                }

                continue;
            }

            if (Maal(led, herkomst) is { } maal)
            {
                k.Bygger.Kobling(KoblingArt.Eksplicit, fra, maal, Tillid.Erklaeret, herkomst with { Ordret = led }, Betingelser.I(led));
            }
        }
    }

    /// <summary>"Digital tryghed: samarbejde med Borgerservice": the effort that a line begins with, and what it says of it.</summary>
    private (string Key, string Ord)? Afsender(string tekst) =>
        tekst.IndexOf(": ", StringComparison.Ordinal) is > 0 and var colon
        && Shared(NodeKind.Indsats, tekst[..colon].Trim()) is var key
        && k.Bygger.Has(key)
            ? (key, tekst[(colon + 2)..])
            : null;

    /// <summary>
    /// The targets that a text names: after "koblinger til", cut at "samt", "dels", "herunder" and commas that begin no clause.
    /// </summary>
    internal static IEnumerable<string> Targets(string tekst, IReadOnlyCollection<string> hele)
    {
        var efter = Indledning().Replace(tekst.Replace('\n', ' '), "");
        foreach (var navn in hele.Where(n => n.Contains(',')))
        {
            efter = efter.Replace(navn, navn.Replace(",", "\u0001", StringComparison.Ordinal), StringComparison.Ordinal);
        }

        return Skel()
            .Split(efter)
            .Select(l => l.Replace('\u0001', ',').Trim(' ', '.', ',', ';'))
            .Where(l => l.Length > 1)
            .SelectMany(VedOg);
    }

    /// <summary>Cut at "og" only where both sides are whole names.</summary>
    private static IEnumerable<string> VedOg(string led)
    {
        for (var at = led.IndexOf(" og ", StringComparison.Ordinal); at > 0; at = led.IndexOf(" og ", at + 1, StringComparison.Ordinal))
        {
            var (foer, efter) = (led[..at].Trim(), led[(at + 4)..].Trim());
            // "Center for Børn og Unges udviklingsaftale" is one agreement, of one centre.
            var eet =
                foer.StartsWith("Center for ", StringComparison.Ordinal)
                && AftaleOrd().IsMatch(efter)
                && !efter.StartsWith("Center for ", StringComparison.Ordinal)
                && !AftaleOrd().IsMatch(foer);
            if (!eet && IsName(foer) && IsName(efter))
            {
                return [foer, efter];
            }
        }

        return [led];

        static bool IsName(string navn) =>
            Parentes().Replace(navn, "") is var rent
            && (
                PolitiskeMaal.Politiknavn(rent) is not null
                || NavneReader.IsWholeName(rent)
                || AftaleOrd().IsMatch(rent)
                || Named().IsMatch(rent)
            );
    }

    private string? Maal(string led, Herkomst herkomst)
    {
        var aftale = new Aftalenavne(k).Find(led, herkomst).Select(a => a.Key).FirstOrDefault();
        if (aftale is not null)
        {
            return aftale;
        }

        var skrevet = Om().Replace(Parentes().Replace(led, ""), "").Trim(' ', '.', ',');
        var navn = Med().Replace(skrevet, "");
        if (
            PunktNummer().Match(navn) is { Success: true } nr
            && k.Form.Punkter.FirstOrDefault(q =>
                q.Nummer == int.Parse(nr.Groups["n"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)
            )
                is { Overskrift: { } h }
        )
        {
            return Shared(NodeKind.Indsats, h.Text);
        }

        if (Named().Match(navn) is { Success: true } m)
        {
            var kind = m.Groups["art"].Value.StartsWith("indsats", StringComparison.OrdinalIgnoreCase)
                ? NodeKind.Indsats
                : NodeKind.PolitiskMaal;
            var titel = m.Groups["navn"].Value.Trim();
            return Ghost(kind, Shared(kind, titel), titel, herkomst);
        }

        if (
            k.Bygger.Has(Shared(NodeKind.Indsats, navn))
            || k.Form.Punkter.Any(q => q.Overskrift is { } o && Identitet.Plain(o.Text) == Identitet.Plain(navn))
        )
        {
            return Shared(NodeKind.Indsats, navn);
        }

        if (Love.IsReference(navn))
        {
            // An act is coupled to as an act, wherever it stands.
            return null;
        }

        if (PolitiskeMaal.Politiknavn(navn) is not null)
        {
            return new PolitiskeMaal(k).Politik(navn, herkomst);
        }

        // Whoever is worked with is somebody, whatever the name is made of.
        return
            Sammen().IsMatch(skrevet) && navn != skrevet && navn.Split(' ').Length <= 4
            || NavneReader.Art(navn) is { } art && navn.Split(' ').Length <= (art == "gruppe" ? 12 : 7)
            ? k.Aktoerer.Organisation(navn, herkomst)
            : k.Bygger.Node(Shared(NodeKind.Emne, navn), NodeKind.Emne, new Indhold(Titel.Of(navn.Capitalised()), navn), herkomst);
    }

    /// <summary>Every effort of the agreement, those of later points too.</summary>
    private IEnumerable<string> Indsatser() =>
        k
            .Form.Punkter.Select(q => q.With("indsats")?.Indhold.Text ?? (q.Slags is null or NodeKind.Indsats ? q.Overskrift?.Text : null))
            .OfType<string>()
            .Select(t => Shared(NodeKind.Indsats, t))
            .Distinct(StringComparer.Ordinal);

    private string Ghost(NodeKind kind, string key, string titel, Herkomst herkomst) =>
        k.Bygger.Has(key) ? key : k.Bygger.Node(key, kind, new Indhold(Titel.Of(titel), titel) { Henvist = true }, herkomst);

    private string Shared(NodeKind kind, string tekst) => NodeKeys.Shared(k.Kommune, kind, tekst);

    [GeneratedRegex(
        @"\A.*?(?<!\p{L})kobl(?:ing|inger|er|es)\s+(?:sig\s+)?(?:til|på\s+tværs\s+af|med)\s+",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Indledning();

    [GeneratedRegex(
        @"(?:,\s*)?(?:(?:og\s+)?herunder\s+(?:også\s+)?(?:til\s+)?)|(?:,\s*)?(?<!\p{L})dels\s+(?:til\s+)?|\s+samt\s+(?:til\s+)?"
            + @"|\.\s+(?:(?:Desuden|Derudover|Endvidere)\s+(?:også\s+)?(?:til\s+)?)?(?=\p{Lu})|\s+og\s+(?:desuden\s+|også\s+)?til\s+"
            + @"|;\s*|,\s+(?!(?:der|som|hvor|hvilke|hvis|så|at|når"
            + @"|såfremt|forudsat|medmindre|med\s+forbehold|under\s+forudsætning|fx)(?!\p{L}))(?:og\s+)?(?:til\s+)?",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Skel();

    /// <summary>What says only that there is a coupling.</summary>
    [GeneratedRegex(
        @"\A(?i:se(?:\s+også)?|jf\.|(?:i\s+)?(?:tæt\s+)?samarbejder?\s+med|sammen\s+med)\s+(?=\p{Lu})",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Med();

    [GeneratedRegex(@"\A[^:]*\smed\s", RegexOptions.CultureInvariant)]
    private static partial Regex Sammen();

    [GeneratedRegex(@"\s+(?:om|vedrørende|vedr\.)\s+.*\z|,?\s+(?:såfremt|hvis|forudsat|medmindre)\s.*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Om();

    [GeneratedRegex(@"\A[\p{L} ]+s\s+\p{L}*aftale\z|\A\p{Lu}\p{L}+aftalen\z", RegexOptions.CultureInvariant)]
    private static partial Regex AftaleOrd();

    [GeneratedRegex(@"\s*\([^)]*\)?", RegexOptions.CultureInvariant)]
    private static partial Regex Parentes();

    [GeneratedRegex(
        @"\A(?:punkt|indsats|aftalepunkt|aftale)\s+(?:nr\.\s*)?(?<n>[0-9]{1,2})(?:\s*[:–-]\s*.*)?\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex PunktNummer();

    [GeneratedRegex(
        @"\A(?:den\s+|det\s+)?(?<art>indsatsen|indsats|politiske\s+mål|politisk\s+mål"
            + @"|målet)\s+(?:om\s+)?[""»“„]?(?<navn>[^""«”“]+)[""«”]?(?:\s+i\s+Center\s+.*)?\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Named();
}
