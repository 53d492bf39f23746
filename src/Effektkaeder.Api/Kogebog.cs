namespace Effektkaeder.Api;

/// <summary>One question of the cookbook in <c>schema/queries</c>.</summary>
/// <param name="Navn">The file's name without its ending: <c>maalhierarki</c>.</param>
/// <param name="Titel">The question in words: the comment's first line.</param>
/// <param name="Forklaring">What it answers and how the answer is read.</param>
/// <param name="Variable">Example variables as a JSON object; null where it takes none.</param>
/// <param name="Tekst">The whole document.</param>
public sealed record Opskrift(string Navn, string Titel, string Forklaring, string? Variable, string Tekst);

/// <summary>The cookbook: questions that analysts ask, explained and ready to run by name.</summary>
public static class Kogebog
{
    private const string Folder = "queries/",
        VariableMark = "Variable:";

    /// <summary>Ordered by name.</summary>
    public static IReadOnlyList<Opskrift> Alle { get; } = Read();

    /// <summary>Every document by its name and by <c>sha256:</c> and its hash, as GraphQL over HTTP asks for them.</summary>
    public static IReadOnlyDictionary<string, string> TrustedDocuments { get; } =
        GraphQL.Http.TrustedDocuments.From(Alle.Select(o => KeyValuePair.Create(o.Navn, o.Tekst)));

    public static Opskrift? Find(string navn) => Alle.FirstOrDefault(o => o.Navn == navn);

    private static IReadOnlyList<Opskrift> Read() =>
        [
            .. typeof(Kogebog)
                .Assembly.GetManifestResourceNames()
                .Where(n => n.StartsWith(Folder, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(n => Of(n[Folder.Length..^".graphql".Length], EffektkaederApi.Read(n))),
        ];

    private static Opskrift Of(string navn, string tekst)
    {
        var comment = tekst.Split('\n').TakeWhile(l => l.StartsWith('#')).Select(l => l.TrimStart('#').Trim()).ToList();
        var variable = comment.Find(l => l.StartsWith(VariableMark, StringComparison.Ordinal))?[VariableMark.Length..].Trim();
        var forklaring = string.Join(
            '\n',
            comment.Skip(1).Where(l => l.Length > 0 && !l.StartsWith(VariableMark, StringComparison.Ordinal))
        );
        return new(navn, comment.FirstOrDefault() ?? navn, forklaring, variable, tekst);
    }
}
