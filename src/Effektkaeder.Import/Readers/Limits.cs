namespace Effektkaeder.Import.Readers;

/// <summary>What one document may be at most, in one place; docs/drift.md tells the users.</summary>
internal static class Limits
{
    /// <summary>Bytes of a file.</summary>
    internal const long MaxBytes = 10 * 1024 * 1024;

    /// <summary>Bytes of what a packed file unpacks to.</summary>
    internal const long MaxUnpacked = 100 * 1024 * 1024;

    internal const int MaxPages = 1000;

    /// <summary>Points, rows or sections that become nodes.</summary>
    internal const int MaxPoints = 2000;
}
