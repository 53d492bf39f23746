using System.Text.RegularExpressions;
using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;
using Effektkaeder.Domain.Tid;
using Effektkaeder.Import.Diagnostics;
using Effektkaeder.Import.Mapping.Former;
using Effektkaeder.Import.Mapping.Skabeloner;
using Effektkaeder.Import.Syntax;

namespace Effektkaeder.Import.Mapping.Forside;

/// <summary>One labelled line of a cover, with the lines that follow it.</summary>
internal sealed record Forsidelinje(Felt Felt, IReadOnlyList<string> Linjer, int Linje, Feltstatus Status);

/// <summary>
/// The labelled lines of every cover of a document. Of two covers the better state wins; of two names the
/// longer is the name and the shorter another name for it.
/// </summary>
internal sealed partial class ForsideFelter
{
    private readonly Dictionary<string, List<Forsidelinje>> _roller = new(StringComparer.Ordinal);
    private readonly HashSet<Block> _laest = new(ReferenceEqualityComparer.Instance);
    private readonly string _fil;

    private ForsideFelter(string fil) => _fil = fil;

    internal static ForsideFelter Read(Form form)
    {
        var felter = new ForsideFelter(form.Tree.Source.Path);
        var blocks = form.Udenfor;
        for (var i = 0; i < blocks.Count; i++)
        {
            if (Label(form, blocks[i]) is { } felt)
            {
                var under = blocks
                    .Skip(i + 1)
                    .TakeWhile(b => b is not HeadingBlock && Label(form, b) is null && !IsLabelled(form, b))
                    .ToList();
                felter.Add(felt, [.. under.SelectMany(Linjer)], blocks[i].Line);
                felter._laest.Add(blocks[i]);
                felter._laest.UnionWith(under);
                i += under.Count;
            }
            else if (
                blocks[i] is ParagraphBlock { Text: var text } p
                && Labelled().Match(text) is { Success: true } m
                && Skabelon.Find(form.Skabelon.Forside, null, m.Groups["label"].Value) is { } inline
            )
            {
                felter.Add(inline, [m.Groups["value"].Value.Trim()], p.Line);
                felter._laest.Add(p);
            }
        }

        return felter;
    }

    /// <summary>The blocks whose words these fields hold.</summary>
    internal IReadOnlySet<Block> Laest => _laest;

    /// <summary>The best-stated lines of a role, the longest first among equals.</summary>
    internal IEnumerable<Forsidelinje> With(string rolle) =>
        _roller.GetValueOrDefault(rolle, []).OrderBy(l => Rang(l.Status)).ThenByDescending(l => string.Concat(l.Linjer).Length);

    /// <summary>The value of a role and its shorter names; null when no cover gives one.</summary>
    internal (string Navn, IReadOnlyList<string> Aliaser, Herkomst Herkomst)? Navn(string rolle)
    {
        var values = With(rolle).Where(l => l.Status == Feltstatus.Vaerdi).ToList();
        if (values.Count == 0)
        {
            return null;
        }

        var navn = string.Join(' ', values[0].Linjer);
        var aliaser = values
            .Skip(1)
            .Select(v => string.Join(' ', v.Linjer))
            .Where(a => Identitet.Plain(a) != Identitet.Plain(navn))
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return (navn, aliaser, new Herkomst(_fil, values[0].Linje, navn, values[0].Felt.Label));
    }

    /// <summary>The first day that any line of a role states.</summary>
    internal DateOnly? Dag(string rolle) =>
        With(rolle)
            .SelectMany(l => l.Linjer)
            .SelectMany(l => TidsudtrykReader.FindAll(l, TidsKontekst.Tom))
            .Select(f => f.Udtryk)
            .FirstOrDefault(u => u is { Praecision: Praecision.Dag, Fra: not null })
            ?.Fra;

    /// <summary>Every label of the covers as a field value, the best of its states, in the form's order.</summary>
    internal IEnumerable<Feltvaerdi> Vaerdier(Skabelon skabelon, List<Diagnostic> diagnostics)
    {
        foreach (var felt in skabelon.Forside)
        {
            var linjer = _roller
                .GetValueOrDefault(felt.Rolle, [])
                .Where(l => l.Felt == felt)
                .OrderBy(l => Rang(l.Status))
                .ThenByDescending(l => string.Concat(l.Linjer).Length)
                .ToList();
            if (linjer.Count == 0)
            {
                continue;
            }

            var bedst = linjer[0];
            if (bedst.Status == Feltstatus.Tom)
            {
                diagnostics.Add(Beskeder.TomtForsidefelt(_fil, bedst.Linje, felt.Label));
            }

            var dele = bedst
                .Linjer.Where(l => Status(l) is not Feltstatus.Vaerdi && bedst.Linjer.Count > 1)
                .Select(l => new Feltdel(l, Status(l)));
            var tekst = string.Join('\n', bedst.Linjer);
            yield return new Feltvaerdi(
                felt.Label,
                "Forside",
                tekst,
                bedst.Status,
                new Herkomst(_fil, bedst.Linje, tekst, felt.Label),
                [.. dele]
            );
        }
    }

    /// <summary>A label alone, as a heading or as a line of text.</summary>
    private static Felt? Label(Form form, Block block) =>
        block is HeadingBlock { Text: var heading } ? Skabelon.Find(form.Skabelon.Forside, null, heading)
        : block is ParagraphBlock { Text: { Length: <= 40 } line } ? Skabelon.Find(form.Skabelon.Forside, null, line)
        : null;

    private static bool IsLabelled(Form form, Block block) =>
        block is ParagraphBlock p
        && Labelled().Match(p.Text) is { Success: true } m
        && Skabelon.Find(form.Skabelon.Forside, null, m.Groups["label"].Value) is not null;

    private static IEnumerable<string> Linjer(Block block) =>
        block switch
        {
            ParagraphBlock p => [p.Text.Trim()],
            ListBlock l => l.Items.Select(i => i.FullText),
            _ => [],
        };

    private void Add(Felt felt, List<string> lines, int linje)
    {
        var status = lines.Count == 0 || lines[^1].EndsWith(':') ? Feltstatus.Tom : lines.Select(Status).OrderBy(Rang).First();
        if (!_roller.TryGetValue(felt.Rolle, out var found))
        {
            _roller.Add(felt.Rolle, found = []);
        }

        found.Add(new Forsidelinje(felt, lines, linje, status));
    }

    private static Feltstatus Status(string linje) =>
        !linje.StartsWith('[') ? Feltstatus.Vaerdi
        : Fold.Of(linje).StartsWith("[se ", StringComparison.Ordinal) ? Feltstatus.Henvisning
        : Feltstatus.Pladsholder;

    private static int Rang(Feltstatus status) =>
        status switch
        {
            Feltstatus.Vaerdi => 0,
            Feltstatus.Henvisning => 1,
            Feltstatus.Pladsholder => 2,
            _ => 3,
        };

    [GeneratedRegex(@"\A(?<label>[\p{L}/ ]{3,30}):\s+(?<value>\S.*)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Labelled();
}
