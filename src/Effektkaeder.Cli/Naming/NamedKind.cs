using Effektkaeder.Cli.Output;
using Effektkaeder.Domain;

namespace Effektkaeder.Cli.Naming;

/// <summary>The kinds that a user's words mean: singular or plural, as people read them or as keys are written.</summary>
internal static class NamedKind
{
    /// <exception cref="UsageException">One is no kind.</exception>
    public static IReadOnlyList<NodeKind> Read(IEnumerable<string> names) => [.. names.Select(Read)];

    public static NodeKind Read(string name) =>
        Find(name)
        ?? throw new UsageException(
            $"»{name}« er ingen slags.{Suggestion.For(name, NodeKinds.All.SelectMany(k => new[] { k.Slug, k.Flertal }))} De hedder: "
                + string.Join(", ", NodeKinds.All.Select(k => k.Slug))
                + "."
        );

    public static NodeKind? Find(string name) =>
        NodeKinds.Find(name)?.Kind
        ?? NodeKinds
            .All.Where(k => new[] { k.Navn, k.Flertal, k.Flertal.Replace(' ', '-') }.Contains(name, StringComparer.OrdinalIgnoreCase))
            .Select(k => (NodeKind?)k.Kind)
            .FirstOrDefault();
}
