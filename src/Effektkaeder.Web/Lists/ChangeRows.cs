using Effektkaeder.Analysis.Forskelle;
using Effektkaeder.Application.Changing;
using Effektkaeder.Application.Lists;
using Effektkaeder.Exchange.Lists;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Web.Lists;

/// <summary>What differs, or what one revision did, as lists.</summary>
internal static class ChangeRows
{
    public static async Task<ChangeList> MadeAsync(IGraph graph, IGraphStore store, CancellationToken ct) =>
        graph.Revision == 0 ? ChangeList.None : ChangeLists.Of(await store.ChangesAsync(graph.Revision, ct), pace: new(ct));

    public static IReadOnlyList<Listing> Of(Forskel forskel) =>
        [DiffLists.Nodes(forskel), DiffLists.Told(forskel), DiffLists.Edges(forskel)];

    public static Listing Of(ChangeList changes, long revision) =>
        Listing.Of<ChangeLine>(
            $"ændringer i revision {revision}",
            changes.Lines,
            new("hvad", null, l => l.Art),
            new("slags", null, l => l.Slags),
            new("titel", null, l => l.Titel),
            new("hed før", null, l => l.TidligereTitel),
            new("anderledes", null, l => l.Hvad),
            new("før", null, l => l.Foer),
            new("efter", null, l => l.Efter),
            new("grund", null, l => l.Grund),
            new(Listing.Key, null, l => l.Key)
        );
}
