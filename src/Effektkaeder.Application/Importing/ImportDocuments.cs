using Effektkaeder.Application.Changing;
using Effektkaeder.Domain;
using Effektkaeder.Import;
using Effektkaeder.Import.Diagnostics;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Application.Importing;

/// <summary>A file to import: its path relative to what was named, and its bytes or the reason they cannot be read.</summary>
public sealed record SourceFile(string RelativePath, byte[]? Content, string? Unreadable = null);

/// <summary>What became of a document.</summary>
public enum ImportOutcome
{
    Imported,
    Unchanged,
    Refused,
}

/// <param name="Aftale">Key of its agreement; null where it was refused before it had one.</param>
/// <param name="Revision">The revision it made; null in a dry run, or where nothing changed.</param>
public sealed record ImportReport(
    string File,
    ImportOutcome Outcome,
    string? Aftale,
    string? Titel,
    Revision? Revision,
    ChangeList Changes,
    IReadOnlyList<Diagnostic> Diagnostics
)
{
    /// <summary>The held follow-ups that its forms became, or would become.</summary>
    public IReadOnlyList<HeldFollowUp> Opfoelgninger { get; init; } = [];

    /// <summary>All that is to be told, in words.</summary>
    public string Sagt => string.Join(' ', Diagnostics.Select(d => d.Besked));

    /// <summary>Of a form that fits none, or several: what it may be of.</summary>
    public IReadOnlyList<Node> Kandidater { get; init; } = [];
}

/// <summary>A held follow-up and the effort or contribution that it is of.</summary>
public sealed record HeldFollowUp(Node Opfoelgning, Node Ejer);

/// <summary>A document as it was read.</summary>
/// <param name="Grafer">What each of its agreements says; none where it is refused.</param>
public sealed record ReadDocument(SourceFile File, IReadOnlyList<Aftalegraf> Grafer, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>The follow-up forms of a document that is nothing but such: they wait for the agreement that they are of.</summary>
    public IReadOnlyList<Opfoelgningsskema> Skemaer { get; init; } = [];
}

/// <summary>Reads documents into a store: each is one transaction and one revision, or nothing; the others land all the same.</summary>
public sealed class ImportDocuments(IGraphWriter store, TimeProvider time)
{
    /// <param name="kommune">The municipality, where the caller names it.</param>
    /// <param name="dryRun">Works everything out and stores nothing.</param>
    public Task<ImportReport> ImportAsync(SourceFile file, string? kommune, string author, bool dryRun, CancellationToken ct) =>
        StoreAsync(Read(file, kommune), author, dryRun, ct);

    /// <summary>What a document says, without a look at the store: it may be read while others are stored.</summary>
    public static ReadDocument Read(SourceFile file, string? kommune)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.Content is null)
        {
            return new(file, [], [Refusals.Unreadable(file)]);
        }

        var result = DocumentImporter.Import(file.RelativePath, file.Content, new ImportOptions { Kommune = kommune });
        var breaches = result.Grafer.SelectMany(Reconciliation.Breaches).Select(b => Refusals.Breach(file.RelativePath, b)).ToList();
        return new(file, breaches.Count > 0 ? [] : result.Grafer, [.. result.Diagnostics, .. breaches]) { Skemaer = result.Skemaer };
    }

    /// <summary>Each agreement of a document is one revision, or nothing.</summary>
    public async Task<ImportReport> StoreAsync(ReadDocument read, string author, bool dryRun, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(read);
        if (read.Skemaer.Count > 0)
        {
            return await new ImportForms(store, time).StoreAsync(read, null, author, dryRun, ct);
        }

        if (read.Grafer.Count == 0)
        {
            return Refused(read.File, read.Diagnostics);
        }

        ImportReport? report = null;
        foreach (var graf in read.Grafer)
        {
            var next = await StoreAsync(read.File, graf, report is null ? read.Diagnostics : [], author, dryRun, ct);
            report = report is null ? next : Together(report, next);
        }

        return report!;
    }

    /// <summary>The report of a file that holds several agreements, each a revision of its own.</summary>
    private static ImportReport Together(ImportReport first, ImportReport next) =>
        first with
        {
            Outcome = first.Outcome == ImportOutcome.Unchanged ? next.Outcome : first.Outcome,
            Titel = $"{first.Titel}; {next.Titel}",
            Revision = next.Revision ?? first.Revision,
            Changes = first.Changes + next.Changes,
            Diagnostics = [.. first.Diagnostics, .. next.Diagnostics],
        };

    private async Task<ImportReport> StoreAsync(
        SourceFile file,
        Aftalegraf graf,
        IReadOnlyList<Diagnostic> diagnostics,
        string author,
        bool dryRun,
        CancellationToken ct
    )
    {
        var (report, lines) = await Committing.RunAsync(store, graph => PlanAsync(graph, file, graf, diagnostics, author, dryRun, ct), ct);
        return report with { Changes = await lines };
    }

    /// <returns>The report without its lines, and those: they are found while the changes are stored.</returns>
    private async Task<Planned<(ImportReport Report, Task<ChangeList> Lines)>> PlanAsync(
        IGraph graph,
        SourceFile file,
        Aftalegraf graf,
        IReadOnlyList<Diagnostic> diagnostics,
        string author,
        bool dryRun,
        CancellationToken ct
    )
    {
        var (edition, told, standing) = await Editions.NumberAsync(graph, graf, ct);
        if (told is not null)
        {
            diagnostics = [.. diagnostics, told];
        }

        var titel = graf.Nodes.First(n => n.Key == graf.Aftale).Udsagn.Indhold.Titel;
        var what = edition is null ? "Ældre udgave, som ikke gælder" : "Indlæst";
        var note = new RevisionNote(time.GetUtcNow(), author, "import", file.RelativePath, $"{what}: {titel}");
        var (changes, elements, renamed, lost) = edition is null
            ? await RememberAsync(graph, standing, note, ct)
            : await Reconciliation.WithAsync(graph, edition, note, ct);
        // Not called off: what has landed is told.
        var lines = Task.Run(() => ChangeLists.Of(elements, renamed), CancellationToken.None);
        if (renamed.Count > 0)
        {
            changes = changes with { Note = note with { Summary = note.Summary + Renamings(await lines) } };
        }

        diagnostics = [.. diagnostics, .. lost.Select(e => Refusals.Lost(file.RelativePath, e))];
        var outcome = changes.Count == 0 ? ImportOutcome.Unchanged : ImportOutcome.Imported;
        return new(
            dryRun ? [] : [changes],
            revision => (new(file.RelativePath, outcome, graf.Aftale, titel, revision, ChangeList.None, diagnostics), lines)
        );
    }

    /// <summary>The agreement of the edition that stands remembers the document, which changes nothing else.</summary>
    private static async Task<Reconciliation.Result> RememberAsync(IGraph graph, Node? standing, RevisionNote note, CancellationToken ct)
    {
        var changes = new ChangeSet(graph.Revision, note, standing is null ? [] : [standing], [], [], []);
        var stored = standing is null ? null : (await graph.NodesAsync([standing.Key], ct)).FirstOrDefault();
        return new(changes, ChangeLists.Elements(changes, _ => stored, _ => null), [], []);
    }

    /// <summary>"; omdøbt: »A« → »B« (0,87) og 2 mere": what the revision says of new names.</summary>
    private static string Renamings(ChangeList list)
    {
        var renamed = list.Lines.Where(l => l.TidligereKey is not null).ToList();
        return renamed.Count == 0 ? "" : $"; omdøbt: {renamed[0].Renaming}" + (renamed.Count > 1 ? $" og {renamed.Count - 1} mere" : "");
    }

    private static ImportReport Refused(SourceFile file, IReadOnlyList<Diagnostic> diagnostics) =>
        new(file.RelativePath, ImportOutcome.Refused, null, null, null, ChangeList.None, diagnostics);
}
