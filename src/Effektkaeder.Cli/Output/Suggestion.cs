using Effektkaeder.GraphQL.Errors;

namespace Effektkaeder.Cli.Output;

/// <summary>"Mente du …?" for a name that is nearly another.</summary>
internal static class Suggestion
{
    /// <returns>A sentence with a leading space; empty where nothing is near.</returns>
    public static string For(string given, IEnumerable<string> names) =>
        Suggestions.Nearest(given, names) is [var nearest, ..] ? $" Mente du »{nearest}«?" : "";
}
