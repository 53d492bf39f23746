namespace Effektkaeder.Web.Pages;

/// <summary>Addresses of the pages.</summary>
internal static class Links
{
    public static string Node(string key) => $"/knude?noegle={Uri.EscapeDataString(key)}";

    public static string Center(string key) => $"/center?noegle={Uri.EscapeDataString(key)}";

    public static string FollowUp(string key) => $"/opfoelgning?noegle={Uri.EscapeDataString(key)}";

    /// <summary>The form of an effort or contribution, for a time in words.</summary>
    public static string FollowUpForm(string key, string? time = null) =>
        $"/opfoelgning?om={Uri.EscapeDataString(key)}" + (time is null ? "" : $"&tid={Uri.EscapeDataString(time)}");

    public static string Status(string key) => $"/stilling?noegle={Uri.EscapeDataString(key)}";

    public static string Years(string key) => $"/aarraekke?noegle={Uri.EscapeDataString(key)}";

    public static string Undo(long revision) => $"/fortryd?revision={revision}";

    public static string Remove(string aftale) => $"/fjern?aftale={Uri.EscapeDataString(aftale)}";

    public static string Impact(string key) => $"/paavirkning?noegle={Uri.EscapeDataString(key)}";

    /// <param name="changes">Each as <c>KEY=bortfalder</c>.</param>
    public static string Impact(IEnumerable<string> changes) =>
        $"/paavirkning?{string.Join('&', changes.Select(c => $"aendring={Uri.EscapeDataString(c)}"))}";
}
