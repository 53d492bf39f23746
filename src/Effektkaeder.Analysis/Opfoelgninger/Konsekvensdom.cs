using System.Text.RegularExpressions;

namespace Effektkaeder.Analysis.Opfoelgninger;

/// <summary>What a held follow-up says of the effect: whether it still can be reached in the time that was set.</summary>
public enum Opfoelgningsdom
{
    /// <summary>The words do not say which of the others it is.</summary>
    KunOrd,

    /// <summary>It is still realistic in time.</summary>
    Holder,

    /// <summary>It will come, and later.</summary>
    Forsinket,

    /// <summary>It will not come.</summary>
    Opgivet,
}

public static class Opfoelgningsdomme
{
    /// <summary>"forsinket".</summary>
    public static string Navn(this Opfoelgningsdom dom) =>
        dom switch
        {
            Opfoelgningsdom.Holder => "holder",
            Opfoelgningsdom.Forsinket => "forsinket",
            Opfoelgningsdom.Opgivet => "opgivet",
            _ => "kun ord",
        };
}

/// <summary>The judgement of a Konsekvens, and the words that it rests on.</summary>
/// <param name="Ord">The clause that decides; empty where nothing is written.</param>
/// <param name="Grund">Why, in Danish for the reader.</param>
public sealed record Konsekvensdom(Opfoelgningsdom Dom, string Ord, string Grund);

/// <summary>
/// Reads a Konsekvens clause by clause. Words that are denied do not count, words of doubt leave the whole to the reader, and so do
/// words that point two ways: nothing is guessed.
/// </summary>
public static partial class Konsekvensdommer
{
    public static Konsekvensdom Of(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return new(Opfoelgningsdom.KunOrd, "", "feltet Konsekvens er ikke udfyldt");
        }

        var clauses = Led.Of(text, _ => true);
        if (Doubt().Match(text) is { Success: true } doubt)
        {
            return new(Opfoelgningsdom.KunOrd, Around(clauses, doubt.Value), $"ordene er usikre: »{doubt.Value.Trim()}«");
        }

        var givenUp = First(clauses, GivenUp());
        var late = First(clauses, Late());
        var holds = First(clauses, Holds());
        return (givenUp, late, holds) switch
        {
            ({ } up, null, null) => new(Opfoelgningsdom.Opgivet, up.Clause, $"»{up.Word}«"),
            (null, { } slow, null) => new(Opfoelgningsdom.Forsinket, slow.Clause, $"»{slow.Word}«"),
            (null, null, { } well) => new(Opfoelgningsdom.Holder, well.Clause, $"»{well.Word}«"),
            // "Ja, men først i 2019": it will come, and later.
            (null, { } slow, { } well) => new(Opfoelgningsdom.Forsinket, slow.Clause, $"»{well.Word}«, men »{slow.Word}«"),
            ({ } up, _, _) => new(
                Opfoelgningsdom.KunOrd,
                up.Clause,
                $"ordene peger hver sin vej: »{up.Word}« og »{(late ?? holds)!.Value.Word}«"
            ),
            _ => new(Opfoelgningsdom.KunOrd, clauses[0], "ordene siger ikke, om effekten kan nås, forsinkes eller opgives"),
        };
    }

    private static (string Clause, string Word)? First(IReadOnlyList<string> clauses, Regex words)
    {
        foreach (var clause in clauses)
        {
            foreach (Match word in words.Matches(clause))
            {
                if (word.Groups["sig"].Success || !Led.IsDenied(clause, word))
                {
                    return (clause, word.Value.Trim().TrimEnd(',', '.'));
                }
            }
        }

        return null;
    }

    private static string Around(IReadOnlyList<string> clauses, string word) =>
        clauses.FirstOrDefault(c => c.Contains(word.Trim(), StringComparison.Ordinal)) ?? clauses[0];

    // "sig" marks words that deny by themselves, so that their own "ikke" does not undo them.
    [GeneratedRegex(
        @"(?<!\p{L})(?:opgiv(?:es|et|er|e)?|dropp(?:es|et|er|e)|bortfald(?:er|et|e)|falder?\s+(?:væk|bort)|afblæs(?:es|t)|aflys(?:es|t)"
            + @"|indstill(?:es|et)|nedlæg(?:ges|ger)|nedlagt|stopp(?:es|et|er)|urealistisk|uopnåelig"
            + @"|(?<sig>ikke\s+længere\s+(?:realistisk|muligt?|opnåelig|aktuelt?))"
            + @"|(?<sig>kan\s+(?:slet\s+|desværre\s+)?ikke\s+(?:nås|opnås|realiseres|gennemføres|lade\s+sig\s+gøre))"
            + @"|(?<sig>gennemføres\s+ikke|bliver\s+ikke\s+til\s+noget))(?!\p{L})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex GivenUp();

    [GeneratedRegex(
        @"(?<!\p{L})(?:forsink(?:es|et|ede|else|elser|elsen)|udskyd(?:es|er|e)|udskudt|udsæt(?:tes|ter|te)|udsat"
            + @"|senere\s+end|bagud|bagefter|skubb(?:es|et)|rykk(?:es|et)|tager\s+længere|mere\s+tid"
            + @"|(?<sig>når\s+(?:det\s+|vi\s+)?ikke\s+(?:\p{L}+\s+)?(?:til\s+tiden|inden|i\s+tide))"
            + @"|først(?=\s+(?:\p{L}+\s+)?(?:(?:i|til|fra|om|ved|pr|den|d|efter|ultimo|primo|medio|januar|februar|marts|april|maj|juni"
            + @"|juli|august|september|oktober|november|december)(?!\p{L})|[0-9])))(?!\p{L})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Late();

    [GeneratedRegex(
        @"(?:\A\s*ja(?!\p{L}))|(?<!\p{L})(?:holder|realistisk|uændret|som\s+(?:planlagt|aftalt|forventet)|på\s+sporet"
            + @"|følger\s+(?:tids)?plan(?:en)?|(?<sig>ingen\s+(?:konsekvens(?:er)?|ændring(?:er)?|forsinkelse(?:r)?))"
            + @"|kan\s+(?:stadig\s+|fortsat\s+)?(?:nås|opnås)|til\s+tiden|nås\s+(?:som|inden))(?!\p{L})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Holds();

    [GeneratedRegex(
        @"(?<!\p{L})(?:måske|muligvis|formentlig|usikkert|usikker|uvist|uklart|ved\s+(?:vi\s+)?ikke|svært\s+at\s+(?:sige|vurdere)"
            + @"|for\s+tidligt|kan\s+(?:endnu\s+)?ikke\s+(?:endnu\s+)?(?:vurderes|siges)|delvis|delvist|både\s+ja\s+og\s+nej"
            + @"|til\s+dels|afhænger)(?!\p{L})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Doubt();
}
