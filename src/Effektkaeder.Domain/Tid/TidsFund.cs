namespace Effektkaeder.Domain.Tid;

/// <summary>A time expression and where it stands in the text it was read from.</summary>
/// <param name="Udtryk">What it says.</param>
/// <param name="Start">Index of its first character.</param>
/// <param name="Laengde">Number of characters.</param>
public sealed record TidsFund(Tidsudtryk Udtryk, int Start, int Laengde)
{
    /// <summary>Index just after its last character.</summary>
    public int Slut => Start + Laengde;
}
