using Effektkaeder.Application.Comparing;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Web.Scenes;

/// <summary>The two sides that an address names to be held against each other: revisions, years, days or periods.</summary>
internal static class ComparedSides
{
    /// <returns>Null where no two sides are named.</returns>
    /// <exception cref="FormatException">A side is none; the message is Danish.</exception>
    public static async Task<Sammenholdt?> OfAsync(SceneAddress address, IGraphStore store, CancellationToken ct) =>
        address["a"] is { } a && address["b"] is { } b
            ? await new CompareGraphs(store).CompareAsync(Read(a, address), Read(b, address), ct)
            : null;

    private static Side Read(string word, SceneAddress address)
    {
        var (name, side) = NamedSides.Split(word.Trim());
        return name is null
            ? side with
            {
                Center = address["enhed"],
            }
            : throw new FormatException($"»{name}« er hverken en revision, et år, en dag eller en periode.");
    }
}
