using System.Text;
using Effektkaeder.Domain.Tekst;

namespace Effektkaeder.Storage.Neo4j.Cypher;

/// <summary>
/// Texts folded by the server as <see cref="Fold"/> does it. Only where it would fold one otherwise is the folded text kept beside the
/// text itself: of letters that Danish has not, and of spaces that fall away.
/// </summary>
internal static class FoldCypher
{
    private static readonly string Title = Of("titel");

    /// <summary>What is kept of a text beside itself: null where the server folds it rightly.</summary>
    public static string? Kept(string text)
    {
        var folded = Fold.Of(text);
        return text.All(IsFoldedAlike) && Plain(text) == folded ? null : folded;
    }

    public static string Titel(string node) => Title.Replace("{n}", node, StringComparison.Ordinal);

    /// <summary>A text that is its title is not kept twice.</summary>
    public static string Tekst(string node) =>
        $"CASE WHEN {node}.tekst IS NULL THEN {Titel(node)} ELSE {Of("tekst").Replace("{n}", node, StringComparison.Ordinal)} END";

    private static string Of(string property) =>
        $"coalesce({{n}}.{property}Fold, replace(replace(replace(toLower({{n}}.{property}), 'æ', 'ae'), 'ø', 'oe'), 'å', 'aa'))";

    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.ToLowerInvariant());
        return plain.Replace("æ", "ae").Replace("ø", "oe").Replace("å", "aa").ToString();
    }

    /// <summary>Whether no version of a lower-case table can tell otherwise of a character, here or on the server.</summary>
    private static bool IsFoldedAlike(char c) =>
        c is (>= ' ' and < '\u007F') or 'æ' or 'ø' or 'å' or 'Æ' or 'Ø' or 'Å' or '«' or '»' or '§' or (>= '\u2010' and < '\u2028');
}
