using System.Globalization;
using System.Text.RegularExpressions;
using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;
using Effektkaeder.Domain.Tid;
using Effektkaeder.Import.Mapping.Felter;
using Effektkaeder.Import.Mapping.Former;
using Effektkaeder.Import.Mapping.Skabeloner;

namespace Effektkaeder.Import.Mapping.Kladde;

/// <summary>
/// One goal per enumerated goal, under its policy; a field that only names a document gives that document as
/// a ghost and one unspecified goal under it.
/// </summary>
internal sealed partial class PolitiskeMaal(Kortlaegning k)
{
    internal IReadOnlyList<string> Map(UdfyldtFelt felt)
    {
        var helt = Nodetekster.Whole(felt.Indhold);
        var herkomst = helt.Herkomst(k.Fil, felt.Felt.Label);
        if ((Politiknavn(helt.Tekst) ?? Plannavn(helt.Tekst)) is { } dokument)
        {
            var maal = Maal(dokument, herkomst, uspecificeret: true);
            k.Bygger.Edge(EdgeType.Indeholder, Politik(dokument, herkomst), maal, herkomst, Grund.Tekst);
            return [maal];
        }

        if (Several(helt.Tekst) is { Count: > 0 } flere)
        {
            return
            [
                .. flere.Select(navn =>
                {
                    var maal = Maal(navn, herkomst, uspecificeret: true);
                    k.Bygger.Edge(EdgeType.Indeholder, Politik(navn, herkomst), maal, herkomst, Grund.Tekst);
                    return maal;
                }),
            ];
        }

        var (politik, tekster) = Enumerated(helt.Tekst);
        if (tekster.Count == 0)
        {
            tekster = [.. Nodetekster.Punkter(felt.Indhold).Select(n => n.Tekst)];
        }

        var keys = tekster.Select(t => Prefixed(t, herkomst) ?? Maal(t, herkomst)).Distinct(StringComparer.Ordinal).ToList();
        if (politik is not null)
        {
            var key = Politik(politik, herkomst);
            keys.ForEach(m => k.Bygger.Edge(EdgeType.Indeholder, key, m, herkomst, Grund.Tekst));
        }

        return keys;
    }

    /// <summary>The policy, strategy or plan that a text names and nothing else; null when it says more.</summary>
    internal static string? Politiknavn(string tekst)
    {
        var ren = tekst.Trim().TrimEnd('.');
        // "Sundhedspolitikken og Kulturpolitikken" are two.
        var flere = ren.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).Count(IsPolitikord) > 1;
        return !flere && !ren.Contains('\n') && IsOnlyName().Match(ren) is { Success: true } m && IsPolitikord(m.Groups["hoved"].Value)
            ? ren
            : null;
    }

    /// <summary>"Mobilitetsplan 2022": as the whole of a goal a plan by its name, whatever it plans.</summary>
    private static string? Plannavn(string tekst) => IsPlan().IsMatch(tekst.Trim().TrimEnd('.')) ? tekst.Trim().TrimEnd('.') : null;

    /// <summary>"Træpolitikken samt Klimastrategien": the names, where a text holds names and nothing else.</summary>
    private static IReadOnlyList<string> Several(string tekst)
    {
        var navne = Mellemrum()
            .Split(Parentes().Replace(tekst, ""))
            .Select(n => n.Trim(' ', '.', '-', '•'))
            .Where(n => n.Length > 0)
            .ToList();
        return navne.All(n => Politiknavn(n) is not null) ? navne : [];
    }

    [GeneratedRegex(@"\A\p{Lu}\p{L}{4,}plan(?:en)?(?:\s+(?:19|20)[0-9]{2}(?:\s?[-–/]\s?[0-9]{2,4})?)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex IsPlan();

    [GeneratedRegex(@"\s*\([^)]*\)", RegexOptions.CultureInvariant)]
    private static partial Regex Parentes();

    [GeneratedRegex(@"\s+samt\s+|\s+og\s+|\s*[,;\n]\s*(?:samt\s+|og\s+)?", RegexOptions.CultureInvariant)]
    private static partial Regex Mellemrum();

    internal static bool IsPolitikord(string ord) =>
        SkabelonKatalog.Ord.Politikker.Any(p =>
            ord.Contains(p, StringComparison.OrdinalIgnoreCase)
            && ord.Length - ord.LastIndexOf(p, StringComparison.OrdinalIgnoreCase) <= p.Length + 4
        );

    /// <summary>States a named policy as a ghost, its genitive taken off.</summary>
    internal string Politik(string navn, Herkomst herkomst)
    {
        var ren = navn.Trim().TrimEnd('.');
        var key = NodeKeys.Shared(k.Kommune, NodeKind.Politik, ren);
        // A name in the genitive gives way to the same name by itself.
        var genitiv = ren.EndsWith("ens", StringComparison.Ordinal);
        var titel = genitiv ? ren[..^1] : ren;
        if (!genitiv && k.Genitiver.Remove(key))
        {
            k.Bygger.Rename(key, titel.Capitalised());
        }
        else if (genitiv && !k.Bygger.Has(key))
        {
            k.Genitiver.Add(key);
        }

        return k.Bygger.Node(key, NodeKind.Politik, new Indhold(Titel.Cut(titel.Capitalised()), titel) { Henvist = true }, herkomst);
    }

    /// <summary>"Xpolitikkens mål om (1) … samt (2) …": the policy, and the goals without their numbers.</summary>
    private static (string? Politik, IReadOnlyList<string> Maal) Enumerated(string tekst)
    {
        var numre = Nummer().Matches(tekst).ToList();
        if (
            numre.Count == 0
            || numre.Select((m, i) => m.Groups["n"].Value == (i + 1).ToString(CultureInfo.InvariantCulture)).Contains(false)
        )
        {
            return (null, []);
        }

        var maal = numre.Select(
            (m, i) =>
                Bindeord()
                    .Replace(tekst[(m.Index + m.Length)..(i + 1 < numre.Count ? numre[i + 1].Index : tekst.Length)], "")
                    .Trim(' ', '.', ',', ';', '\n')
        );
        var foran = Named().Matches(tekst[..numre[0].Index]).FirstOrDefault(m => IsPolitikord(m.Groups["hoved"].Value));
        return (foran?.Value.Trim(), [.. maal.Where(t => t.Length > 0)]);
    }

    /// <summary>A goal and the policy that names it, as one text that says both: what is read back as a goal under its policy.</summary>
    internal static string Under(string politik, string maal) => $"{politik}: {maal}";

    /// <summary>"Ældrepolitikken (vedtaget 14. marts 2019): Flere klarer sig selv": a policy, its day, and one goal.</summary>
    private string? Prefixed(string tekst, Herkomst herkomst)
    {
        if (Before().Match(tekst) is not { Success: true } m || Politiknavn(m.Groups["navn"].Value) is not { } navn)
        {
            return null;
        }

        var politik = Politik(navn, herkomst);
        var dag = TidsudtrykReader
            .FindAll(m.Groups["tid"].Value, TidsKontekst.Tom)
            .Select(f => f.Udtryk)
            .FirstOrDefault(u => u.Fra is not null)
            ?.Fra;
        if (dag is { } vedtaget)
        {
            k.Bygger.Egenskab(politik, Egenskaber.Vedtaget, vedtaget.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }

        var maal = Maal(m.Groups["maal"].Value, herkomst);
        k.Bygger.Edge(EdgeType.Indeholder, politik, maal, herkomst, Grund.Tekst);
        return maal;
    }

    [GeneratedRegex(
        @"\A(?<navn>[^:(]{4,60}?)\s*(?:\((?:vedtaget|godkendt)(?<tid>[^)]*)\))?\s*:\s+(?<maal>\S.*)\z",
        RegexOptions.CultureInvariant | RegexOptions.Singleline
    )]
    private static partial Regex Before();

    private string Maal(string tekst, Herkomst herkomst, bool uspecificeret = false) =>
        k.Bygger.Node(
            NodeKeys.Shared(k.Kommune, NodeKind.PolitiskMaal, tekst),
            NodeKind.PolitiskMaal,
            new Indhold(Titel.Of(tekst), tekst) { Uspecificeret = uspecificeret, Betinget = Betingelser.Whole(tekst) },
            herkomst
        );

    [GeneratedRegex(
        @"\A(?:[\p{L}-]+\s+[Kk]ommunes\s+|(?:\p{L}[\p{L}-]*s\s+){0,2})?(?:[\p{L}-]+\s+og\s+)?(?<hoved>[\p{L}-]+)(?:\s+(?:for"
            + @"|[0-9]{4})[^.,:]{0,40})?(?:,\s*[^.:]{1,60})?\z",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex IsOnlyName();

    [GeneratedRegex(@"(?:[\p{L}-]+\s+[Kk]ommunes\s+)?(?<hoved>[\p{L}-]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Named();

    [GeneratedRegex(@"\((?<n>[0-9]{1,2})\)\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Nummer();

    [GeneratedRegex(@"[\s,;]+(?:samt|og)\s*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Bindeord();
}
