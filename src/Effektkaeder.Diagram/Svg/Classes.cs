namespace Effektkaeder.Diagram.Svg;

internal static class Classes
{
    /// <summary>The classes of an element; null where there is none.</summary>
    public static string? Of(params ReadOnlySpan<string?> classes)
    {
        List<string> given = [];
        foreach (var name in classes)
        {
            if (!string.IsNullOrEmpty(name))
            {
                given.Add(name);
            }
        }

        return given.Count == 0 ? null : string.Join(' ', given);
    }
}
