namespace Effektkaeder.Application.Changing;

/// <summary>One line of a change list.</summary>
/// <param name="Art"><c>ny</c>, <c>ændret</c> or <c>fjernet</c>.</param>
public sealed record ChangeLine(string Art, string Type, string Key, string Titel);
