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
}
