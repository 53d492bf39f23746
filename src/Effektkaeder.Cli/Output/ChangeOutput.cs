using System.CommandLine;
using Effektkaeder.Application.Changing;
using Effektkaeder.Domain.Tekst;
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
                "omdøbt" => "renamed",
                _ => "changed",
            },
            type = line.Type,
            key = line.Key,
            title = line.Titel,
            what = line.Hvad,
            before = line.Foer,
            after = line.Efter,
            renamedFrom = line.TidligereKey,
            likeness = line.Lighed,
            reason = line.Grund,
        };

    /// <summary>The title, and the words that differ: "»Kortere køer«: felt Frist »maj« → »juni«".</summary>
    public static string Words(ChangeLine line)
    {
        var title = line.Renaming is { } renaming ? $"{renaming}: {line.Grund}" : line.Titel;
        return line.Ord is { } ord ? $"{title}; {line.Hvad}: »{Titel.Cut(ord.Foer)}« → »{Titel.Cut(ord.Efter)}«"
            : line.Hvad is { } what ? $"{title}; {what}"
            : title;
    }

    /// <summary>"3 ændringer; 14 følger med, og 80 har kun et andet sted i dokumentet".</summary>
    public static string Count(ChangeList changes) =>
        $"{changes.Lines.Count} {(changes.Lines.Count == 1 ? "ændring" : "ændringer")}"
        + (changes.Followed > 0 ? $"; {changes.Followed} følger med under nye nøgler" : "")
        + (changes.PlaceOnly > 0 ? $"; {changes.PlaceOnly} står kun et andet sted i dokumentet" : "");

    public static void Tell(ParseResult parsed, Revision? revision, ChangeList changes, bool dryRun, string form)
    {
        Rows.Of(changes.Lines, ("", c => c.Art), ("type", c => c.Type), ("nøgle", c => c.Key), ("titel", Words))
            .Write(
                parsed,
                form,
                new
                {
                    revision = revision?.Number,
                    changes = changes.Lines.Select(Json),
                    followed = changes.Followed,
                    placeOnly = changes.PlaceOnly,
                }
            );
        Messages.Say(
            parsed,
            dryRun ? $"Prøve: {Count(changes)}; intet er gemt."
                : revision is null ? "Intet at ændre."
                : $"Revision {revision.Number}: {revision.Summary} ({Count(changes)})."
        );
    }
}
