namespace Effektkaeder.Cli.Output;

/// <summary>What came on stdin, kept in a file while it is read more than once; gone when disposed.</summary>
internal sealed class Spool : IDisposable
{
    private Spool(string path) => Path = path;

    public string Path { get; }

    public static async Task<Spool> FromStdinAsync(CancellationToken ct)
    {
        var spool = new Spool(System.IO.Path.GetTempFileName());
        await using var stdin = Console.OpenStandardInput();
        await using var file = File.Create(spool.Path);
        await stdin.CopyToAsync(file, ct);
        return spool;
    }

    public void Dispose() => File.Delete(Path);
}
