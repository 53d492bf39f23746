using System.Security.Cryptography;
using System.Text;
using Effektkaeder.Application.Importing;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Application.Following;

/// <summary>A follow-up form that is written here, and not in a document: kept as one.</summary>
public sealed class WriteForm(IGraphStore store, TimeProvider time)
{
    private const int MaxText = 20_000;

    /// <param name="om">Key of what it is of.</param>
    /// <param name="felter">What each field holds, by its label; what is not there is blank.</param>
    /// <exception cref="FormatException">A field is too long, or all are blank; the message is for the user.</exception>
    public Task<ImportReport> WriteAsync(
        string om,
        IReadOnlyDictionary<string, string?> felter,
        string author,
        bool dryRun,
        CancellationToken ct
    )
    {
        var told = Opfoelgningsskema.Labels.Select(l =>
            (Label: l, Tekst: felter.GetValueOrDefault(l)?.ReplaceLineEndings("\n").Trim() ?? "")
        );
        var filled = told.ToList();
        if (filled.FirstOrDefault(f => f.Tekst.Length > MaxText) is { Label: { } tooLong })
        {
            throw new FormatException($"{tooLong} er længere end {MaxText} tegn.");
        }

        if (filled.All(f => f.Tekst.Length == 0 || f.Label == Opfoelgningsskema.Titelfelt))
        {
            throw new FormatException("Skemaet er tomt: udfyld mindst ét felt.");
        }

        var title = felter.GetValueOrDefault(Opfoelgningsskema.Titelfelt) ?? om;
        var name = $"skema/{Slug.Of($"{title} {felter.GetValueOrDefault(Opfoelgningsskema.Tidspunktfelt)}")}";
        var sha = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', filled.Select(f => $"{f.Label}: {f.Tekst}"))));
        var skema = new Opfoelgningsskema(
            new(name, Convert.ToHexStringLower(sha), "opfoelgning"),
            null,
            null,
            1,
            [
                .. filled.Select(
                    (f, i) =>
                        new Feltvaerdi(
                            f.Label,
                            null,
                            f.Tekst,
                            f.Tekst.Length == 0 ? Feltstatus.Tom : Feltstatus.Vaerdi,
                            new Herkomst(name, i + 1, f.Tekst, f.Label),
                            []
                        )
                ),
            ]
        );
        var read = new ReadDocument(new SourceFile(name, null), [], []) { Skemaer = [skema] };
        return new ImportForms(store, time).StoreAsync(read, om, author, dryRun, ct);
    }
}
