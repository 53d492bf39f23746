namespace Effektkaeder.Cli.Output;

/// <summary>What is wrong with a file or a folder, in Danish. The runtime says it in English, with the path between quotes.</summary>
internal static class FileTrouble
{
    public static string Told(Exception e) =>
        e switch
        {
            FileNotFoundException => $"Der er ingen fil »{PathIn(e)}«.",
            DirectoryNotFoundException => $"Der er ingen mappe til »{PathIn(e)}«.",
            UnauthorizedAccessException when PathIn(e).Length > 0 => $"Der er ikke adgang til »{PathIn(e)}«, eller det er en mappe.",
            _ => e.Message,
        };

    private static string PathIn(Exception e)
    {
        var (from, to) = (e.Message.IndexOf('\'', StringComparison.Ordinal), e.Message.LastIndexOf('\''));
        return to > from ? e.Message[(from + 1)..to] : (e as FileNotFoundException)?.FileName ?? "";
    }
}
