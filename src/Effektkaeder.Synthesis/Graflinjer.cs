using System.Text.Encodings.Web;
using System.Text.Json;
using Effektkaeder.Domain;

namespace Effektkaeder.Synthesis;

/// <summary>
/// The same country as a generic graph, a JSON object a line:
/// <c>{"t":"node","id","kind","level","title","kommune","centre","year","deadline"}</c> and
/// <c>{"t":"edge","type":"hierarki"|"kobling","from","to"}</c>. Streamed: memory does not grow with the country.
/// </summary>
public static class Graflinjer
{
    /// <returns>Nodes and edges written.</returns>
    public static (long Nodes, long Edges) Write(IEnumerable<SyntetiskAftale> aftaler, Stream output)
    {
        var (nodes, edges) = (0L, 0L);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        foreach (var aftale in Gaeldende(aftaler))
        {
            var (kommune, place) = (NodeKeys.Kommune(aftale.Kommune), aftale.Mappe);
            var vision = $"{kommune}/v";
            Shared(vision, NodeKind.Vision, aftale.Vision);
            foreach (var indsats in aftale.Indsatser)
            {
                var i = IndsatsId(kommune, indsats.Navn);
                Shared(i, NodeKind.Indsats, indsats.Navn);
                foreach (var maal in indsats.Maal)
                {
                    var m = $"{kommune}/m/{maal}";
                    Shared(m, NodeKind.PolitiskMaal, maal);
                    Edge("hierarki", vision, m);
                    Edge("hierarki", m, i);
                }
                if (indsats.Koblet is { } koblet)
                {
                    Edge("kobling", i, IndsatsId(kommune, koblet.Indsats));
                }

                for (var b = 0; b < indsats.Bidrag.Count; b++)
                {
                    var (bidrag, bid) = (indsats.Bidrag[b], $"{place}/{indsats.Navn}/{b}");
                    Node(bid, NodeKind.Bidrag, bidrag.Titel, $"{aftale.Aar}-12-31");
                    Edge("hierarki", i, bid);
                    for (var e = 0; e < bidrag.Effekter.Count; e++)
                    {
                        Node($"{bid}/e{e}", NodeKind.Effekt, bidrag.Effekter[e]);
                        Edge("hierarki", bid, $"{bid}/e{e}");
                        for (var k = 0; k < bidrag.Indikatorer.Count; k++)
                        {
                            if (e == 0)
                            {
                                Node($"{bid}/k{k}", NodeKind.Indikator, bidrag.Indikatorer[k]);
                            }

                            Edge("hierarki", $"{bid}/e{e}", $"{bid}/k{k}");
                        }
                    }
                }
            }

            // What the years share is written once: the set holds only the municipality's own.
            void Shared(string id, NodeKind kind, string title)
            {
                if (seen.Add(id))
                {
                    Node(id, kind, title);
                }
            }

            void Node(string id, NodeKind kind, string title, string? deadline = null)
            {
                json.WriteStartObject();
                json.WriteString("t", "node");
                json.WriteString("id", id);
                json.WriteString("kind", kind.Info().Code);
                json.WriteNumber("level", kind.Level()!.Value);
                json.WriteString("title", title);
                json.WriteString("kommune", aftale.Kommune);
                if (kind >= NodeKind.Indsats)
                {
                    json.WriteString("centre", aftale.Center);
                }

                json.WriteNumber("year", aftale.Aar);
                if (deadline is not null)
                {
                    json.WriteString("deadline", deadline);
                }

                End();
                nodes++;
            }

            void Edge(string type, string from, string to)
            {
                if (
                    !from.StartsWith(place, StringComparison.Ordinal)
                    && !to.StartsWith(place, StringComparison.Ordinal)
                    && !seen.Add($"{type} {from} {to}")
                )
                {
                    return;
                }

                json.WriteStartObject();
                json.WriteString("t", "edge");
                json.WriteString("type", type);
                json.WriteString("from", from);
                json.WriteString("to", to);
                End();
                edges++;
            }

            void End()
            {
                json.WriteEndObject();
                json.Flush();
                json.Reset();
                output.WriteByte((byte)'\n');
            }
        }
        return (nodes, edges);
    }

    /// <summary>Of an agreement's editions, which come one after the other, the last.</summary>
    private static IEnumerable<SyntetiskAftale> Gaeldende(IEnumerable<SyntetiskAftale> aftaler)
    {
        SyntetiskAftale? venter = null;
        foreach (var aftale in aftaler)
        {
            if (venter is not null && venter.Mappe != aftale.Mappe)
            {
                yield return venter;
            }

            venter = aftale;
        }
        if (venter is not null)
        {
            yield return venter;
        }
    }

    private static string IndsatsId(string kommune, string navn) => $"{kommune}/i/{navn}";
}
