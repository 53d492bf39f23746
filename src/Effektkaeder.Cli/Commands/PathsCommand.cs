using System.CommandLine;
using Effektkaeder.Analysis;
using Effektkaeder.Analysis.Paavirkning;
using Effektkaeder.Application;
using Effektkaeder.Cli.Naming;
using Effektkaeder.Cli.Output;
using Effektkaeder.Domain;

namespace Effektkaeder.Cli.Commands;

internal static class PathsCommand
{
    public static Command Build()
    {
        var from = new Argument<string>("FRA") { Description = "Nøgle eller tekst, der passer til én titel." };
        var to = new Argument<string>("TIL") { Description = "Nøgle eller tekst, der passer til én titel." };
        var hops = new Option<int>("--hops")
        {
            Description = "Højst så mange koblinger i en vej.",
            HelpName = "TAL",
            DefaultValueFactory = _ => 1,
        };
        var first = new Option<int>("--first")
        {
            Description = "Højst så mange veje.",
            HelpName = "TAL",
            DefaultValueFactory = _ => 100,
        };
        var command = new Command("paths", "Viser vejene mellem to knuder, de korteste først.") { from, to, hops, first };
        var (look, form) = (LookOptions.On(command), AnswerForm.On(command));
        HelpAction.Examples(command, "effekt paths \"Udsattepolitikken\" \"Jobcentret\"");
        command.SetAction(
            async (parsed, ct) =>
            {
                if (parsed.GetValue(hops) is < 0 or > 10 || parsed.GetValue(first) is < 1 or > 1000)
                {
                    throw new UsageException("--hops er 0 til 10, --first 1 til 1000.");
                }

                await using var store = await NamedStore.OpenAsync(parsed, ct);
                var graph = await look.GraphAsync(parsed, store, ct);
                var (fra, til) = (
                    await NamedNode.FindAsync(graph, parsed.GetValue(from)!, [], ct),
                    await NamedNode.FindAsync(graph, parsed.GetValue(to)!, [], ct)
                );
                var svar = await new FindPaths(graph).FindAsync(fra.Key, til.Key, parsed.GetValue(hops), parsed.GetValue(first), ct);
                form.Write(
                    parsed,
                    new
                    {
                        cut = svar.Afkortet,
                        paths = svar.Stier.Select(s => new
                        {
                            length = s.Edges.Count,
                            certainty = s.Tillid,
                            explanation = Vejfortaelling.Of(s),
                            nodes = s.Nodes.Select(n => n.Key),
                            edges = s.Edges.Select(e => e.Type.Info().Code),
                        }),
                    },
                    Listing.Of<Sti>(
                        "veje",
                        svar.Stier,
                        new("længde", null, s => s.Edges.Count),
                        new("tillid", null, s => Math.Round(s.Tillid, 3)),
                        new("vej", null, s => string.Join(" → ", s.Nodes.Select(n => n.Titel))),
                        new("i ord", null, Vejfortaelling.Of)
                    )
                );
                if (svar.Stier.Count == 0)
                {
                    Messages.Say(parsed, $"Ingen vej fra »{fra.Titel}« til »{til.Titel}« med højst {parsed.GetValue(hops)} koblinger.");
                }

                if (svar.Afkortet)
                {
                    Messages.Say(parsed, "Der er flere veje; se dem med --first.");
                }

                return ExitCode.Good;
            }
        );
        return command;
    }
}
