using Effektkaeder.Application.Changing;
using Effektkaeder.Domain;
using Effektkaeder.Import.Diagnostics;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Application.Importing;

/// <summary>
/// Keeps filled follow-up forms: each is one revision, and becomes a held follow-up of the effort or contribution that it is of. What
/// its adjustment proposes is carried out by nobody but the analyst who accepts it.
/// </summary>
public sealed class ImportForms(IGraphWriter store, TimeProvider time)
{
    /// <param name="om">Key of what the forms are of, where the caller says so.</param>
    public async Task<ImportReport> StoreAsync(ReadDocument read, string? om, string author, bool dryRun, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(read);
        ImportReport? report = null;
        foreach (var skema in read.Skemaer)
        {
            var diagnostics = report is null ? read.Diagnostics : [];
            var next = await Committing.RunAsync(
                store,
                graph => PlanAsync(graph, read.File, skema, om, diagnostics, author, dryRun, ct),
                ct
            );
            report = report is null ? next : Together(report, next);
        }

        return report ?? throw new ArgumentException("A document without forms.", nameof(read));
    }

    private async Task<Planned<ImportReport>> PlanAsync(
        IGraph graph,
        SourceFile file,
        Opfoelgningsskema skema,
        string? om,
        IReadOnlyList<Diagnostic> diagnostics,
        string author,
        bool dryRun,
        CancellationToken ct
    )
    {
        var kommune = skema.Kommune is { } named ? NodeKeys.Kommune(named) : null;
        var found = await new Skemaejer(graph).FindAsync(skema, om, kommune, ct);
        if (found.Ejer is not { } ejer)
        {
            var question = Refusals.Untied(file.RelativePath, skema.Linje, found.Grund, found.Kandidater);
            var refused = new ImportReport(
                file.RelativePath,
                ImportOutcome.Refused,
                null,
                skema[Opfoelgningsskema.Titelfelt],
                null,
                ChangeList.None,
                [.. diagnostics, question]
            )
            {
                Kandidater = found.Kandidater,
            };
            return new([], _ => refused);
        }

        var aftale = (await graph.NodesAsync([ejer.Vist.Aftale], ct)).FirstOrDefault();
        var graf = Skemagraf.Of(skema, ejer, aftale);
        if (await SameAsync(graph, ejer, graf, ct) is { } other)
        {
            var titel = graf.Nodes.First(n => n.Kind == NodeKind.Opfoelgning).Udsagn.Indhold.Titel;
            diagnostics = [.. diagnostics, Refusals.SameFollowUp(file.RelativePath, skema.Linje, titel, other)];
        }

        var (edition, _, _) = await Editions.NumberAsync(graph, graf, ct);
        var title = edition!.Nodes.First(n => n.Key == graf.Aftale).Udsagn.Indhold.Titel;
        var own = edition.Nodes.First(n => n.Kind == NodeKind.Opfoelgning);
        var held = Node.Of(own.Key, own.Kind, own.Kommune, [own.Udsagn]);
        var note = new RevisionNote(time.GetUtcNow(), author, "followup", file.RelativePath, title);
        var (changes, elements, _, _) = await Reconciliation.WithAsync(graph, edition, note, ct);
        var lines = ChangeLists.Of(elements, pace: new(ct));
        var outcome = changes.Count == 0 ? ImportOutcome.Unchanged : ImportOutcome.Imported;
        return new(
            dryRun ? [] : [changes],
            revision =>
                new(file.RelativePath, outcome, graf.Aftale, title, revision, lines, diagnostics) { Opfoelgninger = [new(held, ejer)] }
        );
    }

    /// <summary>The file of another form of the same owner for the same time; null where there is none.</summary>
    private static async Task<string?> SameAsync(IGraph graph, Node ejer, Aftalegraf graf, CancellationToken ct)
    {
        var own = graf.Nodes.First(n => n.Kind == NodeKind.Opfoelgning);
        var held = await graph.ExpandAsync(
            new([ejer.Key], new([EdgeType.FoelgesOp], Direction.Out, [NodeKind.Opfoelgning]), null, [], Page.Everything),
            ct
        );
        var other = held[0]
            .Items.Select(i => i.Node)
            .FirstOrDefault(n => n.Key != own.Key && Opfoelgningsskema.IsHeld(n) && IsSameTime(n.Indhold, own.Udsagn.Indhold));
        return other?.Vist.Herkomst.FirstOrDefault()?.Dokument ?? other?.Vist.Aftale;
    }

    private static bool IsSameTime(Indhold a, Indhold b) =>
        a.Titel == b.Titel || (a.Tider.Count > 0 && a.Tider.Select(t => (t.Fra, t.Til)).SequenceEqual(b.Tider.Select(t => (t.Fra, t.Til))));

    private static ImportReport Together(ImportReport first, ImportReport next) =>
        first with
        {
            // A document is refused where a form of it is: the others are kept all the same, and told.
            Outcome = next.Outcome == ImportOutcome.Refused || first.Outcome == ImportOutcome.Unchanged ? next.Outcome : first.Outcome,
            Titel = $"{first.Titel}; {next.Titel}",
            Revision = next.Revision ?? first.Revision,
            Changes = first.Changes + next.Changes,
            Diagnostics = [.. first.Diagnostics, .. next.Diagnostics],
            Opfoelgninger = [.. first.Opfoelgninger, .. next.Opfoelgninger],
            Kandidater = [.. first.Kandidater, .. next.Kandidater],
        };
}
