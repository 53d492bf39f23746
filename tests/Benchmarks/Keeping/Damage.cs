using System.Globalization;
using System.Net;

namespace Effektkaeder.Benchmarks.Keeping;

/// <summary>
/// Flips one bit of one byte of a store, again and again from the same sound file, and asks of each: is it found by <c>effekt verify</c>,
/// and if not, is every answer what it was; is a stack trace shown by anything; does a server tell it in <c>/healthz/ready</c>.
/// </summary>
internal static class Damage
{
    private static readonly string[][] Commands =
    [
        ["export", "json"],
        ["list", "agreements"],
        ["check", "--output", "json"],
        ["search", "borgere"],
        ["list", "revisions"],
    ];

    private static readonly string[] Pages = ["/", "/soeg?q=borgere", "/kontrol", "/diagram.svg?scene=maalbillede"];

    /// <param name="args"><c>--flips 60 --seed 1 --port 5318 --served</c>.</param>
    public static async Task<int> RunAsync(string[] args, TextWriter output)
    {
        var (flips, random) = (Soak.Number(args, "--flips", 60), new Random(Soak.Number(args, "--seed", 1)));
        var (port, isServed) = (Soak.Number(args, "--port", 5318), args.Contains("--served"));
        var folder = Directory.CreateTempSubdirectory("effekt-skade-").FullName;
        var (sound, store) = (Path.Combine(folder, "hel.db"), Path.Combine(folder, "skadet.db"));
        await MakeAsync(folder, sound);
        var bytes = await File.ReadAllBytesAsync(sound);
        var before = await AnswersAsync(sound);
        var (found, harmless, traces, told, unserved, missed) = (0, 0, 0, 0, 0, new List<string>());
        for (var flip = 0; flip < flips; flip++)
        {
            var (at, bit) = (random.Next(bytes.Length), random.Next(8));
            Lay(store, bytes, at, bit);
            var (code, said, error) = await Effekt.RunAsync("verify", "--store", store);
            var isFound = code != 0;
            var after = await AnswersAsync(store);
            traces += after.Append(said + error).Count(a => a.Contains("   at ", StringComparison.Ordinal));
            if (isFound)
            {
                found++;
            }
            else if (after.SequenceEqual(before))
            {
                harmless++;
            }
            else
            {
                missed.Add(string.Create(CultureInfo.InvariantCulture, $"byte {at} bit {bit}"));
            }

            if (isServed && isFound)
            {
                Lay(store, bytes, at, bit);
                var (isTold, shown) = await ServedAsync(store, port);
                (told, unserved) = (told + (isTold ? 1 : 0), unserved + (isTold ? 0 : 1));
                traces += shown.Count(s => s.Contains("   at ", StringComparison.Ordinal));
                if (!isTold)
                {
                    missed.Add(string.Create(CultureInfo.InvariantCulture, $"byte {at} bit {bit}: served as if well"));
                }
            }

            await Console.Error.WriteLineAsync($"{flip + 1}: byte {at}, {(isFound ? error.Trim().Split('\n')[^1] : "not found")}");
        }

        Directory.Delete(folder, recursive: true);
        await output.WriteLineAsync(
            $"{bytes.Length / 1024} kB, {flips} vendte bits: {found} fundet, {harmless} uden følger, {missed.Count} overset, "
                + $"{traces} stakspor"
                + (isServed ? $"; af dem, serveren begyndte på, {told} meldt af /healthz/ready, {unserved} ikke" : "")
        );
        foreach (var miss in missed)
        {
            await output.WriteLineAsync(miss);
        }

        return missed.Count + traces == 0 ? 0 : 1;
    }

    private static async Task MakeAsync(string folder, string store)
    {
        await Effekt.DocumentsAsync(Path.Combine(folder, "dokumenter"), 1, 5, 2);
        await Effekt.GoodAsync("import", Path.Combine(folder, "dokumenter"), "--store", store);
        // All of it in one file: what is flipped in a journal is another question.
        await Effekt.GoodAsync("backup", store + ".kopi", "--store", store);
        foreach (var end in new[] { "", "-wal", "-shm", "-laas" })
        {
            File.Delete(store + end);
        }

        File.Move(store + ".kopi", store);
    }

    private static void Lay(string store, byte[] sound, int at, int bit)
    {
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(store)!, Path.GetFileName(store) + "*"))
        {
            File.Delete(file);
        }

        byte[] bytes = [.. sound];
        bytes[at] ^= (byte)(1 << bit);
        File.WriteAllBytes(store, bytes);
    }

    private static async Task<List<string>> AnswersAsync(string store)
    {
        var answers = new List<string>();
        foreach (var command in Commands)
        {
            var (code, output, error) = await Effekt.RunAsync([.. command, "--store", store]);
            answers.Add($"{code} {output} {error}".Replace(store, "", StringComparison.Ordinal));
        }

        return answers;
    }

    /// <summary>Whether a server refuses the file, or says that it is not ready before long; and all that it showed.</summary>
    private static async Task<(bool IsTold, List<string> Shown)> ServedAsync(string store, int port)
    {
        var (server, said) = await Served.TryStartAsync(store, port);
        if (server is null)
        {
            return (true, [said]);
        }

        var shown = new List<string>();
        var isTold = false;
        await using (server)
        {
            using var http = new HttpClient { BaseAddress = server.Address };
            http.DefaultRequestHeaders.Accept.ParseAdd("text/html");
            foreach (var page in Pages)
            {
                using var answer = await http.GetAsync(page);
                var text = await answer.Content.ReadAsStringAsync();
                shown.Add((int)answer.StatusCode >= 500 && text.Length == 0 ? "   at a blank page" : text);
            }

            for (var waited = 0; !isTold && waited < 40; waited++)
            {
                using var ready = await http.GetAsync("/healthz/ready");
                isTold = ready.StatusCode == HttpStatusCode.ServiceUnavailable;
                await Task.Delay(500);
            }
        }

        return (isTold, shown);
    }
}
