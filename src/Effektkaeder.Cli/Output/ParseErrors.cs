using System.CommandLine;
using System.CommandLine.Parsing;

namespace Effektkaeder.Cli.Output;

/// <summary>What was wrong with a command line, in Danish, with the nearest name where there is one.</summary>
internal static class ParseErrors
{
    public static int Tell(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        foreach (var message in Messages(parsed, command).Distinct(StringComparer.Ordinal))
        {
            Console.Error.WriteLine($"effekt: {message}");
        }

        Console.Error.WriteLine($"Se »effekt{(command is RootCommand ? "" : " " + command.Name)} --help«.");
        return ExitCode.WrongUse;
    }

    private static IEnumerable<string> Messages(ParseResult parsed, Command command)
    {
        // A misspelt option is read as an argument where there is room for one.
        var misspelt = parsed
            .CommandResult.Children.OfType<ArgumentResult>()
            .SelectMany(a => a.Tokens)
            .Select(t => t.Value)
            .Where(t => t.StartsWith("--", StringComparison.Ordinal));
        var strangers = misspelt.Concat(parsed.UnmatchedTokens).ToList();
        foreach (var token in strangers)
        {
            var names = token.StartsWith('-')
                ? command.Options.Concat(parsed.RootCommandResult.Command.Options).SelectMany(o => o.Aliases.Append(o.Name))
                : command.Subcommands.Select(c => c.Name);
            yield return $"»{token}« kendes ikke.{Suggestion.For(token, names)}";
        }
        if (strangers.Count > 0)
        {
            yield break;
        }

        foreach (var error in parsed.Errors)
        {
            var message = Message(error);
            if (message is not null)
            {
                yield return message;
            }
        }
    }

    private static string? Message(ParseError error) =>
        error.SymbolResult switch
        {
            OptionResult { Tokens: [{ Value: var value }, ..] } option when string.IsNullOrWhiteSpace(value) =>
                $"{option.Option.Name} er tom: nævn en værdi.",
            OptionResult { Tokens.Count: 0 } option => $"{option.Option.Name} mangler en værdi.",
            OptionResult option => $"»{option.Tokens[^1].Value}« kan ikke bruges til {option.Option.Name}.{Choices(option)}",
            ArgumentResult { Tokens.Count: 0 } argument => $"{argument.Argument.Name} mangler.",
            ArgumentResult argument when argument.Parent is OptionResult option =>
                $"»{argument.Tokens[^1].Value}« kan ikke bruges til {option.Option.Name}.{Choices(option)}",
            ArgumentResult argument => $"»{argument.Tokens[^1].Value}« kan ikke bruges til {argument.Argument.Name}.{Choices(argument)}",
            CommandResult { Command.Arguments.Count: > 0 } result
                when result.Command.Arguments.Any(a =>
                    result.GetResult(a) is null or { Tokens.Count: 0 } && a.Arity.MinimumNumberOfValues > 0
                ) => $"{result.Command.Arguments.First(a => a.Arity.MinimumNumberOfValues > 0).Name} mangler.",
            CommandResult { Command.Subcommands.Count: > 0, Tokens.Count: 0 } => "Nævn en kommando.",
            _ => null,
        };

    private static string Choices(OptionResult result) =>
        Choices(result.Option.GetCompletions(System.CommandLine.Completions.CompletionContext.Empty), result.Tokens[^1].Value);

    private static string Choices(ArgumentResult result) =>
        Choices(result.Argument.GetCompletions(System.CommandLine.Completions.CompletionContext.Empty), result.Tokens[^1].Value);

    private static string Choices(IEnumerable<System.CommandLine.Completions.CompletionItem> items, string given)
    {
        var names = items.Select(i => i.Label).ToList();
        return names.Count == 0 ? ""
            : Suggestion.For(given, names) is { Length: > 0 } near ? near
            : $" Vælg mellem {string.Join(", ", names)}.";
    }
}
