using System.CommandLine;
using Effektkaeder.Application;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Cli.Commands;

/// <summary>What most commands share: options, the store, and finding the node a user means.</summary>
internal static class Common
{
    public static readonly Option<string?> Store = new("--store", "-s")
    {
        Description =
            "Lageret: en fil, eller neo4j+https://vært:port/database. Også fra EFFEKT__STORE; ellers én fil i brugerens datamappe.",
        HelpName = "LAGER",
        Recursive = true,
    };

    public static readonly Option<bool> Quiet = new("--quiet", "-q") { Description = "Kun data, ingen meddelelser.", Recursive = true };

    public static readonly Option<bool> NoColor = new("--no-color") { Description = "Ingen farver; også med NO_COLOR.", Recursive = true };

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

    public static string Location(ParseResult parsed) => Named(parsed) ?? Stores.Default();

    /// <summary>The store that the user named, by option or environment.</summary>
    public static string? Named(ParseResult parsed) =>
        parsed.GetValue(Store) ?? (Environment.GetEnvironmentVariable("EFFEKT__STORE") is { Length: > 0 } named ? named : null);

    public static Task<IGraphStore> OpenAsync(ParseResult parsed, CancellationToken ct) => Stores.OpenAsync(Location(parsed), ct);

    public static string AuthorOf(ParseResult parsed, Option<string?> author) => parsed.GetValue(author) ?? Environment.UserName;

    public static void Say(ParseResult parsed, string message)
    {
        if (!parsed.GetValue(Quiet))
        {
            Console.Error.WriteLine(message);
        }
    }

    /// <exception cref="UsageException">The text means no node, or several: then the candidates are named.</exception>
    public static async Task<Node> FindAsync(IGraphReader store, string text, IReadOnlyList<NodeKind> kinds, CancellationToken ct)
    {
        var match = await new FindNode(store).FindAsync(text, kinds, ct);
        if (match.Node is { } node)
        {
            return node;
        }

        throw new UsageException(
            match.Candidates.Count == 0
                ? $"Intet passer til »{text}«. Er aftalen indlæst? Se »effekt list agreements«."
                : $"»{text}« passer til flere. Skriv en af nøglerne:\n"
                    + string.Join('\n', match.Candidates.Select(n => $"  {n.Key}  ({n.Kind.Info().Navn}: {n.Titel})"))
        );
    }

    /// <summary>Writes to a file where one is named, else to stdout.</summary>
    public static void Write(string? file, Action<Stream> write)
    {
        if (file is null)
        {
            using var stdout = Console.OpenStandardOutput();
            write(stdout);
            return;
        }
        using var stream = File.Create(file);
        write(stream);
    }
}
