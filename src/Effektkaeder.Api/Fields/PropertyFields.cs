using System.Globalization;
using Effektkaeder.Domain;
using Effektkaeder.GraphQL.Execution.Binding;

namespace Effektkaeder.Api.Fields;

/// <summary>The properties that nodes of some kinds have, each as the type that it is: a table, and one resolver for all.</summary>
internal static class PropertyFields
{
    private sealed record Property(string Type, string Field, string Name, Func<string, object?> Read);

    private static readonly Property[] Properties =
    [
        new("Aftale", "periodeFra", Egenskaber.PeriodeFra, Day),
        new("Aftale", "periodeTil", Egenskaber.PeriodeTil, Day),
        new("Aftale", "underskrevet", Egenskaber.Underskrevet, Day),
        new("Aftale", "udgave", Egenskaber.Udgave, Number),
        new("Aftale", "fil", Egenskaber.Fil, Text),
        new("Rolle", "person", Egenskaber.Person, Text),
        new("Maalgruppe", "trin", Egenskaber.Trin, Text),
        new("Opfoelgning", "modtager", Egenskaber.Til, Text),
        new("Opfoelgning", "forloeb", Egenskaber.Forloeb, Text),
        new("Maaling", "tilstand", Egenskaber.Tilstand, State),
        new("Maaling", "vaerdi", Egenskaber.Vaerdi, Text),
        new("Maaling", "bedre", Egenskaber.Bedre, Better),
        new("Effekt", "sigt", Egenskaber.Sigt, Text),
        new("Effekt", "vaegt", Egenskaber.Vaegt, Text),
        new("Politik", "vedtaget", Egenskaber.Vedtaget, Day),
        new("Indsats", "punkt", Egenskaber.Punkt, Text),
        new("Bidrag", "punkt", Egenskaber.Punkt, Text),
    ];

    public static void Bind(SchemaBinder b)
    {
        foreach (var p in Properties)
        {
            b.Field<Node>(p.Type, p.Field, n => n.Indhold[p.Name] is { } text ? p.Read(text) : null);
        }
    }

    private static object? Text(string text) => text;

    private static object? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static object? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static object? Better(string text) => Enum.TryParse<Bedre>(text, ignoreCase: true, out var better) ? better : null;

    private static object? State(string text) => Enum.TryParse<Feltstatus>(text, ignoreCase: true, out var state) ? state : null;
}
