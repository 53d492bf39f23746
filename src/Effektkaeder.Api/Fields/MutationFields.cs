using System.Globalization;
using Effektkaeder.Api.Requests;
using Effektkaeder.Application.Changing;
using Effektkaeder.Application.Editing;
using Effektkaeder.Application.Importing;
using Effektkaeder.GraphQL.Execution.Binding;
using Effektkaeder.Import;
using Effektkaeder.Import.Diagnostics;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Api.Fields;

/// <summary>The root fields that change something.</summary>
internal static class MutationFields
{
    /// <summary>The largest document that may be imported over GraphQL, in bytes before base64.</summary>
    private const int MaxDocumentBytes = 10 * 1024 * 1024;

    public static void Bind(SchemaBinder b)
    {
        b.Field("Mutation", "importerAftale", ImportAsync);
        b.Field<Imported>("ImporterAftalePayload", "udfald", i => i.Report?.Outcome ?? ImportOutcome.Refused);
        NodeFields.ByKey<Imported>(b, "ImporterAftalePayload", "aftale", i => i.Report?.Aftale);
        b.Field<Imported>("ImporterAftalePayload", "revision", i => i.Report?.Revision);
        b.Field<Imported>("ImporterAftalePayload", "aendringer", i => i.Report?.Changes.Lines ?? []);
        b.Field<Imported>("ImporterAftalePayload", "diagnostik", i => i.Report?.Diagnostics ?? []);
        b.Field<Imported>("ImporterAftalePayload", "linjer", Lines);
        b.Field<Imported>("ImporterAftalePayload", "fejl", i => i.Error is { } error ? [error] : Array.Empty<EditError>());
        b.Field<ChangeLine>("Aendringslinje", "art", l => l.Art);
        b.Field<ChangeLine>("Aendringslinje", "type", l => l.Type);
        b.Field<ChangeLine>("Aendringslinje", "slags", l => l.Slags);
        b.Field<ChangeLine>("Aendringslinje", "noegle", l => l.Key);
        b.Field<ChangeLine>("Aendringslinje", "titel", l => l.Titel);
        b.Field<ChangeLine>("Aendringslinje", "hvad", l => l.Hvad);
        b.Field<ChangeLine>("Aendringslinje", "foer", l => l.Foer);
        b.Field<ChangeLine>("Aendringslinje", "efter", l => l.Efter);
        b.Field<ChangeLine>("Aendringslinje", "tidligereNoegle", l => l.TidligereKey);
        b.Field<ChangeLine>("Aendringslinje", "lighed", l => l.Lighed);
        b.Field<ChangeLine>("Aendringslinje", "grund", l => l.Grund);
        DiagnosticFields(b);
        b.Field<ExplainedLine>("Laestlinje", "linje", l => l.Line);
        b.Field<ExplainedLine>("Laestlinje", "tilLinje", l => l.LastLine);
        b.Field<ExplainedLine>("Laestlinje", "sted", l => l.Sted);
        b.Field<ExplainedLine>("Laestlinje", "slags", l => l.Kind);
        b.Field<ExplainedLine>("Laestlinje", "tekst", l => l.Text);
        b.Field<ExplainedLine>("Laestlinje", "blev", l => l.Became);
        b.Field<ExplainedLine>("Laestlinje", "erUlaest", l => l.IsUnread);
    }

    private static void DiagnosticFields(SchemaBinder b)
    {
        b.Field<Diagnostic>("Diagnostik", "kode", d => d.Code);
        b.Field<Diagnostic>("Diagnostik", "alvor", d => d.Severity);
        b.Field<Diagnostic>("Diagnostik", "fil", d => d.Fil);
        b.Field<Diagnostic>("Diagnostik", "linje", d => d.Linje);
        b.Field<Diagnostic>("Diagnostik", "kolonne", d => d.Kolonne);
        b.Field<Diagnostic>("Diagnostik", "sted", d => d.Plads);
        b.Field<Diagnostic>("Diagnostik", "besked", d => d.Besked);
        b.Field<Diagnostic>("Diagnostik", "raad", d => d.NaesteSkridt);
    }

    /// <summary>How the document was read, worked out for who asks.</summary>
    private static IReadOnlyList<ExplainedLine> Lines(Imported imported) =>
        imported.File is { Content: { } bytes } file
            ? DocumentExplainer.Explain(file.RelativePath, bytes, new ImportOptions(imported.Kommune)).Lines
            : [];

    /// <param name="Report">What became of the document; null where it was not read.</param>
    private sealed record Imported(ImportReport? Report, EditError? Error = null)
    {
        public SourceFile? File { get; init; }

        public string? Kommune { get; init; }

        public static Imported Refused(string felt, string besked) => new(null, new EditError("UGYLDIGT_ARGUMENT", besked, felt));
    }

    private static async ValueTask<IReadOnlyList<object?>> ImportAsync(BatchContext context) =>
        [await ImportAsync(context, context.Arguments.Get<Dict>("input")!)];

    private static async Task<Imported> ImportAsync(BatchContext context, Dict input)
    {
        var (name, base64) = ((string)input["filnavn"]!, (string)input["indholdBase64"]!);
        if (
            name.Length is 0 or > 200
            || name != Path.GetFileName(name)
            || name.Contains('\\')
            || name.Any(char.IsControl)
            || name is "." or ".."
        )
        {
            return Imported.Refused("filnavn", "filnavn er et navn uden mapper, fx \"aftale.md\".");
        }

        var megabytes = (base64.Length / 4 * 3L) / (1024.0 * 1024);
        if (megabytes > MaxDocumentBytes / (1024.0 * 1024))
        {
            return Imported.Refused(
                "indholdBase64",
                $"Dokumentet må højst fylde {MaxDocumentBytes / 1024 / 1024} MB; det fylder "
                    + $"{megabytes.ToString("F1", CultureInfo.GetCultureInfo("da-DK"))} MB."
            );
        }

        var bytes = new byte[base64.Length / 4 * 3 + 3];
        if (!Convert.TryFromBase64String(base64, bytes, out var length))
        {
            return Imported.Refused("indholdBase64", "indholdBase64 er ikke gyldig base64.");
        }

        var api = context.Service<ApiContext>();
        var (file, kommune) = (new SourceFile(name, bytes[..length]), input.GetValueOrDefault("kommune") as string);
        try
        {
            return new(
                await new ImportDocuments(api.Store, api.Time).ImportAsync(
                    file,
                    kommune,
                    api.Author,
                    input.GetValueOrDefault("proeve") is true,
                    context.CancellationToken
                )
            )
            {
                File = file,
                Kommune = kommune,
            };
        }
        catch (StoreException e)
        {
            return new(null, new EditError("LAGER", e.Message));
        }
    }
}
