using System.Buffers;
using System.CommandLine;
using System.Text;
using System.Text.Json;
using Effektkaeder.Api;
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
        var operation = new Option<string?>("--operation") { Description = "Hvilken af dokumentets operationer.", HelpName = "NAVN" };
        var sdl = new Option<bool>("--sdl") { Description = "Skriv skemaet i stedet." };
        var command = new Command("query", "Stiller et GraphQL-spørgsmål til grafen.") { query, file, variables, operation, sdl };
        HelpAction.Examples(command, "effekt query \"{ alleBidrag { totalCount nodes { titel } } }\"", "effekt query --file spoergsmaal.graphql --variables '{\"id\":\"slagelse/politik/udsattepolitik\"}'");
        command.SetAction(async (parsed, ct) =>
        {
            if (parsed.GetValue(sdl))
            {
                Console.Out.Write(EffektkaederApi.Sdl);
                return EffektCommand.Good;
            }
            var text = parsed.GetValue(file) is { } path ? await File.ReadAllTextAsync(path, ct)
                : parsed.GetValue(query) switch { null => throw new UsageException("Skriv et spørgsmål, - for stdin, eller --file."), "-" => await Console.In.ReadToEndAsync(ct), var given => given };
            await using var store = await Common.OpenAsync(parsed, ct);
            var answer = new ArrayBufferWriter<byte>();
            Exception? failure = null;
            var engine = EffektkaederApi.Engine(onInternalError: (e, _) => failure ??= e);
            var outcome = await engine.ExecuteAsync(new GraphQLRequest(text, parsed.GetValue(operation), Variables(parsed.GetValue(variables))), new ApiContext(store, TimeProvider.System, Environment.UserName), answer, ct);
            using var document = JsonDocument.Parse(answer.WrittenMemory);
            Rows.Json(document.RootElement);
            if (failure is not null) Console.Error.WriteLine($"effekt: {failure.Message}");
            return outcome.Errors.Count > 0 ? EffektCommand.Failed : EffektCommand.Good;
        });
        return command;
    }

    private static JsonElement? Variables(string? json)
    {
        if (json is null) return null;
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
