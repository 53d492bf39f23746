using Effektkaeder.Domain.Regler;
using Effektkaeder.Import.Diagnostics;

namespace Effektkaeder.Application.Importing;

/// <summary>Why a document is refused before or after the importer has read it.</summary>
internal static class Refusals
{
    public static Diagnostic Unreadable(SourceFile file) =>
        new("APP001", Severity.Fejl, file.RelativePath, 0, 0, $"{file.Unreadable}.", "Kontrollér stien og læserettighederne.");

    public static Diagnostic Breach(string file, Brud brud) =>
        new(
            "APP002",
            Severity.Fejl,
            file,
            0,
            0,
            $"Bryder en regel for grafen: {brud.Besked}",
            "Intet er gemt. Ret dokumentet, og prøv igen."
        );
}
