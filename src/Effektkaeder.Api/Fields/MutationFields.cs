using Effektkaeder.Application.Importing;
using Effektkaeder.Domain;
using Effektkaeder.GraphQL.Execution;
using Effektkaeder.Import.Diagnostics;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Api.Fields;

/// <summary>The root fields that change something.</summary>
internal static class MutationFields
{
    public static void Bind(SchemaBinder b)
    {
        b.Field("Mutation", "importerAftale", ImportAsync);
        b.Field<ImportReport>("ImporterAftalePayload", "udfald", r => r.Outcome);
        NodeFields.ByKey<ImportReport>(b, "ImporterAftalePayload", "aftale", r => r.Aftale);
        b.Field<ImportReport>("ImporterAftalePayload", "revision", r => r.Revision);
        b.Field<ImportReport>("ImporterAftalePayload", "aendringer", r => r.Changes);
        b.Field<ImportReport>("ImporterAftalePayload", "diagnostik", r => r.Diagnostics);
        b.Field<ChangeLine>("Aendringslinje", "art", l => l.Art);
        b.Field<ChangeLine>("Aendringslinje", "type", l => l.Type);
        b.Field<ChangeLine>("Aendringslinje", "noegle", l => l.Key);
        b.Field<ChangeLine>("Aendringslinje", "titel", l => l.Titel);
        DiagnosticFields(b);
    }

    private static void DiagnosticFields(SchemaBinder b)
    {
        b.Field<Diagnostic>("Diagnostik", "kode", d => d.Code);
        b.Field<Diagnostic>("Diagnostik", "alvor", d => d.Severity.ToString());
        b.Field<Diagnostic>("Diagnostik", "fil", d => d.Fil);
        b.Field<Diagnostic>("Diagnostik", "linje", d => d.Linje);
        b.Field<Diagnostic>("Diagnostik", "kolonne", d => d.Kolonne);
        b.Field<Diagnostic>("Diagnostik", "besked", d => d.Besked);
        b.Field<Diagnostic>("Diagnostik", "raad", d => d.NaesteSkridt);
    }

    private static async ValueTask<IReadOnlyList<object?>> ImportAsync(BatchContext context)
    {
        var input = context.Arguments.Get<Dict>("input")!;
        var (name, base64) = ((string)input["filnavn"]!, (string)input["indholdBase64"]!);
        if (name.Length is 0 or > 200 || name != Path.GetFileName(name) || name.Contains('\\') || name.Any(char.IsControl) || name is "." or "..")
            throw ApiErrors.Argument("filnavn er et navn uden mapper, fx \"aftale.md\".");
        if (base64.Length / 4 * 3L > EffektkaederApi.MaxDocumentBytes) throw ApiErrors.Argument($"Dokumentet må højst fylde {EffektkaederApi.MaxDocumentBytes / 1024 / 1024} MB.");
        var bytes = new byte[base64.Length / 4 * 3 + 3];
        if (!Convert.TryFromBase64String(base64, bytes, out var length)) throw ApiErrors.Argument("indholdBase64 er ikke gyldig base64.");
        var api = context.Service<ApiContext>();
        try
        {
            var report = await new ImportDocuments(api.Store, api.Time).ImportAsync(
                new(name, bytes[..length]), input.GetValueOrDefault("kommune") as string, api.Author, input.GetValueOrDefault("proeve") is true, context.CancellationToken);
            return [report];
        }
        catch (StoreException e)
        {
            throw ApiErrors.Store(e.Message);
        }
    }
}
