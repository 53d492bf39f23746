using System.Globalization;

namespace Effektkaeder.Domain.Tekst;

/// <summary>How a word begins a sentence, and how a day is written in one.</summary>
public static class Skrivemaade
{
    private const string Dato = "d. MMMM yyyy";

    private static readonly CultureInfo Dansk = CultureInfo.GetCultureInfo("da-DK");

    /// <summary>With a capital first letter; the rest as it is.</summary>
    public static string Capitalised(this string text) => text.Length == 0 ? text : char.ToUpper(text[0], Dansk) + text[1..];

    /// <summary>"1. maj 2031".</summary>
    public static string InWords(this DateOnly day) => day.ToString(Dato, Dansk);

    /// <summary>The day of it, "1. maj 2031".</summary>
    public static string InWords(this DateTimeOffset at) => at.ToString(Dato, Dansk);
}
