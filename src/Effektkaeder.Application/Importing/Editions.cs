using System.Globalization;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Application.Importing;

/// <summary>
/// Numbers an agreement's editions: the first content is 1, each other content one more. The same bytes from another place are
/// the same edition and keep the place they were first read from, so that importing them again changes nothing.
/// </summary>
internal static class Editions
{
    public static async Task<Aftalegraf> NumberAsync(IGraphReader reader, Aftalegraf graf, CancellationToken ct)
    {
        var stored = (await reader.NodesAsync([graf.Aftale], null, ct))
            .SelectMany(n => n.Udsagn)
            .FirstOrDefault(u => u.Aftale == graf.Aftale)
            ?.Indhold;
        var earlier = int.Parse(stored?[Egenskaber.Udgave] ?? "0", CultureInfo.InvariantCulture);
        var same = earlier > 0 && stored?[Egenskaber.Sha256] == graf.Kilde.Sha256;
        var numbered = With(graf, Egenskaber.Udgave, (same ? earlier : earlier + 1).ToString(CultureInfo.InvariantCulture));
        return same && stored![Egenskaber.Fil] is { } fil && fil != graf.Kilde.Fil ? From(numbered, fil) : numbered;
    }

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
