using System.Text.RegularExpressions;
using Effektkaeder.Domain.Tekst;
using Effektkaeder.Domain.Tid;
using Effektkaeder.Import.Mapping.Skabeloner;
using Effektkaeder.Import.Syntax;

namespace Effektkaeder.Import.Mapping.Felter;

/// <summary>How many nodes a cell gives, and the words of each.</summary>
internal static partial class Nodetekster
{
    /// <summary>
    /// One a top-level item; nested items, and bullets under a heading that follows an item, describe that item;
    /// a later line that opens with a stage word is one more. Without a list, the whole cell is one.
    /// </summary>
    internal static IReadOnlyList<Nodetekst> Punkter(CellContent indhold)
    {
        if (!indhold.HasList)
        {
            return indhold.Text.Length == 0 ? [] : [Whole(indhold)];
        }

        var fundet = new List<Nodetekst>();
        var indledning = string.Join('\n', indhold.Blocks.TakeWhile(b => b is not ListBlock).Select(b => b.FullText));
        var underOverskrift = false;
        foreach (var block in indhold.Blocks.SkipWhile(b => b is not ListBlock))
        {
            if (block is ListBlock list)
            {
                if (underOverskrift && fundet.Count > 0)
                {
                    fundet[^1] = Described(fundet[^1], block);
                }
                else
                {
                    fundet.AddRange(With(list).Select(i => Nodetekst.Of(i, indledning)));
                }
            }
            else if (Trin(block.FullText) is { } trin)
            {
                fundet.Add(new Nodetekst(block.FullText, trin.Efter, block.Line, block.Raw, block.Repair, "", trin.Ord));
            }
            else
            {
                underOverskrift = true;
            }
        }

        return fundet;
    }

    /// <summary>
    /// Activities: a heading or an introduction with bullets under it is one, and the bullets its text; an
    /// introduction to examples belongs to what stands before it.
    /// </summary>
    internal static IReadOnlyList<Nodetekst> Aktiviteter(CellContent indhold)
    {
        if (!indhold.HasList || indhold.Blocks[0] is ListBlock)
        {
            return Aktivitetspunkter(indhold);
        }

        var fundet = new List<Nodetekst>();
        for (var i = 0; i < indhold.Blocks.Count; i++)
        {
            var block = indhold.Blocks[i];
            var begynder =
                block is ParagraphBlock p
                && (
                    fundet.Count == 0
                    || (
                        !Eksempler().IsMatch(p.Text)
                        && (
                            p.Text.EndsWith(':')
                            || IsHeading(p.Text)
                            || (i + 1 < indhold.Blocks.Count && indhold.Blocks[i + 1] is ListBlock)
                        )
                    )
                );
            if (begynder)
            {
                fundet.Add(new Nodetekst(block.FullText, block.FullText.TrimEnd(':'), block.Line, block.Raw, block.Repair));
            }
            else
            {
                fundet[^1] = Described(fundet[^1], block);
            }
        }

        return fundet;
    }

    /// <summary>One an item, else one a sentence that states a date, a duration, or a thing that will exist.</summary>
    internal static IReadOnlyList<Nodetekst> Trinvise(CellContent indhold, TidsKontekst tid)
    {
        if (indhold.HasList)
        {
            return Punkter(indhold);
        }

        var fundet = new List<Nodetekst>();
        foreach (var block in indhold.Blocks)
        {
            foreach (var (tekst, _) in Sentences.Split(block.FullText))
            {
                if (
                    !FeltReader.IsPladsholder(tekst)
                    && (TidsudtrykReader.FindAll(tekst, tid).Any(f => IsTid(f.Udtryk)) || Becomes().IsMatch(tekst))
                )
                {
                    fundet.Add(new Nodetekst(tekst, tekst, block.Line, Nodetekst.OrdretDel(block.Raw, tekst), block.Repair));
                }
            }
        }

        return fundet.Count > 0 || indhold.Text.Length == 0 ? fundet : [Whole(indhold)];
    }

    /// <summary>The stages of a target group; one without a stage where the text names none.</summary>
    internal static IReadOnlyList<Nodetekst> Stadier(CellContent indhold)
    {
        var tekst = indhold.Text;
        var skel = Stadie().Matches(tekst).ToList();
        if (skel.Count == 0)
        {
            return tekst.Length == 0 ? [] : [Whole(indhold)];
        }

        var fundet = new List<Nodetekst>();
        if (skel[0].Groups["ord"].Index > 0 && tekst[..skel[0].Index].Trim() is { Length: > 0 } foer)
        {
            fundet.Add(new Nodetekst(foer, foer, indhold.Line, foer, FeltReader.Reparation(indhold)));
        }

        for (var i = 0; i < skel.Count; i++)
        {
            var start = skel[i].Groups["ord"].Index;
            var slut = i + 1 < skel.Count ? skel[i + 1].Index + (skel[i + 1].Value[0] is '.' or ';' ? 1 : 0) : tekst.Length;
            var del = tekst[start..slut].Trim();
            var rest = MaalgruppeLed().Replace(del[skel[i].Groups["ord"].Length..], "").Trim(' ', ':', ',');
            var linje = indhold
                .Blocks.Where(b => b.FullText.Contains(skel[i].Groups["ord"].Value, StringComparison.Ordinal))
                .Select(b => b.Line)
                .DefaultIfEmpty(indhold.Line)
                .First();
            fundet.Add(
                new Nodetekst(
                    del,
                    rest.Length > 0 ? rest : del,
                    linje,
                    Nodetekst.OrdretDel(indhold.Raw, del),
                    FeltReader.Reparation(indhold),
                    "",
                    skel[i].Groups["ord"].Value.ToLowerInvariant()
                )
            );
        }

        return fundet;
    }

    internal static Nodetekst Whole(CellContent indhold) =>
        new(indhold.Text, indhold.Text, indhold.Line, indhold.Raw, FeltReader.Reparation(indhold));

    /// <summary>"På længere sigt: …": the stage word and what follows it.</summary>
    internal static (string Ord, string Efter)? Trin(string tekst)
    {
        foreach (var ord in SkabelonKatalog.Ord.Trin)
        {
            if (tekst.StartsWith(ord, StringComparison.OrdinalIgnoreCase) && tekst.Length > ord.Length && !char.IsLetter(tekst[ord.Length]))
            {
                return (ord, tekst[ord.Length..].TrimStart(':', ',', ' '));
            }
        }

        return null;
    }

    /// <summary>Listed activities: whatever follows an item, paragraph or bullets, describes it.</summary>
    private static IReadOnlyList<Nodetekst> Aktivitetspunkter(CellContent indhold)
    {
        if (!indhold.HasList)
        {
            return indhold.Text.Length == 0 ? [] : [Whole(indhold)];
        }

        var fundet = new List<Nodetekst>();
        foreach (var block in indhold.Blocks)
        {
            if (block is ListBlock list && (fundet.Count == 0 || indhold.Blocks[0] == block))
            {
                fundet.AddRange(With(list).Select(i => Nodetekst.Of(i, "")));
            }
            else if (fundet.Count > 0)
            {
                fundet[^1] = Described(fundet[^1], block);
            }
        }

        return fundet;
    }

    /// <summary>The items that say something: a placeholder alone is none.</summary>
    private static IEnumerable<ListItem> With(ListBlock list) =>
        list.Items.Where(i => i.Text.Length > 0 && !FeltReader.IsPladsholder(i.FullText));

    private static Nodetekst Described(Nodetekst node, Block block) =>
        node with
        {
            Tekst = node.Tekst + "\n" + block.FullText,
            Ordret = node.Ordret + "\n" + block.Raw,
            Reparation = node.Reparation ?? block.Repair,
        };

    private static bool IsHeading(string tekst) => tekst.Length <= 80 && tekst[^1] is not ('.' or '!' or '?' or ',' or ';');

    private static bool IsTid(Tidsudtryk udtryk) => udtryk.Tilstand is not TidsTilstand.Relativ;

    [GeneratedRegex(
        @"(?:(?<!\p{L})(?:fx|f\.eks\.|bl\.a\.|eksempelvis|herunder)\s*:|(?<!\p{L})kan\s+(?:fx|f\.eks\.|bl\.a\.|eksempelvis)\s[^:]*:)\s*\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Eksempler();

    [GeneratedRegex(
        @"(?<!\p{L})(?:foreligger|foreligge|er\s+(?:lavet|færdig|færdige|færdigt|klar|klart|klare|etableret|oprettet|udarbejdet"
            + @"|gennemført)|etableres|oprettes|udarbejdes|foretages|gennemføres|afholdes|vedtages|offentliggøres)(?!\p{L})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Becomes();

    [GeneratedRegex(
        @"(?:\A|[.;]\s+|\n|,?\s+og\s+|\s+samt\s+)(?<ord>i\s+første\s+omgang|på\s+længere\s+sigt|på\s+lang\s+sigt|på\s+kort\s+sigt"
            + @"|primært|sekundært|som\s+afledt\s+effekt)(?!\p{L})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Stadie();

    [GeneratedRegex(
        @"\A\s*(?:heraf\s+)?(?:er\s+)?(?:målgruppen(?:,\s+der\s+[^:]{1,60}:)?|det)?\s*",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex MaalgruppeLed();
}
