using System.Text.RegularExpressions;
using Effektkaeder.Domain;
using Effektkaeder.Domain.Tid;

namespace Effektkaeder.Analysis.Opfoelgninger;

/// <summary>
/// Reads an adjustment clause by clause into lines of a proposed change set. What a clause does not say is asked, never guessed: which
/// of several milestones, which of their dates, which year.
/// </summary>
internal sealed partial class Justeringslaeser(Udsnit udsnit, Node ejer, TidsKontekst kontekst)
{
    private readonly Omegn _omegn = new(udsnit, ejer);

    public IReadOnlyList<Forslagslinje> Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || Aendringsord.IsNone(text))
        {
            return [];
        }

        var clauses = Led.Of(text, c => Aendringsord.Of(c) is not null);
        return [.. clauses.Where(c => !Aendringsord.IsNone(c)).Select((c, i) => Line(i + 1, c))];
    }

    private Forslagslinje Line(int nr, string clause) =>
        Aendringsord.Of(clause) switch
        {
            Forslagsart.Flyttes => Move(nr, clause),
            Forslagsart.Bortfalder => Drop(nr, clause),
            Forslagsart.Erstattes => Replace(nr, clause),
            Forslagsart.Ny => Add(nr, clause),
            Forslagsart.Aendres => Change(nr, clause),
            _ => new(nr, Forslagsart.KunOrd, clause),
        };

    private Forslagslinje Move(int nr, string clause)
    {
        var (old, to) = Dates(clause);
        var length = to is null ? Laengder.Find(clause) : null;
        var unread = to is null && length is null;
        var line = new Forslagslinje(nr, Forslagsart.Flyttes, clause) { Efter = to, Varighed = length };
        var (target, candidates) = Dated(clause, old);
        if (target is null && candidates.Count == 0 && IsOfOwner(clause))
        {
            return Part(line, clause, unread) ?? Postponed(line with { Art = Forslagsart.Udskydes, Node = ejer }, unread);
        }

        if (target is null)
        {
            return line with
            {
                Kandidater = candidates.Count > 0 ? candidates : [.. _omegn.Milepaele, ejer],
                Spoergsmaal = "Hvilken dato flyttes?" + (unread ? " Og hvortil?" : ""),
            };
        }

        return Moved(line with { Node = target }, old, unread);
    }

    /// <summary>
    /// A contribution of several under the effort that was followed up: the effort's own deadline is not its, and is not moved with it.
    /// Null where all is meant, or nothing less.
    /// </summary>
    private Forslagslinje? Part(Forslagslinje line, string clause, bool unread)
    {
        line = line with { Art = Forslagsart.Udskydes };
        var parts = _omegn.OfKinds([NodeKind.Bidrag]);
        var isPart = ejer.Kind != NodeKind.Bidrag && Aendringsord.Kinds(clause).Contains(NodeKind.Bidrag) && !Aendringsord.IsOfAll(clause);
        if (!isPart || parts.Count < 2)
        {
            return null;
        }

        var meant = _omegn.Meant(clause, parts);
        if (meant is not [var part])
        {
            return line with { Kandidater = meant.Count > 0 ? meant : parts, Spoergsmaal = "Hvilket bidrag udskydes?" };
        }

        return new Omegn(udsnit, part).Milepaele.Any(m => m.Indhold.Tider.Any(t => t.HarInterval))
            ? Postponed(line with { Node = part }, unread)
            : line with
            {
                Kandidater = [part, ejer],
                Spoergsmaal = $"»{part.Titel}« har ingen dato for sig. Er det hele »{ejer.Titel}«, der udskydes?",
            };
    }

    private static Forslagslinje Postponed(Forslagslinje line, bool unread) =>
        line.Varighed is not null ? line with { Efter = null }
        : unread ? line with { Spoergsmaal = "Hvor længe udskydes det?" }
        : line with { Spoergsmaal = $"Hvor længe er »{line.Efter!.Tekst}«? Skriv det som en varighed, fx P6M." };

    /// <summary>A line whose milestone is known: which of its dates, and what it becomes.</summary>
    internal static Forslagslinje Moved(Forslagslinje line, Tidsudtryk? old, bool unread)
    {
        var times = line.Node!.Indhold.Tider.Where(t => t.HarInterval).ToList();
        var before =
            old is not null ? times.FirstOrDefault(t => t.Fra == old.Fra && t.Til == old.Til || t.Til == old.Til && t.Fra is null)
            : times.Count == 1 ? times[0]
            : null;
        if (unread)
        {
            return line with { Foer = before, Spoergsmaal = "Hvortil flyttes den? Ordene giver ingen hel dato." };
        }

        if (times.Count > 1 && before is null)
        {
            return line with { Spoergsmaal = $"Hvilken af dens datoer: {string.Join(", ", times.Select(t => t.Tekst))}?" };
        }

        var after = line.Efter ?? before?.Shift(line.Varighed!);
        if (after is null)
        {
            return line with { Spoergsmaal = "Den har ingen dato at regne fra. Hvilken dato bliver det?" };
        }

        var length = before is null ? null : line.Varighed ?? Laengder.Between(before, after);
        var isEarlier = before is not null && (after.Til ?? after.Fra) < (before.Til ?? before.Fra);
        return line with
        {
            Foer = before,
            Efter = after,
            Varighed = length,
            Bemaerkning =
                isEarlier && !Forward().IsMatch(line.Ord) ? "Den nye dato ligger før den gamle."
                : before is not null && before.Fra == after.Fra && before.Til == after.Til ? "Den har den dato allerede."
                : null,
        };
    }

    private Forslagslinje Drop(int nr, string clause)
    {
        var line = new Forslagslinje(nr, Forslagsart.Bortfalder, clause);
        var among = Named(clause, [.. _omegn.Kaede, .. _omegn.Milepaele, .. _omegn.Opfoelgninger]);
        return Targeted(line, clause, among, "Hvad bortfalder?");
    }

    private Forslagslinje Replace(int nr, string clause)
    {
        var line = new Forslagslinje(nr, Forslagsart.Erstattes, clause);
        if (Aendringsord.Replacement(clause) is not var (old, by))
        {
            return line with { Kandidater = _omegn.OfKinds([NodeKind.Indikator]), Spoergsmaal = "Hvad erstattes af hvad?" };
        }

        var kinds = Aendringsord.Kinds(old);
        var among = _omegn.OfKinds(kinds.Count > 0 ? kinds : [NodeKind.Indikator, NodeKind.Milepael, NodeKind.Bidrag, NodeKind.Effekt]);
        return Targeted(line with { Tekst = by }, old, among, "Hvad erstattes?");
    }

    private Forslagslinje Add(int nr, string clause)
    {
        var words = Aendringsord.New(clause);
        var kind = Aendringsord.Kinds(words is null ? clause : clause[..clause.IndexOf(words[1..], StringComparison.OrdinalIgnoreCase)]);
        var (_, date) = Dates(clause);
        var line = new Forslagslinje(nr, Forslagsart.Ny, clause)
        {
            Tekst = words,
            Slags = kind.Count > 0 ? kind[0] : null,
            Efter = date,
            Node = ejer,
        };
        if (words is null || kind.Count == 0)
        {
            return line with { Spoergsmaal = words is null ? "Hvad skal det nye sige?" : "Hvad er det nye: bidrag, milepæl, indikator?" };
        }

        var under = Upper(kind[0]);
        return under.Count == 1
            ? line with
            {
                Node = under[0],
            }
            : line with
            {
                Node = null,
                Kandidater = under,
                Spoergsmaal = $"Hvad hører den nye {kind[0].Info().Navn} under?",
            };
    }

    private Forslagslinje Change(int nr, string clause)
    {
        var (_, date) = Dates(clause);
        var wording = Aendringsord.Wording(clause);
        var milestones = date is null ? [] : _omegn.Meant(clause, _omegn.Milepaele);
        if (date is not null && (milestones.Count > 0 || Aendringsord.Kinds(clause).Contains(NodeKind.Milepael)))
        {
            return Move(nr, clause);
        }

        var line = new Forslagslinje(nr, Forslagsart.Aendres, clause) { Tekst = wording };
        var before = wording is null ? clause : clause[..clause.IndexOf(wording[1..], StringComparison.OrdinalIgnoreCase)];
        var told = Targeted(line, before, Named(before, _omegn.Kaede), "Hvad ændres?");
        return wording is null && told.Spoergsmaal is null ? told with { Spoergsmaal = "Hvad skal der stå?" } : told;
    }

    private Forslagslinje Targeted(Forslagslinje line, string words, IReadOnlyList<Node> among, string question)
    {
        var meant = _omegn.Meant(words, among);
        return meant.Count == 1 ? line with { Node = meant[0] }
            : meant.Count == 0 && IsOfOwner(words) && among.Contains(ejer) ? line with { Node = ejer }
            : meant.Count == 0 && among.Count == 1 ? line with { Node = among[0] }
            : line with { Kandidater = meant.Count > 0 ? meant : among, Spoergsmaal = question };
    }

    /// <summary>The milestone or planned follow-up whose date a clause moves.</summary>
    private (Node? Target, IReadOnlyList<Node> Candidates) Dated(string clause, Tidsudtryk? old)
    {
        if (Aendringsord.IsOfAll(clause))
        {
            return (null, []);
        }

        var isFollowUp = Aendringsord.Kinds(clause).Contains(NodeKind.Opfoelgning);
        var first = isFollowUp ? _omegn.Opfoelgninger : _omegn.Milepaele;
        var second = isFollowUp ? _omegn.Milepaele : _omegn.Opfoelgninger;
        foreach (var among in new[] { first, second })
        {
            var having = old is null ? [] : among.Where(n => n.Indhold.Tider.Any(t => t.HarInterval && t.Til == old.Til)).ToList();
            var meant = _omegn.Meant(clause, having.Count > 0 ? having : among);
            if (meant.Count == 1 || (meant.Count == 0 && having.Count == 1))
            {
                return (meant.Count == 1 ? meant[0] : having[0], []);
            }

            if (meant.Count > 1)
            {
                return (null, meant);
            }
        }

        var isOwnWord = Aendringsord.Kinds(clause).Any(k => k is NodeKind.Bidrag or NodeKind.Indsats);
        return isOwnWord ? (null, [])
            : first.Count == 1 ? (first[0], [])
            : (null, first);
    }

    /// <summary>The nodes of the kinds that a clause names; all where it names none.</summary>
    private static IReadOnlyList<Node> Named(string clause, IReadOnlyList<Node> nodes)
    {
        var kinds = Aendringsord.Kinds(clause);
        var named = nodes.Where(n => kinds.Contains(n.Kind)).ToList();
        return named.Count > 0 ? named : nodes;
    }

    private bool IsOfOwner(string clause) =>
        Aendringsord.IsOfAll(clause)
        || Aendringsord.Kinds(clause).Contains(ejer.Kind)
        || Aendringsord.Kinds(clause).Any(k => k is NodeKind.Bidrag or NodeKind.Indsats)
        || _omegn.Meant(clause, [ejer]).Count == 1;

    private IReadOnlyList<Node> Upper(NodeKind kind) =>
        kind switch
        {
            NodeKind.Indikator => _omegn.OfKinds([NodeKind.Effekt]),
            NodeKind.Bidrag when ejer.Kind == NodeKind.Bidrag => [.. udsnit.Parents(ejer.Key).Where(n => n.Kind == NodeKind.Indsats)],
            _ => [ejer],
        };

    /// <summary>The date that something moves from, where "fra … til …" says so, and the one that it moves to.</summary>
    private (Tidsudtryk? From, Tidsudtryk? To) Dates(string clause)
    {
        if (FromTo().Match(clause) is { Success: true } m)
        {
            var (from, to) = (Only(m.Groups["fra"].Value), Only(m.Groups["til"].Value));
            if (from is not null && to is not null)
            {
                return (from, to);
            }
        }

        return (null, Only(clause));
    }

    private Tidsudtryk? Only(string words)
    {
        var found = TidsudtrykReader.FindAll(words, kontekst).Select(f => f.Udtryk).Where(t => t.HarInterval).ToList();
        return found is [var only] ? only : null;
    }

    [GeneratedRegex(@"(?<!\p{L})fra\s+(?<fra>.+?)\s+til\s+(?<til>.+)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FromTo();

    [GeneratedRegex(@"frem(?!\p{L})|fremryk|fremskynd|tidligere", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Forward();
}
