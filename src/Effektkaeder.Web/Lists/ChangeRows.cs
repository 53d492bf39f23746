using Effektkaeder.Analysis.Forskelle;
using Effektkaeder.Application.Changing;
using Effektkaeder.Application.Comparing;
using Effektkaeder.Application.Lists;
using Effektkaeder.Exchange.Lists;
using Effektkaeder.Storage.Ports;
using Effektkaeder.Web.Scenes;

namespace Effektkaeder.Web.Lists;

/// <summary>What an address asks to have compared: two named sides, or what one revision did.</summary>
internal static class ChangeRows
{
    /// <returns>Null where no two sides are named.</returns>
    /// <exception cref="FormatException">A side is none; the message is Danish.</exception>
    public static async Task<Sammenholdt?> ComparedAsync(SceneAddress address, IGraphStore store, CancellationToken ct) =>
        address["a"] is { } a && address["b"] is { } b
            ? await new CompareGraphs(store).CompareAsync(Read(a, address), Read(b, address), ct)
            : null;

    public static async Task<ChangeList> MadeAsync(IGraph graph, IGraphStore store, CancellationToken ct) =>
        graph.Revision == 0 ? ChangeList.None : ChangeLists.Of(await store.ChangesAsync(graph.Revision, ct), pace: new(ct));

    public static IReadOnlyList<Listing> Of(Forskel forskel) =>
        [DiffLists.Nodes(forskel), DiffLists.Told(forskel), DiffLists.Edges(forskel)];

    public static Listing Of(ChangeList changes, long revision) =>
        Listing.Of<ChangeLine>(
            $"ændringer i revision {revision}",
            changes.Lines,
            new("hvad", null, l => l.Art),
            new("slags", null, l => l.Type),
            new("titel", null, l => l.Titel),
            new("hed før", null, l => l.TidligereTitel),
            new("anderledes", null, l => l.Hvad),
            new("før", null, l => l.Foer),
            new("efter", null, l => l.Efter),
            new("grund", null, l => l.Grund),
            new(Listing.Key, null, l => l.Key)
        );

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
