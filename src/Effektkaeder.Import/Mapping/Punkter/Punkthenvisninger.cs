using System.Globalization;
using System.Text.RegularExpressions;
using Effektkaeder.Domain;
using Effektkaeder.Import.Mapping.Former;
using Effektkaeder.Import.Mapping.Kladde;
using Effektkaeder.Import.Mapping.Skabeloner;

namespace Effektkaeder.Import.Mapping.Punkter;

/// <summary>
/// The points met so far by their numbers and titles, for the cells that name them: "1.1" under "Mål", "A" under "Indsats", "1, 3"
/// under "Byrådsmål", the title of an action in an appendix. Such a cell is no node: what stands beside it is said of the point's.
/// </summary>
internal sealed partial class Punkthenvisninger(Kortlaegning k)
{
    private readonly Dictionary<(NodeKind, string), KortlagtPunkt> _byNumber = [];
    private readonly Dictionary<(NodeKind, string), (KortlagtPunkt Point, string Key)?> _byTitle = [];
    private readonly Dictionary<NodeKind, int> _count = [];

    internal void Add(KortlagtPunkt point)
    {
        foreach (var kind in Kinds(point.Punkt))
        {
            _count[kind] = _count.GetValueOrDefault(kind) + 1;
            var number = point.Nummer ?? (point.Punkt.IsSection ? _count[kind].ToString(CultureInfo.InvariantCulture) : null);
            if (number is not null)
            {
                _byNumber.TryAdd((kind, number), point);
            }
        }

        foreach (var key in point.Bidrag.Concat(point.Effekter.Select(e => e.Key)).Concat(point.Indikatorer.Select(i => i.Key)))
        {
            var title = (k.Bygger.Kind(key), Identitet.Plain(k.Bygger.Indhold(key)!.Titel));
            if (!_byTitle.TryAdd(title, (point, key)) && _byTitle[title]?.Key != key)
            {
                // Two of one title: neither is meant more than the other.
                _byTitle[title] = null;
            }
        }
    }

    /// <summary>Whether a cell holds numbers and nothing else, which no node is called.</summary>
    internal static bool IsNumbers(UdfyldtFelt felt) =>
        // An indicator may be a number: how many it is to be.
        felt.Felt.IsLed()
        && felt.Felt.Rolle != "indikator"
        && Numbers().IsMatch(felt.Indhold.Text.Trim());

    /// <summary>Gives the point what a cell names; false where it names nothing that was met.</summary>
    internal bool Refer(UdfyldtFelt felt, KortlagtPunkt p, bool byTitle)
    {
        var kind = Kaederoller.Kind(felt.Felt.Rolle)!.Value;
        if (IsNumbers(felt))
        {
            var m = Numbers().Match(felt.Indhold.Text.Trim());
            var found = m.Groups["n"].Captures.Select(c => _byNumber.GetValueOrDefault((kind, c.Value.TrimEnd('.')))).ToList();
            if (found.Contains(null))
            {
                return false;
            }

            found.ForEach(f => Add(p, f!, kind));
            return true;
        }

        if (!byTitle || _byTitle.GetValueOrDefault((kind, Identitet.Plain(felt.Indhold.Text))) is not (var (owner, key)))
        {
            return false;
        }

        if (kind == NodeKind.Bidrag)
        {
            p.Bidrag.Add(key);
        }
        else
        {
            (kind == NodeKind.Effekt ? p.Effekter : p.Indikatorer).Add((key, k.Bygger.Indhold(key)!.Tekst));
        }

        p.Enhed ??= owner.Enhed;
        return true;
    }

    private static void Add(KortlagtPunkt p, KortlagtPunkt named, NodeKind kind)
    {
        p.Enhed ??= named.Enhed;
        switch (kind)
        {
            case NodeKind.PolitiskMaal:
                p.Maal.AddRange(named.Maal);
                break;
            case NodeKind.Indsats when p.Indsats is null:
                p.Indsats = named.Indsats;
                break;
            case NodeKind.Indsats when named.Indsats is { } another:
                p.FlereIndsatser.Add(another);
                break;
            case NodeKind.Bidrag:
                p.Bidrag.AddRange(named.Bidrag);
                break;
            case NodeKind.Effekt:
                p.Effekter.AddRange(named.Effekter);
                // An action for a goal is an action of the effort that the goal stands under.
                p.Indsats ??= p.Punkt.With("bidrag") is null ? null : named.Indsats;
                break;
            case NodeKind.Indikator:
                p.Indikatorer.AddRange(named.Indikatorer);
                break;
        }

        if (kind is NodeKind.Indsats or NodeKind.Bidrag)
        {
            p.Afledte.UnionWith(named.Effekter.Select(e => e.Key));
        }
    }

    private static IEnumerable<NodeKind> Kinds(Punkt punkt) =>
        punkt.Slags is { } kind ? [kind] : punkt.Felter.Select(f => Kaederoller.Kind(f.Felt.Rolle)).OfType<NodeKind>().Distinct();

    [GeneratedRegex(
        @"\A(?:(?:(?:politisk\s+)?\p{L}*mål|\p{L}*indsats|indsatsområde|fokusområde|tema|handling|tiltag|punkt)\s+)?(?:nr\.?\s*)?"
            + @"(?<n>[0-9]{1,2}(?:\.[0-9]{1,2})*|(?-i:[A-H]))\.?"
            + @"(?:\s*(?:,|og|samt|\+|&|/|\n)\s*(?<n>[0-9]{1,2}(?:\.[0-9]{1,2})*|(?-i:[A-H]))\.?)*\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Numbers();
}
