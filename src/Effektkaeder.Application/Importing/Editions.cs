using System.Globalization;
using Effektkaeder.Domain;
using Effektkaeder.Import.Diagnostics;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Application.Importing;

/// <summary>
/// Numbers an agreement's editions: the first content is 1, each other content one more. The same bytes from another place are
/// the same edition and keep the place they were first read from, so that importing them again changes nothing. Of two files that
/// state one agreement one stands: the later edition, else the later signed, else the one read last; which and why is told, and
/// one that gave way stays so when it is read again. The one that stands counts and remembers the others, so that a set of files gives
/// the same graph in whatever order.
/// </summary>
internal static class Editions
{
    /// <summary>What becomes of a document.</summary>
    /// <param name="Edition">As it is to be stored; null where another file's edition stands.</param>
    /// <param name="Told">What is to be told of it.</param>
    /// <param name="Standing">The agreement of the edition that stands, where it has to remember this one.</param>
    internal sealed record Verdict(Aftalegraf? Edition, Diagnostic? Told = null, Node? Standing = null);

    public static async Task<Verdict> NumberAsync(IGraph graph, Aftalegraf graf, CancellationToken ct)
    {
        var aftale = (await graph.NodesAsync([graf.Aftale], ct)).FirstOrDefault();
        var stored = aftale?.Udsagn.FirstOrDefault(u => u.Aftale == graf.Aftale)?.Indhold;
        var earlier = int.Parse(stored?[Egenskaber.Udgave] ?? "0", CultureInfo.InvariantCulture);
        var same = earlier > 0 && stored?[Egenskaber.Sha256] == graf.Kilde.Sha256;
        var numbered = With(graf, Egenskaber.Udgave, (same ? earlier : earlier + 1).ToString(CultureInfo.InvariantCulture));
        if (stored?[Egenskaber.Erstattet] is { } kept)
        {
            numbered = With(numbered, Egenskaber.Erstattet, kept);
        }

        if (earlier == 0 || stored?[Egenskaber.Fil] is not { } fil)
        {
            return new(numbered);
        }

        if (same)
        {
            return new(From(numbered, fil));
        }

        var own = graf.Nodes.First(n => n.Key == graf.Aftale).Udsagn.Indhold;
        var replaced = stored[Egenskaber.Erstattet]?.Split(' ') ?? [];
        var isKnown = replaced.Contains(graf.Kilde.Sha256);
        var revised = stored[Egenskaber.Revideret];
        // A file that was edited takes its own place, unless it says itself that it is the older: two folders may hold files of one name.
        // What a follow-up has revised is no file: the file that it was revised from gives way to it.
        if (fil == graf.Kilde.Fil && !IsOlder(own, stored) && !(isKnown && revised is not null))
        {
            return new(numbered, revised is null ? null : Refusals.Unrevised(fil, own.Titel, revised));
        }

        var (stands, why) =
            isKnown && revised is not null ? (false, $"den er revideret {revised} efter en opfølgning")
            : isKnown ? (false, "den er læst senere")
            : Stands(own, stored);
        if (!stands)
        {
            var told = Refusals.StandsBack(graf.Kilde.Fil, fil, own.Titel, why);
            return new(null, told, isKnown ? null : Remembering(aftale!, graf, earlier + 1, Gone(replaced, graf.Kilde.Sha256)));
        }

        return new(
            With(numbered, Egenskaber.Erstattet, Gone(replaced, stored[Egenskaber.Sha256]!)),
            Refusals.Replaces(graf.Kilde.Fil, fil, own.Titel, why)
        );
    }

    private static string Gone(IEnumerable<string> before, string sha256) =>
        string.Join(' ', before.Append(sha256).Order(StringComparer.Ordinal));

    /// <summary>The agreement as the edition that stands states it, with one more that gave way to it.</summary>
    private static Node Remembering(Node aftale, Aftalegraf graf, int editions, string gone)
    {
        var own = aftale.Udsagn.First(u => u.Aftale == graf.Aftale);
        var counted = With(own.Indhold, Egenskaber.Udgave, editions.ToString(CultureInfo.InvariantCulture));
        return aftale.With(own with { Indhold = With(counted, Egenskaber.Erstattet, gone) });
    }

    private static bool IsOlder(Indhold own, Indhold stored) =>
        own[Egenskaber.Underskrevet] is { } signed
        && stored[Egenskaber.Underskrevet] is { } standing
        && (Number(own), signed).CompareTo((Number(stored), standing)) < 0;

    /// <summary>Whether a document takes the place of another file's, and why the one that stands does.</summary>
    private static (bool Stands, string Why) Stands(Indhold own, Indhold stored)
    {
        var edition = Number(own).CompareTo(Number(stored));
        if (edition != 0)
        {
            return (edition > 0, "den er en senere udgave");
        }

        var signed = string.CompareOrdinal(own[Egenskaber.Underskrevet] ?? "", stored[Egenskaber.Underskrevet] ?? "");
        return signed != 0 ? (signed > 0, "den er underskrevet senere") : (true, "den er læst senere");
    }

    private static int Number(Indhold aftale) =>
        int.TryParse(aftale[Egenskaber.AngivetUdgave], NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 1;

    private static Aftalegraf With(Aftalegraf graf, string navn, string vaerdi) =>
        graf with
        {
            Nodes =
            [
                .. graf.Nodes.Select(n =>
                    n.Key != graf.Aftale ? n : n with { Udsagn = n.Udsagn with { Indhold = With(n.Udsagn.Indhold, navn, vaerdi) } }
                ),
            ],
        };

    private static Indhold With(Indhold indhold, string navn, string vaerdi) =>
        indhold with
        {
            Egenskaber =
            [
                .. indhold.Egenskaber.Where(e => e.Navn != navn).Append(new(navn, vaerdi)).OrderBy(e => e.Navn, StringComparer.Ordinal),
            ],
        };

    private static Aftalegraf From(Aftalegraf graf, string fil)
    {
        Herkomst Moved(Herkomst herkomst) => herkomst with { Dokument = fil };
        return graf with
        {
            Kilde = graf.Kilde with { Fil = fil },
            Nodes =
            [
                .. With(graf, Egenskaber.Fil, fil)
                    .Nodes.Select(n =>
                        n with
                        {
                            Udsagn = n.Udsagn with
                            {
                                Herkomst = [.. n.Udsagn.Herkomst.Select(Moved)],
                                Felter = [.. n.Udsagn.Felter.Select(f => f with { Herkomst = Moved(f.Herkomst) })],
                            },
                        }
                    ),
            ],
            Edges = [.. graf.Edges.Select(k => k with { Udsagn = k.Udsagn with { Evidens = [.. k.Udsagn.Evidens.Select(Moved)] } })],
        };
    }
}
