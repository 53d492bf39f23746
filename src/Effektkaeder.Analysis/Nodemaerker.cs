using Effektkaeder.Domain;

namespace Effektkaeder.Analysis;

/// <summary>What is marked on a node.</summary>
[Flags]
public enum Nodemaerker : byte
{
    None = 0,

    /// <summary>It is only named.</summary>
    Henvist = 1,

    /// <summary>It stands for a document whose goals are not told.</summary>
    Uspecificeret = 2,

    /// <summary>It holds on a condition.</summary>
    Betinget = 4,
}

public static class Maerkning
{
    public static Nodemaerker Maerker(this Indhold indhold) =>
        (indhold.Henvist ? Nodemaerker.Henvist : 0)
        | (indhold.Uspecificeret ? Nodemaerker.Uspecificeret : 0)
        | (indhold.Betinget is null ? 0 : Nodemaerker.Betinget);
}
