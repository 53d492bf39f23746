namespace Effektkaeder.Web.Pages;

/// <summary>Addresses of the pages.</summary>
internal static class Links
{
    public static string Node(string key) => $"/knude?noegle={Uri.EscapeDataString(key)}";

    public static string Center(string key) => $"/center?noegle={Uri.EscapeDataString(key)}";

    public static string Impact(string key) => $"/paavirkning?noegle={Uri.EscapeDataString(key)}";

    public static string Diagram(string scene, string? key = null) =>
        $"/diagram.svg?scene={scene}" + (key is null ? "" : $"&noegle={Uri.EscapeDataString(key)}");
}
