using System.CommandLine;
using Effektkaeder.Analysis.Aarraekker;
using Effektkaeder.Application.Following;
using Effektkaeder.Cli.Naming;
using Effektkaeder.Cli.Output;
using Effektkaeder.Domain;

namespace Effektkaeder.Cli.Commands;

/// <summary>The editions and years of an agreement, or a goal's life through them.</summary>
internal static class YearsCommand
{
    public static Command Build()
    {
        var about = new Argument<string>("AFTALE|MÅL")
        {
            Description = "En aftale, eller en vision, et mål, en indsats, et bidrag, en effekt, en indikator eller en milepæl.",
        };
        var command = new Command(
            "years",
            "Stiller en aftales udgaver og år på række: hvad gik videre, ændrede sig, bortfaldt og kom til; eller et måls liv gennem årene."
        )
        {
            about,
        };
        var (look, form) = (LookOptions.On(command), AnswerForm.On(command));
        HelpAction.Examples(
            command,
            "effekt years \"Udviklingsaftale 2025, Center for Børn og Unge\"",
            "effekt years \"Flere børn læser\" --output json",
            "effekt report years \"Udviklingsaftale 2025, Center for Børn og Unge\" --out aarene.pdf"
        );
        command.SetAction(
            async (parsed, ct) =>
            {
                await using var store = await NamedStore.OpenAsync(parsed, ct);
                var graph = await look.GraphAsync(parsed, store, ct);
                var om = await NamedNode.FindAsync(graph, parsed.GetValue(about)!, ReadYears.Kinds, ct);
                try
                {
                    var svar = await new ReadYears(store, graph).ReadAsync(om, ct);
                    form.Write(parsed, Json(svar), [.. svar.Enheder.Select(Listed)]);
                    foreach (var enhed in svar.Enheder)
                    {
                        Messages.Say(parsed, $"{Aarsord.Enhed(enhed)}: {Aarsord.Sammenfatning(enhed.Raekke)}");
                    }

                    return ExitCode.Good;
                }
                catch (FormatException e)
                {
                    throw new UsageException(e.Message);
                }
            }
        );
        return command;
    }

    private static object Json(Aarssvar svar) =>
        new
        {
            about = NodeJson.Short(svar.Om),
            units = svar.Enheder.Select(e => new
            {
                names = e.Navne.Select(n => new { name = n.Navn, from = n.Fra }),
                columns = e.Raekke.Aargange.Select(a => new
                {
                    name = a.Navn,
                    agreement = a.Aftale.Key,
                    edition = a.Udgave,
                    from = a.Fra,
                    to = a.Til,
                    revision = a.Revision,
                }),
                rows = e.Raekke.Forloeb.Select(f => new
                {
                    kind = f.Node.Kind.Info().Code,
                    title = f.Node.Titel,
                    key = f.Node.Key,
                    steps = f.Trin.Select(t => new
                    {
                        key = t.Node?.Key,
                        title = t.Node?.Titel,
                        step = t.Skridt is { } step ? NodeJson.Code(step) : null,
                        known = t.Grund,
                        changed = t.Felter.Select(d => new
                        {
                            field = d.Felt,
                            before = d.Foer,
                            after = d.Efter,
                        }),
                    }),
                }),
            }),
        };

    private static Listing Listed(Enhedsaar enhed, int number) =>
        Listing.Of<Livsforloeb>(
            number == 0 ? "aar" : $"aar-{number + 1}",
            enhed.Raekke.Forloeb,
            [
                new("slags", "kind", f => f.Node.Kind.Info().Navn),
                new("titel", "title", f => f.Node.Titel),
                .. enhed.Raekke.Aargange.Select((a, i) => new Column<Livsforloeb>(a.Navn, null, f => Aarsord.Trin(f.Trin[i]))),
                new(Listing.Key, "key", f => f.Node.Key),
            ]
        );
}
