using System.CommandLine;
using Effektkaeder.Application.Changing;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Cli.Output;

/// <summary>A revision and its change list.</summary>
internal static class ChangeOutput
{
    /// <summary>A line of a change list as JSON has it.</summary>
    public static object Json(ChangeLine line) =>
        new
        {
            change = line.Art switch
            {
                "ny" => "new",
                "fjernet" => "removed",
                _ => "changed",
            },
            type = line.Type,
            key = line.Key,
            title = line.Titel,
        };

    public static void Tell(ParseResult parsed, Revision? revision, IReadOnlyList<ChangeLine> changes, bool dryRun, string form)
    {
        Rows.Of(changes, ("", c => c.Art), ("type", c => c.Type), ("nøgle", c => c.Key), ("titel", c => c.Titel))
            .Write(parsed, form, new { revision = revision?.Number, changes = changes.Select(Json) });
        Messages.Say(
            parsed,
            dryRun ? $"Prøve: {changes.Count} ændringer; intet er gemt."
                : revision is null ? "Intet at ændre."
                : $"Revision {revision.Number}: {revision.Summary} ({changes.Count} ændringer)."
        );
    }
}
