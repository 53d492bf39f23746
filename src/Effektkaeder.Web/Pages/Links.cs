using Effektkaeder.Analysis.Paavirkning;

namespace Effektkaeder.Web.Pages;

/// <summary>Addresses of the pages.</summary>
internal static class Links
{
    public static string Node(string key) => $"/knude?noegle={Uri.EscapeDataString(key)}";

    public static string Center(string key) => $"/center?noegle={Uri.EscapeDataString(key)}";

    public static string Impact(string key) => $"/paavirkning?noegle={Uri.EscapeDataString(key)}";

    /// <param name="changes">Each as <c>KEY=bortfalder</c>.</param>
    public static string Impact(IEnumerable<string> changes) =>
        $"/paavirkning?{string.Join('&', changes.Select(c => $"aendring={Uri.EscapeDataString(c)}"))}";

    /// <summary>The picture of one change's impact: <see cref="Impact(string)"/> with the change it shows.</summary>
    public static string ImpactDiagram(Aendring change) =>
        $"{Diagram("paavirkning", change.Key)}&art={change.Art.ToString().ToLowerInvariant()}"
        + (change.Varighed is { } varighed ? $"&varighed={varighed}" : "");

    /// <summary>The change that an address or the form of the page names: its kind, and how long where it is postponed.</summary>
    /// <exception cref="FormatException">It is none; the message is Danish.</exception>
    public static Aendring Change(string key, string art, string varighed) =>
        Aendringsform.Read(key, art.Equals("udskydes", StringComparison.OrdinalIgnoreCase) ? $"{art}:{varighed}" : art);

    public static string Diagram(string scene, string? key = null) =>
        $"/diagram.svg?scene={scene}" + (key is null ? "" : $"&noegle={Uri.EscapeDataString(key)}");
}
