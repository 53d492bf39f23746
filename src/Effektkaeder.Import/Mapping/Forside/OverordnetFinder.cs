using System.Text.RegularExpressions;
using Effektkaeder.Domain.Tid;
using Effektkaeder.Import.Mapping.Former;
using Effektkaeder.Import.Mapping.Graf;
using Effektkaeder.Import.Mapping.Kladde;
using Effektkaeder.Import.Syntax;

namespace Effektkaeder.Import.Mapping.Forside;

/// <summary>Finds out whether a document is one that agreements stand under, and which.</summary>
internal static partial class OverordnetFinder
{
    /// <summary>Null where the document is an agreement, or says nothing of what it is.</summary>
    internal static Overordnet? Find(Form form)
    {
        var lines = form.Tree.Blocks.Where(b => b is HeadingBlock or ParagraphBlock).Take(12).ToList();
        if (lines.Take(6).Any(l => l.FullText.Length <= 160 && Aftaletitel.Find(l.FullText) is not null))
        {
            return null;
        }

        foreach (var line in lines.Take(4).Where(l => l.FullText.Length <= 90))
        {
            var years = Years().Match(line.FullText);
            var navn = Years().Replace(line.FullText, "").Trim(' ', ',', '–', '-', '(', ')', ':');
            if (Art(navn) is not { } type)
            {
                continue;
            }

            var tid = years.Success
                ? TidsudtrykReader.FindAll(years.Value, TidsKontekst.Tom).Select(f => f.Udtryk).FirstOrDefault(u => u.HarInterval)
                : null;
            return new Overordnet(type, navn, years.Value.Trim(), tid?.Fra, tid?.Til, Adopted(lines));
        }

        return null;
    }

    private static string? Art(string navn)
    {
        var bare = navn.TrimEnd('.');
        return VisionName().IsMatch(bare) ? "vision"
            : PolitiskeMaal.Politiknavn(bare) is null ? (GoalList().IsMatch(bare) ? "politik" : null)
            : bare.Contains("politik", StringComparison.OrdinalIgnoreCase) ? "politik"
            : "strategi";
    }

    private static DateOnly? Adopted(IReadOnlyList<Block> lines) =>
        lines
            .Where(l => Adoption().IsMatch(l.FullText))
            .SelectMany(l => TidsudtrykReader.FindAll(l.FullText, TidsKontekst.Tom))
            .Select(f => f.Udtryk)
            .FirstOrDefault(u => u is { Praecision: Praecision.Dag, Fra: not null })
            ?.Fra;

    [GeneratedRegex(@"\s*\(?(?:19|20)[0-9]{2}(?:\s?[-–/]\s?(?:[0-9]{4}|[0-9]{2}))?\)?", RegexOptions.CultureInvariant)]
    private static partial Regex Years();

    [GeneratedRegex(@"\A(?:[\p{L}-]+\s){0,4}vision(?:en)?(?:\s*[:–-].*)?\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex VisionName();

    [GeneratedRegex(
        @"\A(?:[\p{L}-]+\s){0,3}(?:politiske\s+mål|mål\s+i\s+politikkerne)\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex GoalList();

    [GeneratedRegex(@"(?<!\p{L})(?:vedtaget|godkendt|besluttet)(?!\p{L})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Adoption();
}
