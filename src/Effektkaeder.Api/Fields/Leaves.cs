using System.Globalization;
using System.Text;
using Effektkaeder.Analysis.Aarraekker;
using Effektkaeder.Analysis.Aarshjul;
using Effektkaeder.Analysis.Antal;
using Effektkaeder.Analysis.Forskelle;
using Effektkaeder.Analysis.Kontrol;
using Effektkaeder.Analysis.Opfoelgninger;
using Effektkaeder.Analysis.Paavirkning;
using Effektkaeder.Analysis.Stillinger;
using Effektkaeder.Application.Importing;
using Effektkaeder.Domain;
using Effektkaeder.Domain.Tid;
using Effektkaeder.GraphQL.Execution.Binding;
using Effektkaeder.Import.Diagnostics;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Api.Fields;

/// <summary>Scalars and enums of the contract, and the domain's values for them.</summary>
internal static class Leaves
{
    public static void Bind(SchemaBinder b)
    {
        b.Scalar("Dato", v => Day(v), v => ((DateOnly)v).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        b.Scalar(
            "Tidspunkt",
            v => Instant(v),
            v => ((DateTimeOffset)v).UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture)
        );
        b.Scalar("Varighed", v => Duration(v), v => v.ToString());

        b.Enum(
            "Slags",
            n => NodeKinds.All.First(k => k.Snake.ToUpperInvariant() == n).Kind,
            v => ((NodeKind)v).Info().Snake.ToUpperInvariant()
        );
        b.Enum("Kanttype", n => EdgeTypes.Find(n)!.Type, v => ((EdgeType)v).Info().Code);
        b.Enum(
            "Kantvej",
            n =>
                n switch
                {
                    "UD" => Direction.Out,
                    "IND" => Direction.In,
                    _ => Direction.Either,
                },
            v =>
                v switch
                {
                    Direction.Out => "UD",
                    Direction.In => "IND",
                    _ => "BEGGE",
                }
        );
        b.Enum("Orden", n => n == "DESC", v => (bool)v ? "DESC" : "ASC");
        Named<KoblingArt>(b, "KoblingArt");
        Named<KoblingStatus>(b, "KoblingStatus");
        Named<Grund>(b, "Grund");
        Named<Feltstatus>(b, "Feltstatus");
        Named<AendringArt>(b, "AendringArt");
        Named<Retning>(b, "Retning");
        Named<Direkthed>(b, "Direkthed");
        Named<Konsekvens>(b, "Konsekvens");
        Named<Datoaarsag>(b, "Datoaarsag");
        Named<Opfoelgningsdom>(b, "Opfoelgningsdom");
        Named<Forslagsart>(b, "Forslagsart");
        Named<Kalenderart>(b, "Kalenderart");
        Named<Kalenderstand>(b, "Kalenderstand");
        Named<Farve>(b, "Farve");
        Named<Aarsskridt>(b, "Aarsskridt");
        Named<Alvor>(b, "Alvor");
        Named<Inddeling>(b, "Inddeling");
        Named<Pointstand>(b, "Pointstand");
        Named<Forskelsart>(b, "Forskelsart");
        Named<Praecision>(b, "Praecision");
        Named<Graense>(b, "Graense");
        Named<TidsTilstand>(b, "Tidstilstand");
        Named<Severity>(b, "Diagnosealvor");
        // What the rooms below write as text: the same word, as enums are written.
        Words(b, "Forloeb", ("planlagt", "PLANLAGT"), ("afholdt", "AFHOLDT"));
        Words(b, "Sigt", ("kort", "KORT"), ("langt", "LANGT"));
        Words(b, "Aendringslinjeart", ("ny", "NY"), ("ændret", "AENDRET"), ("omdøbt", "OMDOEBT"), ("fjernet", "FJERNET"));
        Words(b, "Art", [.. Arter.Alle.Select(art => (art, art.ToUpperInvariant()))]);
        Words(b, "Kontrolkode", [.. Kontroller.Alle.Select(k => (k.Kode, k.Kode))]);
        b.Enum("Fejlkode", name => name, code => (string)code);
        Named<Diagram.Scenes.Scene>(b, "Scene");
        b.Enum(
            "Importudfald",
            _ => throw new NotSupportedException(),
            v =>
                v switch
                {
                    ImportOutcome.Imported => "INDLAEST",
                    ImportOutcome.Unchanged => "UAENDRET",
                    _ => "AFVIST",
                }
        );
    }

    private static void Named<T>(SchemaBinder b, string name)
        where T : struct, Enum
    {
        var names = Enum.GetValues<T>().ToDictionary(v => v, v => UpperSnake(v.ToString()));
        var values = names.ToDictionary(p => p.Value, p => p.Key, StringComparer.Ordinal);
        b.Enum(name, n => values[n], v => names[(T)v]);
    }

    private static void Words(SchemaBinder b, string name, params (string Word, string Name)[] words)
    {
        var names = words.ToDictionary(w => w.Word, w => w.Name, StringComparer.Ordinal);
        var values = words.ToDictionary(w => w.Name, w => w.Word, StringComparer.Ordinal);
        b.Enum(name, n => values[n], v => names.GetValueOrDefault((string)v));
    }

    private static string UpperSnake(string pascal)
    {
        var snake = new StringBuilder();
        foreach (var c in pascal)
        {
            if (char.IsUpper(c) && snake.Length > 0)
            {
                snake.Append('_');
            }

            snake.Append(char.ToUpperInvariant(c));
        }
        return snake.ToString();
    }

    private static object Day(object value) =>
        value is string text && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new FormatException("En dato skrives som 2016-08-29.");

    private static object Instant(object value) =>
        value is string text && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? instant
            : throw new FormatException("Et tidspunkt skrives som 2026-03-01T09:30:00Z.");

    private static object Duration(object value) => Aendringsform.Duration(value as string);
}
