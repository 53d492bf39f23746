using System.Buffers;
using System.CommandLine;
using System.Text.Json;
using Effektkaeder.Api;
using Effektkaeder.Api.Requests;
using Effektkaeder.Cli.Naming;
using Effektkaeder.Cli.Options;
using Effektkaeder.Cli.Output;
using Effektkaeder.GraphQL;

namespace Effektkaeder.Cli.Commands;

internal static class QueryCommand
{
    public static Command Build()
    {
        var query = new Argument<string?>("SPØRGSMÅL") { Description = "GraphQL; - læser fra stdin.", Arity = ArgumentArity.ZeroOrOne };
        var file = new Option<string?>("--file") { Description = "Læs spørgsmålet fra en fil.", HelpName = "FIL" };
        var variables = new Option<string?>("--variables", "-v") { Description = "Variable som et JSON-objekt.", HelpName = "JSON" };
        var variablesFile = new Option<string?>("--variables-file")
        {
            Description = "Læs variablene fra en fil; - læser fra stdin.",
            HelpName = "FIL",
        };
        var operation = new Option<string?>("--operation") { Description = "Hvilken af dokumentets operationer.", HelpName = "NAVN" };
        var named = new Option<string?>("--named")
        {
            Description = "Stil et af kogebogens spørgsmål; uden --variables med eksemplets.",
            HelpName = "NAVN",
        };
        var list = new Option<bool>("--list") { Description = "Vis kogebogens spørgsmål i stedet." };
        var output = SharedOptions.Output("table", "json", "csv");
        output.Description = "Form for --list: table, json, csv.";
        var sdl = new Option<bool>("--sdl") { Description = "Skriv skemaet i stedet." };
        var command = new Command("query", "Stiller et GraphQL-spørgsmål til grafen.")
        {
            query,
            file,
            named,
            list,
            variables,
            variablesFile,
            operation,
            sdl,
            output,
        };
        var look = LookOptions.On(command);
        HelpAction.Examples(
            command,
            "effekt query \"{ alleBidrag { totalCount nodes { titel } } }\"",
            "effekt query --file spoergsmaal.graphql --variables '{\"id\":\"slagelse/politik/udsattepolitik\"}'",
            "effekt query --list",
            "effekt query --named frister --variables '{\"kommune\":\"slagelse\",\"fra\":\"2016-01-01\"}'"
        );
        command.SetAction(
            async (parsed, ct) =>
            {
                if (parsed.GetValue(sdl))
                {
                    Console.Out.Write(EffektkaederApi.Sdl);
                    return ExitCode.Good;
                }
                if (parsed.GetValue(list))
                {
                    Rows.Of(Kogebog.Alle, ("navn", o => o.Navn), ("spørgsmål", o => o.Titel), ("variable", o => o.Variable))
                        .Write(
                            parsed,
                            parsed.GetValue(output)!,
                            Kogebog.Alle.Select(o => new
                            {
                                name = o.Navn,
                                title = o.Titel,
                                explanation = o.Forklaring,
                                variables = o.Variable,
                                query = o.Tekst,
                            })
                        );
                    return ExitCode.Good;
                }
                var recipe = parsed.GetValue(named) is { } name ? Find(name) : null;
                var given = parsed.GetValue(variables) ?? await GivenAsync(parsed.GetValue(variablesFile), parsed.GetValue(query), ct);
                if (recipe?.Variable is not null && given is null)
                {
                    Messages.Say(parsed, $"Med eksemplets variable: {recipe.Variable}");
                }

                var text = recipe?.Tekst ?? await TextAsync(parsed.GetValue(file), parsed.GetValue(query), ct);
                await using var store = await NamedStore.OpenAsync(parsed, ct);
                var answer = new ArrayBufferWriter<byte>();
                Exception? failure = null;
                var engine = EffektkaederApi.Engine(onInternalError: (e, _) => failure ??= e);
                var outcome = await engine.ExecuteAsync(
                    new GraphQLRequest(text, parsed.GetValue(operation), Variables(given ?? recipe?.Variable)),
                    new ApiContext(store, TimeProvider.System, Environment.UserName) { Udsyn = look.Of(parsed) },
                    answer,
                    ct
                );
                using var document = JsonDocument.Parse(answer.WrittenMemory);
                Rows.Json(document.RootElement);
                if (failure is not null)
                {
                    Console.Error.WriteLine($"effekt: {failure.Message}");
                }

                return outcome.Errors.Count > 0 ? ExitCode.Failed : ExitCode.Good;
            }
        );
        return command;
    }

    private static Opskrift Find(string name) =>
        Kogebog.Find(name)
        ?? throw new UsageException(
            $"Kogebogen har intet spørgsmål »{name}«.{Suggestion.For(name, Kogebog.Alle.Select(o => o.Navn))} Se dem med »effekt "
                + $"query --list«."
        );

    private static async Task<string> TextAsync(string? path, string? query, CancellationToken ct) =>
        path is not null
            ? await File.ReadAllTextAsync(path, ct)
            : query switch
            {
                null => throw new UsageException("Skriv et spørgsmål, - for stdin, --file eller --named."),
                "-" => await Console.In.ReadToEndAsync(ct),
                _ => query,
            };

    private static async Task<string?> GivenAsync(string? path, string? query, CancellationToken ct) =>
        path switch
        {
            null => null,
            "-" when query == "-" => throw new UsageException("Spørgsmål og variable kan ikke begge læses fra stdin."),
            "-" => await Console.In.ReadToEndAsync(ct),
            _ => await File.ReadAllTextAsync(path, ct),
        };

    private static JsonElement? Variables(string? json)
    {
        if (json is null)
        {
            return null;
        }

        try
        {
            var element = JsonDocument.Parse(json).RootElement;
            return element.ValueKind == JsonValueKind.Object ? element : throw new UsageException("--variables er et JSON-objekt.");
        }
        catch (JsonException e)
        {
            throw new UsageException($"--variables er ikke gyldig JSON: {e.Message}");
        }
    }
}
