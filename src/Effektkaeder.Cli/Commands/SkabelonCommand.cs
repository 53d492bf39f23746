using System.CommandLine;
using System.Text;
using Effektkaeder.Application.Importing;
using Effektkaeder.Cli.Options;
using Effektkaeder.Cli.Output;
using Effektkaeder.Domain.Tekst;
using Effektkaeder.Import;
using Effektkaeder.Import.Mapping.Skabeloner;

namespace Effektkaeder.Cli.Commands;

/// <summary>The forms that documents are read by: which there are, how one document would be read, and a draft of a new one.</summary>
internal static class SkabelonCommand
{
    private const string Variable = "EFFEKT__SKABELONER";

    internal static readonly Option<string?> Folder = new("--skabeloner")
    {
        Description = $"En mappe med egne skabeloner, og egne ord i {SkabelonMappe.Ordfil}. Også fra {Variable}.",
        HelpName = "MAPPE",
        Recursive = true,
    };

    /// <summary>Reads the users' own profiles before any command runs; a fault in one is wrong use.</summary>
    internal static void AddOwn(ParseResult parsed)
    {
        if ((parsed.GetValue(Folder) ?? Environment.GetEnvironmentVariable(Variable)) is not { Length: > 0 } folder)
        {
            return;
        }

        if (!Directory.Exists(folder))
        {
            throw new UsageException($"Der er ingen mappe {folder} med skabeloner.");
        }

        var (own, words, faults) = SkabelonMappe.Read(folder);
        if (faults.Count > 0)
        {
            throw new UsageException(string.Join('\n', faults));
        }

        SkabelonKatalog.Add(own, words);
    }

    public static Command Build()
    {
        var command = new Command("skabelon", "Viser, hvordan dokumenter læses, og laver udkast til nye skabeloner.")
        {
            List(),
            Explain(),
            Draft(),
        };
        HelpAction.Examples(
            command,
            "effekt skabelon list",
            "effekt skabelon forklar aftale.docx",
            "effekt skabelon udkast aftale.docx > ny.json"
        );
        return command;
    }

    private static Command List()
    {
        var output = SharedOptions.Output("table", "json", "csv");
        var command = new Command("list", "Skabelonerne og ordforrådet, der læses med, når ingen af dem passer.") { output };
        command.SetAction(parsed =>
        {
            var rows = SkabelonKatalog
                .Alle.Select(s => (s.Kode, s.Navn, Felter: s.Felter.Count))
                .Append(
                    (
                        Kode: "etiketter",
                        Navn: "Alle andre skemaer: ved etiketter, overskrifter og afsnit",
                        Felter: SkabelonKatalog.Etiketter.Etiketter.Count
                    )
                )
                .ToList();
            Rows.Of(rows, ("kode", r => r.Kode), ("navn", r => r.Navn), ("felter", r => r.Felter))
                .Write(
                    parsed,
                    parsed.GetValue(output)!,
                    rows.Select(r => new
                    {
                        code = r.Kode,
                        name = r.Navn,
                        fields = r.Felter,
                    })
                );
        });
        return command;
    }

    private static Command Explain()
    {
        var (file, kommune) = (File(), Kommune());
        var html = new Option<string?>("--html")
        {
            Description = "Skriv en side med kilden til venstre og det, den blev til, til højre.",
            HelpName = "FIL",
        };
        var output = SharedOptions.Output("table", "json", "csv");
        var command = new Command("forklar", "Viser linje for linje, hvad et dokument ville blive til. Intet gemmes.")
        {
            file,
            kommune,
            html,
            output,
        };
        command.SetAction(parsed =>
        {
            var source = Read(parsed.GetValue(file)!);
            var explanation = DocumentExplainer.Explain(source.RelativePath, source.Content!, new ImportOptions(parsed.GetValue(kommune)));
            foreach (var diagnostic in explanation.Diagnostics)
            {
                Console.Error.WriteLine(diagnostic);
            }

            if (parsed.GetValue(html) is { } page)
            {
                OutFile.Write(page, stream => stream.Write(Encoding.UTF8.GetBytes(ExplanationPage.Of(source.RelativePath, explanation))));
                return explanation.Laesning is null ? ExitCode.Failed : ExitCode.Good;
            }

            Rows.Of(
                    explanation.Lines,
                    ("sted", l => l.Sted),
                    ("", l => l.Kind),
                    ("tekst", l => Titel.Cut(l.Text.Replace('\n', ' '))),
                    ("blev til", l => l.IsUnread ? "ikke læst" : string.Join("; ", l.Became))
                )
                .Write(
                    parsed,
                    parsed.GetValue(output)!,
                    new
                    {
                        format = explanation.Format,
                        reading = explanation.Laesning,
                        template = explanation.Skabelon,
                        lines = explanation.Lines.Select(l => new
                        {
                            line = l.Line,
                            place = l.Sted,
                            kind = l.Kind,
                            text = l.Text,
                            became = l.Became,
                            unread = l.IsUnread,
                        }),
                    }
                );
            return explanation.Laesning is null ? ExitCode.Failed : ExitCode.Good;
        });
        return command;
    }

    private static Command Draft()
    {
        var file = File();
        var command = new Command("udkast", "Laver et udkast til en skabelon af et dokuments etiketter, til at rette i.") { file };
        command.SetAction(parsed =>
        {
            var source = Read(parsed.GetValue(file)!);
            if (DocumentExplainer.Draft(source.RelativePath, source.Content!) is not { } draft)
            {
                throw new UsageException($"{source.RelativePath} kan ikke åbnes; se hvorfor med effekt skabelon forklar.");
            }

            OutFile.Write(null, stream => stream.Write(Encoding.UTF8.GetBytes(draft + "\n")));
        });
        return command;
    }

    private static Argument<string> File() => new("FIL") { Description = "Et dokument, i hvilket format det end er." };

    private static Option<string?> Kommune() =>
        new("--kommune", "-k") { Description = "Kommunens navn, hvis dokumentet ikke selv siger det.", HelpName = "NAVN" };

    private static SourceFile Read(string path)
    {
        var source = SourceFolder.Read(path).FirstOrDefault();
        return source is { Content: not null }
            ? source
            : throw new UsageException($"{path}: {source?.Unreadable ?? "der er intet dokument"}.");
    }
}
