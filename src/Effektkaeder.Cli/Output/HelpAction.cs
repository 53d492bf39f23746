using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Runtime.CompilerServices;

namespace Effektkaeder.Cli.Output;

/// <summary>Help in Danish, with examples: the same shape for every command.</summary>
internal sealed class HelpAction : SynchronousCommandLineAction
{
    private static readonly ConditionalWeakTable<Command, string[]> ExamplesOf = [];

    public static void Examples(Command command, params string[] examples) => ExamplesOf.AddOrUpdate(command, examples);

    /// <summary>Puts this help behind <c>--help</c>, and behind a command that only holds others.</summary>
    public static void Install(RootCommand root)
    {
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpAction();
        help.Description = "Vis hjælp.";
        var version = root.Options.OfType<VersionOption>().Single();
        version.Description = "Vis versionen.";
        root.SetAction(parsed =>
        {
            Write(root, Console.Error);
            return ExitCode.WrongUse;
        });
    }

    public override int Invoke(ParseResult parseResult)
    {
        Write(parseResult.CommandResult.Command, Console.Out);
        return ExitCode.Good;
    }

    public static void Write(Command command, TextWriter output)
    {
        output.WriteLine(command.Description);
        output.WriteLine();
        output.WriteLine("Brug:");
        output.WriteLine("  " + Usage(command));
        Section(output, "Argumenter", command.Arguments.Where(a => !a.Hidden).Select(a => (a.Name, a.Description ?? "")));
        Section(output, "Valg", Options(command).Select(o => (Label(o), Described(o))));
        Section(output, "Kommandoer", command.Subcommands.Where(c => !c.Hidden).Select(c => (c.Name, c.Description ?? "")));
        if (!ExamplesOf.TryGetValue(command, out var examples))
        {
            return;
        }

        output.WriteLine();
        output.WriteLine("Eksempler:");
        foreach (var example in examples)
        {
            output.WriteLine("  " + example);
        }
    }

    private static string Usage(Command command)
    {
        var path = new List<string>();
        for (var at = command; at is not null; at = at.Parents.OfType<Command>().FirstOrDefault())
        {
            path.Insert(0, at is RootCommand ? "effekt" : at.Name);
        }

        if (command.Subcommands.Count > 0)
        {
            path.Add("KOMMANDO");
        }

        foreach (var argument in command.Arguments)
        {
            var name = argument.Arity.MaximumNumberOfValues > 1 ? argument.Name + "…" : argument.Name;
            path.Add(argument.Arity.MinimumNumberOfValues == 0 ? $"[{name}]" : name);
        }
        path.Add("[valg]");
        return string.Join(' ', path);
    }

    private static IEnumerable<Option> Options(Command command)
    {
        foreach (var option in command.Options.Where(o => !o.Hidden))
        {
            yield return option;
        }

        foreach (var parent in command.Parents.OfType<Command>())
        {
            foreach (var option in Options(parent))
            {
                if (option.Recursive)
                {
                    yield return option;
                }
            }
        }
    }

    private static string Label(Option option) =>
        string.Join(
            ", ",
            option.Aliases.Where(a => a.StartsWith('-') && a != "-?").Order(StringComparer.Ordinal).Append(option.Name).Distinct()
        )
        + (
            option.ValueType == typeof(bool) || option is HelpOption or VersionOption
                ? ""
                : $" {option.HelpName ?? option.Name.TrimStart('-').ToUpperInvariant()}"
        );

    private static string Described(Option option) =>
        option.HasDefaultValue && option.ValueType != typeof(bool) && option.GetDefaultValue() is { } value and not ""
            ? $"{option.Description} [{(value is string[] several ? string.Join(' ', several) : value)}]"
            : option.Description ?? "";

    private static void Section(TextWriter output, string heading, IEnumerable<(string Name, string Text)> rows)
    {
        var all = rows.ToList();
        if (all.Count == 0)
        {
            return;
        }

        output.WriteLine();
        output.WriteLine(heading + ":");
        var width = Math.Min(32, all.Max(r => r.Name.Length));
        foreach (var (name, text) in all)
        {
            output.WriteLine($"  {name.PadRight(width)}  {text}");
        }
    }
}
