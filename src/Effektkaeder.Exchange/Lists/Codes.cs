namespace Effektkaeder.Exchange.Lists;

/// <summary>Values of a closed set, as programs and lists know them.</summary>
public static class Codes
{
    /// <summary>UPPER_SNAKE, as in GraphQL.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum =>
        string.Concat(value.ToString().Select((c, i) => char.IsUpper(c) && i > 0 ? $"_{c}" : char.ToUpperInvariant(c).ToString()));
}
