using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Effektkaeder.Domain;
using Effektkaeder.Domain.Tid;

namespace Effektkaeder.Exchange;

/// <summary>
/// The whole graph as one JSON document, in the form of <c>schema/graf.schema.json</c>. Nodes and edges in key order, every
/// member in a fixed order, no time of writing: the same graph gives the same bytes from either store.
/// </summary>
public static class GrafJson
{
    public const string Format = "effektkaeder-graf/1";

    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // a file, never part of a page
    };

    public static void Write(Graf graf, Stream output)
    {
        using (var json = new Utf8JsonWriter(output, Options))
        {
            json.WriteStartObject();
            json.WriteString("format", Format);
            Array(json, "nodes", graf.Nodes, Node);
            Array(json, "edges", graf.Edges, Edge);
            json.WriteEndObject();
        }
        output.WriteByte((byte)'\n');
    }

    private static void Node(Utf8JsonWriter json, Node node)
    {
        json.WriteStartObject();
        json.WriteString("key", node.Key);
        json.WriteString("kind", node.Kind.Info().Code);
        if (node.Level is { } level)
        {
            json.WriteNumber("level", level);
        }
        else
        {
            json.WriteNull("level");
        }

        json.WriteString("kommune", node.Kommune);
        Content(json, node.Indhold);
        Array(json, "statements", node.Udsagn, (_, udsagn) => Statement(json, node, udsagn));
        json.WriteEndObject();
    }

    private static void Content(Utf8JsonWriter json, Indhold indhold)
    {
        json.WriteString("title", indhold.Titel);
        json.WriteString("text", indhold.Tekst);
        Optional(json, "art", indhold.Art);
        json.WriteBoolean("henvist", indhold.Henvist);
        if (indhold.Uspecificeret)
        {
            json.WriteBoolean("uspecificeret", true);
        }

        Optional(json, "condition", indhold.Betinget);
        if (indhold.Tider.Count > 0)
        {
            Array(json, "dates", indhold.Tider, Time);
        }

        if (indhold.Egenskaber.Count > 0)
        {
            json.WriteStartObject("properties");
            foreach (var egenskab in indhold.Egenskaber)
            {
                json.WriteString(egenskab.Navn, egenskab.Vaerdi);
            }

            json.WriteEndObject();
        }
        if (indhold.Aliaser.Count > 0)
        {
            Array(json, "aliases", indhold.Aliaser, (_, alias) => json.WriteStringValue(alias));
        }
    }

    private static void Statement(Utf8JsonWriter json, Node node, Udsagn udsagn)
    {
        json.WriteStartObject();
        json.WriteString("agreement", udsagn.Aftale);
        Optional(json, "signed", Day(udsagn.Underskrevet));
        Optional(json, "centre", udsagn.Center);
        // What is shown stands on the node; a document that says otherwise is written out.
        if (!udsagn.Indhold.Equals(node.Indhold))
        {
            json.WriteStartObject("says");
            Content(json, udsagn.Indhold);
            json.WriteEndObject();
        }
        if (udsagn.Felter.Count > 0)
        {
            Array(json, "fields", udsagn.Felter, Field);
        }

        Array(json, "provenance", udsagn.Herkomst, Provenance);
        json.WriteEndObject();
    }

    private static void Field(Utf8JsonWriter json, Feltvaerdi felt)
    {
        json.WriteStartObject();
        json.WriteString("label", felt.Label);
        Optional(json, "group", felt.Gruppe);
        json.WriteString("state", Code(felt.Status));
        json.WriteString("text", felt.Tekst);
        Optional(json, "refersTo", felt.Henviser);
        if (felt.Dele.Count > 0)
        {
            Array(
                json,
                "parts",
                felt.Dele,
                (_, del) =>
                {
                    json.WriteStartObject();
                    json.WriteString("state", Code(del.Status));
                    json.WriteString("text", del.Tekst);
                    Optional(json, "condition", del.Betinget);
                    json.WriteEndObject();
                }
            );
        }

        json.WritePropertyName("provenance");
        Provenance(json, felt.Herkomst);
        json.WriteEndObject();
    }

    private static void Edge(Utf8JsonWriter json, Edge edge)
    {
        json.WriteStartObject();
        json.WriteString("type", edge.Type.Info().Code);
        json.WriteString("from", edge.From);
        json.WriteString("to", edge.To);
        if (edge.Art is { } art)
        {
            json.WriteString("art", Code(art));
            json.WriteString("status", Code(edge.Status));
        }
        if (edge.Grund is { } grund)
        {
            json.WriteString("ground", Code(grund));
        }

        json.WriteNumber("certainty", edge.Tillid);
        Optional(json, "condition", edge.Betinget);
        Array(json, "statements", edge.Udsagn, EdgeStatement);
        json.WriteEndObject();
    }

    private static void EdgeStatement(Utf8JsonWriter json, EdgeUdsagn udsagn)
    {
        json.WriteStartObject();
        json.WriteString("agreement", udsagn.Aftale);
        Optional(json, "signed", Day(udsagn.Underskrevet));
        Optional(json, "centre", udsagn.Center);
        json.WriteString("startsAt", udsagn.Fra);
        if (udsagn.Grund is { } grund)
        {
            json.WriteString("ground", Code(grund));
        }

        json.WriteNumber("certainty", udsagn.Tillid);
        Optional(json, "condition", udsagn.Betinget);
        Array(json, "evidence", udsagn.Evidens, Provenance);
        json.WriteEndObject();
    }

    private static void Provenance(Utf8JsonWriter json, Herkomst herkomst)
    {
        json.WriteStartObject();
        json.WriteString("document", herkomst.Dokument);
        json.WriteNumber("line", herkomst.Linje);
        Optional(json, "field", herkomst.Felt);
        json.WriteString("text", herkomst.Ordret);
        Optional(json, "repair", herkomst.Reparation);
        Optional(json, "place", herkomst.Sted);
        json.WriteEndObject();
    }

    private static void Time(Utf8JsonWriter json, Tidsudtryk tid)
    {
        json.WriteStartObject();
        json.WriteString("text", tid.Tekst);
        json.WriteString("from", Day(tid.Fra));
        json.WriteString("to", Day(tid.Til));
        json.WriteString("precision", Code(tid.Praecision));
        if (tid.Graense != Graense.Ingen)
        {
            json.WriteString("bound", Code(tid.Graense));
        }

        if (tid.Gentagelse is { } gentagelse)
        {
            json.WriteStartObject("recurrence");
            json.WriteString("every", gentagelse.Hver?.ToString());
            json.WriteString("anchor", Day(gentagelse.Anker));
            json.WriteString("end", Day(gentagelse.Slut));
            json.WriteEndObject();
        }
        if (tid.Tilstand != TidsTilstand.Vaerdi)
        {
            json.WriteString("state", Code(tid.Tilstand));
        }

        json.WriteEndObject();
    }

    private static void Array<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            write(json, item);
        }

        json.WriteEndArray();
    }

    private static void Optional(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Code<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
