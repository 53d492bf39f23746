using System.Diagnostics;
using System.Globalization;
using Effektkaeder.Import;
using Effektkaeder.Import.Diagnostics;
using Effektkaeder.Import.Tests.Corpus.Kode;

namespace Effektkaeder.Benchmarks.Import;

/// <summary>
/// Precision and recall of the importer over the corpus, per form, format and group of facts, beside the figures that are kept in
/// the repository; every miss is named. Speed and memory of reading, per format. Over another folder of such cases (<c>--folder</c>)
/// it scores and tells why a document was refused, and keeps nothing.
/// </summary>
internal static class ImportScore
{
    private const string Kept = "tests/Import.Tests/Corpus/sidst.tsv";

    internal static int Run(string[] args, TextWriter output)
    {
        var other = Array.IndexOf(args, "--folder") is >= 0 and var i ? args[i + 1] : null;
        var last = other is null && File.Exists(Kept) ? Read(File.ReadAllLines(Kept)) : [];
        var laest = Korpus.Alle(other ?? "tests/Import.Tests/Corpus").Select(s => (Sag: s, Svar: s.Read())).ToList();
        var sager = laest.Select(l => (l.Sag, Fundet: Bedoemmelse.Facts(l.Svar))).ToList();
        var now = new SortedDictionary<string, Maal>(StringComparer.Ordinal);
        Table("form", sager.Select(s => (s.Sag.Form, Maal.Of(s.Sag.Ventet, s.Fundet))));
        Table("aftale", sager.Select(s => (s.Sag.Navn, Maal.Of(s.Sag.Ventet, s.Fundet))));
        Table("format", sager.Select(s => (s.Sag.Format, Maal.Of(s.Sag.Ventet, s.Fundet))));
        Table("fact", sager.SelectMany(s => Bedoemmelse.ByGroup(s.Sag.Ventet, s.Fundet)));
        Table("all", sager.Select(s => ("all", Maal.Of(s.Sag.Ventet, s.Fundet))));
        foreach (var (sag, fundet) in sager)
        {
            foreach (
                var miss in sag
                    .Ventet.Except(fundet)
                    .Select(f => "missed  " + f)
                    .Concat(fundet.Except(sag.Ventet).Select(f => "invented " + f))
            )
            {
                output.WriteLine($"{sag}: {miss}");
            }
        }

        foreach (var (sag, svar) in laest.Where(l => !l.Svar.Lykkedes))
        {
            output.WriteLine($"{sag}: refused, {svar.Diagnostics.Last(d => d.Severity == Severity.Fejl).Besked}");
        }

        if (other is not null)
        {
            return 0;
        }

        Speed(sager.Select(s => s.Sag), output);
        if (args.Contains("--keep"))
        {
            File.WriteAllLines(Kept, now.Select(n => $"{n.Key}\t{n.Value.Ventet}\t{n.Value.Fundet}\t{n.Value.Rigtige}"));
        }

        return 0;

        void Table(string head, IEnumerable<(string Key, Maal Maal)> maal)
        {
            output.WriteLine($"{head,-24}{"facts",8}{"precision",11}{"recall",9}{"last p",9}{"last r",9}");
            foreach (var group in maal.GroupBy(m => m.Key, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
            {
                var sum = group.Select(g => g.Maal).Aggregate((a, b) => a + b);
                now[$"{head} {group.Key}"] = sum;
                var before = last.GetValueOrDefault($"{head} {group.Key}");
                output.WriteLine(
                    $"{group.Key,-24}{sum.Ventet,8}{Percent(sum.Precision),11}{Percent(sum.Recall),9}"
                        + $"{(before is null ? "-" : Percent(before.Precision)),9}{(before is null ? "-" : Percent(before.Recall)),9}"
                );
            }

            output.WriteLine();
        }
    }

    /// <summary>Each format read again and again for a second: documents and megabytes a second, and what one document allocates.</summary>
    private static void Speed(IEnumerable<Sag> sager, TextWriter output)
    {
        output.WriteLine($"{"format",-8}{"documents/s",13}{"MB/s",9}{"KB allocated",14}");
        foreach (var format in sager.GroupBy(s => s.Format, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var files = format.Select(s => (s, Bytes: Formater.Write(s.Format, s.Kilde))).ToList();
            var (documents, bytes) = (0, 0L);
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            var watch = Stopwatch.StartNew();
            while (watch.Elapsed < TimeSpan.FromSeconds(1))
            {
                foreach (var (sag, content) in files)
                {
                    DocumentImporter.Import(sag.ToString(), content, new ImportOptions(sag.Kommune));
                    documents++;
                    bytes += content.Length;
                }
            }

            var seconds = watch.Elapsed.TotalSeconds;
            allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
            output.WriteLine(
                $"{format.Key,-8}{Number(documents / seconds),13}"
                    + $"{(bytes / seconds / 1048576).ToString("0.00", CultureInfo.InvariantCulture),9}"
                    + $"{Number(allocated / 1024.0 / documents),14}"
            );
        }

        output.WriteLine($"peak memory {Number(Process.GetCurrentProcess().PeakWorkingSet64 / 1048576.0)} MB");
    }

    private static Dictionary<string, Maal> Read(IEnumerable<string> lines) =>
        lines
            .Select(l => l.Split('\t'))
            .Where(c => c.Length == 4)
            .ToDictionary(c => c[0], c => new Maal(Int(c[1]), Int(c[2]), Int(c[3])), StringComparer.Ordinal);

    private static int Int(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static string Percent(double share) => (share * 100).ToString("0.0", CultureInfo.InvariantCulture) + " %";

    private static string Number(double value) => value.ToString("0", CultureInfo.InvariantCulture);
}
