using System.Text.RegularExpressions;
using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;
using Effektkaeder.Domain.Tid;
using Effektkaeder.Import.Diagnostics;
using Effektkaeder.Import.Mapping.Former;
using Effektkaeder.Import.Syntax;

namespace Effektkaeder.Import.Mapping.Felter;

/// <summary>What stands in a field: its state, and the state and condition of each part that differs.</summary>
internal sealed partial class FeltReader(DocumentTree tree, TidsKontekst tid, List<Diagnostic> diagnostics)
{
    private static readonly HashSet<string> Intet = new(StringComparer.Ordinal) { "ingen", "intet", "nej", "ikke relevant" };

    /// <summary>The field as a value of its own; <paramref name="foer"/> are the fields above it in its point.</summary>
    internal Feltvaerdi Read(UdfyldtFelt felt, IReadOnlyList<UdfyldtFelt> foer)
    {
        var indhold = felt.Indhold;
        var label = felt.Felt.Label;
        var status = Status(felt, foer);
        var herkomst = new Herkomst(tree.Source.Path, indhold.Line, indhold.Raw, label, Reparation(indhold));
        var vaerdi = new Feltvaerdi(label, felt.Felt.Gruppe, indhold.Text, status, herkomst, [.. Parts(indhold, status)]);
        switch (status)
        {
            case Feltstatus.Afkortet:
                diagnostics.Add(Beskeder.Afkortet(tree.Source.Path, tree.LineCount, label));
                break;
            case Feltstatus.Tom:
                diagnostics.Add(Beskeder.TomtFelt(tree.Source.Path, indhold.Line, label));
                break;
            case Feltstatus.Pladsholder:
                diagnostics.Add(Beskeder.Pladsholder(tree.Source.Path, indhold.Line, label, indhold.Text));
                break;
            case Feltstatus.Henvisning:
                return Henvist(vaerdi, indhold, foer);
        }

        foreach (var del in vaerdi.Dele.Where(d => d.Status == Feltstatus.Pladsholder))
        {
            diagnostics.Add(Beskeder.Pladsholder(tree.Source.Path, indhold.Line, label, del.Tekst));
        }

        return vaerdi;
    }

    private Feltstatus Status(UdfyldtFelt felt, IReadOnlyList<UdfyldtFelt> foer)
    {
        var indhold = felt.Indhold;
        var tekst = indhold.Text;
        var plain = Identitet.Plain(tekst);
        return IsAfkortet(indhold) ? Feltstatus.Afkortet
            : plain.Length == 0 || (tekst.EndsWith(':') && !indhold.HasList) ? Feltstatus.Tom
            : Intet.Contains(plain) ? Feltstatus.Ingen
            : IsPladsholder(tekst) ? Feltstatus.Pladsholder
            : tekst.Length < 80 && IsHenvisning(plain, foer) ? Feltstatus.Henvisning
            : felt.Felt.Rolle is "baseline" or "dokumentation" && Planlagt().IsMatch(tekst) ? Feltstatus.Planlagt
            : Feltstatus.Vaerdi;
    }

    /// <summary>"Se punktet ovenfor", or "se" and the label of a field above.</summary>
    private static bool IsHenvisning(string plain, IReadOnlyList<UdfyldtFelt> foer) =>
        Henvisning().IsMatch(plain)
        || (
            plain.StartsWith("se ", StringComparison.Ordinal)
            && foer.Any(f => plain.Contains(Identitet.Plain(f.Felt.Label), StringComparison.Ordinal))
        );

    /// <summary>What may stand around a placeholder.</summary>
    private static readonly char[] Around = [' ', '.', '\n', '(', ')'];

    /// <summary>Text that is nothing but a placeholder.</summary>
    internal static bool IsPladsholder(string tekst)
    {
        var rest = tekst.Trim(Around);
        return Klammer().IsMatch(rest) || (rest.Length <= LongestPlaceholder && IsAwaited(rest));
    }

    /// <summary>No longer text is looked through for times: none says nothing but when it will be known.</summary>
    private const int LongestPlaceholder = 80;

    private static bool IsAwaited(string rest) =>
        Afventer().IsMatch(rest)
        || (
            TidsudtrykReader.FindAll(rest, TidsKontekst.Tom) is [{ Udtryk.Tilstand: TidsTilstand.Pladsholder } fund]
            && fund.Laengde >= rest.Length
        );

    /// <summary>The last field of a file that ends without a line end, in an open list and in mid-sentence.</summary>
    private bool IsAfkortet(CellContent indhold) =>
        indhold.OpenAtEnd && tree.IsCut && indhold.Text.Length > 0 && IsLast(indhold) && indhold.Text[^1] is not ('.' or '!' or '?' or ')');

    /// <summary>Whether the document's last block, or the last cell of its last row, is the field's own.</summary>
    private bool IsLast(CellContent indhold) =>
        tree.Blocks[^1] is TableBlock { Rows: [.., { Cells: [.., var sidste] }] }
            ? sidste.Blocks.Count > 0 && indhold.Blocks.Any(b => ReferenceEquals(b, sidste.Blocks[^1]))
            : indhold.Blocks.Any(b => ReferenceEquals(b, tree.Blocks[^1]));

    private Feltvaerdi Henvist(Feltvaerdi vaerdi, CellContent indhold, IReadOnlyList<UdfyldtFelt> foer)
    {
        var plain = Identitet.Plain(indhold.Text);
        var maal =
            foer.LastOrDefault(f => plain.Contains(Identitet.Plain(f.Felt.Label), StringComparison.Ordinal))
            ?? (foer.Count > 0 ? foer[^1] : null);
        if (maal is null)
        {
            diagnostics.Add(Beskeder.UopklaretHenvisning(tree.Source.Path, indhold.Line, vaerdi.Label));
            return vaerdi;
        }

        return vaerdi with
        {
            Henviser = maal.Indhold.Text,
        };
    }

    private IEnumerable<Feltdel> Parts(CellContent indhold, Feltstatus helt)
    {
        if (helt is not (Feltstatus.Vaerdi or Feltstatus.Planlagt or Feltstatus.Afkortet))
        {
            yield break;
        }

        foreach (var (tekst, _) in indhold.Blocks.SelectMany(Clauses))
        {
            var status =
                TidsudtrykReader.FindAll(tekst, tid).Any(f => f.Udtryk.Tilstand == TidsTilstand.Pladsholder) || Klammer().IsMatch(tekst)
                    ? Feltstatus.Pladsholder
                    : Feltstatus.Vaerdi;
            var betinget = Betingelser.I(tekst);
            if (status != Feltstatus.Vaerdi || betinget is not null)
            {
                yield return new Feltdel(tekst, status, betinget);
            }
        }
    }

    private static IEnumerable<(string Text, int Start)> Clauses(Block block) =>
        block switch
        {
            ListBlock list => list.Items.SelectMany(i => Sentences.Split(i.FullText)),
            _ => Sentences.Split(block.FullText),
        };

    internal static string? Reparation(CellContent indhold) =>
        indhold.Repairs.Count == 0 ? null : string.Join("; ", indhold.Repairs.Select(r => r.What).Distinct(StringComparer.Ordinal));

    [GeneratedRegex(
        @"\A(?:se|jf\.|jævnfør|samme\s+som|som)\s+(?:også\s+)?(?:i\s+|under\s+)?(?:punkt|felt|afsnit|boks|rubrik|ovenfor"
            + @"|ovenstående|foregående|forrige|nedenfor)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Henvisning();

    [GeneratedRegex(
        @"\ADer\s+(?:skal|vil)\s+(?:først\s+)?(?:blive\s+)?(?:foretages|foretaget|gennemføres|gennemført|udarbejdes|udarbejdet"
            + @"|laves|lavet|iværksættes|iværksat)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Planlagt();

    [GeneratedRegex(@"\A\[[^\]]*\]\z", RegexOptions.CultureInvariant)]
    private static partial Regex Klammer();

    [GeneratedRegex(
        @"\A(?:afventer|fastlægges|fastsættes|aftales|udfyldes|følger|beskrives)(?:\s+\p{L}+){0,2}\z"
            + @"|\A(?:fastlægges|fastsættes|aftales)\s+(?:i|inden|primo|medio|ultimo|senest)\s[^,]{1,30}\z"
            + @"|\Atbd\z|\A(?:er\s+)?endnu\s+ikke\s+\p{L}+\z"
            + @"|\A(?:ikke\s+)?(?:udpeget|afklaret)\s+endnu\z"
            + @"|\A(?:er\s+)?ikke\s+(?:endnu\s+)?(?:fastlagt|fastsat|besluttet|afklaret|udpeget|aftalt|valgt)\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Afventer();
}
