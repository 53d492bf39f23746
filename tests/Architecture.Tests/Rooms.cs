namespace Effektkaeder.Architecture.Tests;

/// <summary>The one table: which room may use which. Arrows only go down.</summary>
internal static class Rooms
{
    public static readonly IReadOnlyDictionary<string, string[]> Allowed = new Dictionary<string, string[]>
    {
        ["Domain"] = [],
        ["GraphQL"] = [],
        ["Layout"] = [],
        ["Analysis"] = ["Domain"],
        ["Import"] = ["Domain"],
        ["Exchange"] = ["Domain"],
        ["Synthesis"] = ["Domain"],
        ["Storage"] = ["Domain", "Analysis"],
        // A report is drawn on sheets as a picture is.
        ["Diagram"] = ["Domain", "Analysis", "Exchange", "Layout"],
        ["Application"] = ["Domain", "Analysis", "Import", "Exchange", "Storage", "Diagram"],
        // The API binds the types that the rooms below answer with: diagnostics, drawings.
        ["Api"] = ["Domain", "GraphQL", "Analysis", "Import", "Storage", "Diagram", "Application"],
        // The pages show the same types, and hand out their lists as files.
        ["Web"] = ["Domain", "GraphQL", "Analysis", "Exchange", "Storage", "Diagram", "Application", "Api"],
        ["Cli"] =
        [
            "Domain",
            "GraphQL",
            "Layout",
            "Analysis",
            "Import",
            "Exchange",
            "Storage",
            "Synthesis",
            "Diagram",
            "Application",
            "Api",
            "Web",
        ],
    };

    public static string Root { get; } = FindRoot();

    private static string FindRoot()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Effektkaeder.sln")))
            {
                return at.FullName;
            }
        }

        throw new InvalidOperationException("The tests run outside the repository.");
    }
}
