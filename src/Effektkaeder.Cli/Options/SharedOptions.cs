using System.CommandLine;

namespace Effektkaeder.Cli.Options;

/// <summary>The options that several commands have, alike in each.</summary>
internal static class SharedOptions
{
    public static readonly Option<string?> Store = Location(
        new Option<string?>("--store", "-s")
        {
            Description =
                "Lageret: en fil, eller neo4j+https://vært:port/database. Også fra EFFEKT__STORE; ellers én fil i brugerens datamappe.",
            Recursive = true,
        }
    );

    public static readonly Option<bool> Quiet = new("--quiet", "-q") { Description = "Kun data, ingen meddelelser.", Recursive = true };

    public static readonly Option<bool> NoColor = new("--no-color") { Description = "Ingen farver; også med NO_COLOR.", Recursive = true };

    /// <summary>An option that names a store. An empty name, as of a variable that is not set, is none.</summary>
    public static Option<T> Location<T>(Option<T> option)
    {
        option.HelpName = "LAGER";
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var value }, ..] && string.IsNullOrWhiteSpace(value))
            {
                result.AddError($"{option.Name} er tom.");
            }
        });
        return option;
    }

    public static Option<string> Output(params string[] forms)
    {
        var option = new Option<string>("--output", "-o")
        {
            Description = $"Form: {string.Join(", ", forms)}.",
            HelpName = "FORM",
            DefaultValueFactory = _ => forms[0],
        };
        option.AcceptOnlyFromAmong(forms);
        return option;
    }

    public static Option<string?> OutFile() =>
        new("--out", "-f") { Description = "Skriv til en fil i stedet for stdout.", HelpName = "FIL" };

    public static Option<string?> Author() =>
        new("--author") { Description = "Hvem der står som forfatter til revisionen; ellers brugernavnet.", HelpName = "NAVN" };

    public static Option<bool> DryRun() => new("--dry-run", "-n") { Description = "Vis ændringerne, men gem intet." };

    public static string AuthorOf(ParseResult parsed, Option<string?> author) => parsed.GetValue(author) ?? Environment.UserName;
}
