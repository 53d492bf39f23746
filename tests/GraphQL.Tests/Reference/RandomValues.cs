using System.Globalization;
using Effektkaeder.GraphQL.TypeSystem;

namespace Effektkaeder.GraphQL.Tests.Reference;

/// <summary>Random literals and JSON for input types: mostly what the type takes, now and then what it does not.</summary>
internal sealed class RandomValues(Random random)
{
    private static readonly string[] Numbers =
    [
        "0",
        "-0",
        "1",
        "2",
        "-7",
        "2147483647",
        "2147483648",
        "-2147483648",
        "-2147483649",
        "1.0",
        "1.5",
        "-0.25",
        "3e2",
        "1e-3",
        "123456789012",
    ];

    private static readonly string[] Texts =
    [
        "",
        "a",
        "RED",
        "true",
        "1",
        "å",
        "😀",
        "\u0007",
        "line\nbreak",
        "\"quoted\"",
        "back\\slash",
        "null",
    ];

    /// <param name="faults">The share of values that need not fit.</param>
    /// <param name="variable">Offers a variable for a place of the type, or null.</param>
    public string Literal(GraphQLType type, double faults, Func<GraphQLType, string?> variable, int depth = 0)
    {
        if (variable(type) is { } name)
        {
            return name;
        }

        if (random.NextDouble() < faults)
        {
            return Any(depth);
        }

        switch (type)
        {
            case NonNullType nonNull:
                return Literal(nonNull.OfType, faults, variable, depth);
            case var _ when random.Next(12) == 0:
                return random.NextDouble() < 0.5 + faults ? "null" : Literal(type, faults, variable, depth + 1);
            case ListType list:
                return random.Next(5) == 0
                    ? Literal(list.OfType, faults, variable, depth)
                    : Items(() => Literal(list.OfType, faults, variable, depth + 1), depth);
            case InputObjectType { IsOneOf: true } pick:
                var chosen = depth > 3 ? pick.Fields[0] : pick.Fields[random.Next(pick.Fields.Count)];
                return $"{{{chosen.Name}: {Literal(Required(chosen.Type), faults, variable, depth + 1)}}}";
            case InputObjectType input:
                var fields = input
                    .Fields.Where(field => field.IsRequired ? random.NextDouble() >= faults : depth < 3 && random.Next(4) == 0)
                    .Select(field => $"{field.Name}: {Literal(field.Type, faults, variable, depth + 1)}")
                    .ToList();
                if (random.NextDouble() < faults)
                {
                    fields.Add($"unknown: {Any(depth)}");
                }

                if (random.NextDouble() < faults && fields.Count > 0)
                {
                    fields.Add(fields[random.Next(fields.Count)]);
                }

                Shuffle(fields);
                return $"{{{string.Join(", ", fields)}}}";
            case EnumType enumeration:
                return enumeration.Values[random.Next(enumeration.Values.Count)].Name;
            default:
                return Scalar(type.Named.Name, depth);
        }
    }

    public string Json(GraphQLType type, double faults, int depth = 0)
    {
        if (random.NextDouble() < faults)
        {
            return AnyJson(depth);
        }

        switch (type)
        {
            case NonNullType nonNull:
                return Json(nonNull.OfType, faults, depth);
            case var _ when random.Next(10) == 0:
                return "null";
            case ListType list:
                return random.Next(5) == 0
                    ? Json(list.OfType, faults, depth)
                    : $"[{string.Join(",", Repeat(depth > 3 ? 1 : 3, () => Json(list.OfType, faults, depth + 1)))}]";
            case InputObjectType { IsOneOf: true } pick:
                var chosen = depth > 3 ? pick.Fields[0] : pick.Fields[random.Next(pick.Fields.Count)];
                return $"{{\"{chosen.Name}\":{Json(Required(chosen.Type), faults, depth + 1)}}}";
            case InputObjectType input:
                var fields = input
                    .Fields.Where(field => field.IsRequired ? random.NextDouble() >= faults : depth < 3 && random.Next(3) == 0)
                    .Select(field => $"\"{field.Name}\":{Json(field.Type, faults, depth + 1)}")
                    .ToList();
                if (random.NextDouble() < faults)
                {
                    fields.Add($"\"unknown\":{AnyJson(depth)}");
                }

                return $"{{{string.Join(",", fields)}}}";
            case EnumType enumeration:
                return $"\"{enumeration.Values[random.Next(enumeration.Values.Count)].Name}\"";
            default:
                return type.Named.Name switch
                {
                    "Int" => random.Next(8) == 0 ? "3.0" : random.Next(-100, 100).ToString(CultureInfo.InvariantCulture),
                    "Float" => (random.Next(-1000, 1000) / 8.0).ToString(CultureInfo.InvariantCulture),
                    "Boolean" => random.Next(2) == 0 ? "true" : "false",
                    "String" => JsonText(),
                    "ID" => random.Next(2) == 0 ? JsonText() : random.Next(1000).ToString(CultureInfo.InvariantCulture),
                    _ => AnyJson(depth),
                };
        }
    }

    private string Scalar(string name, int depth) =>
        name switch
        {
            "Int" => random.Next(-100, 100).ToString(CultureInfo.InvariantCulture),
            "Float" => random.Next(2) == 0
                ? random.Next(100).ToString(CultureInfo.InvariantCulture)
                : (random.Next(-1000, 1000) / 8.0).ToString(CultureInfo.InvariantCulture),
            "Boolean" => random.Next(2) == 0 ? "true" : "false",
            "String" => Text(),
            "ID" => random.Next(2) == 0 ? Text() : random.Next(1000).ToString(CultureInfo.InvariantCulture),
            _ => Any(depth),
        };

    private string Any(int depth) =>
        random.Next(depth > 3 ? 6 : 8) switch
        {
            0 => Numbers[random.Next(Numbers.Length)],
            1 => Text(),
            2 => random.Next(2) == 0 ? "true" : "false",
            3 => "null",
            4 => random.Next(2) == 0 ? "RED" : "PURPLE",
            5 => Numbers[random.Next(Numbers.Length)],
            6 => $"[{string.Join(", ", Repeat(3, () => Any(depth + 1)))}]",
            _ => $"{{{string.Join(", ", Repeat(3, () => $"{(char)('a' + random.Next(26))}{random.Next(9)}: {Any(depth + 1)}"))}}}",
        };

    private string AnyJson(int depth) =>
        random.Next(depth > 3 ? 5 : 7) switch
        {
            0 => random.Next(4) == 0 ? "-1.25"
            : random.Next(4) == 0 ? "4294967296"
            : random.Next(1000).ToString(CultureInfo.InvariantCulture),
            1 => JsonText(),
            2 => random.Next(2) == 0 ? "true" : "false",
            3 => "null",
            4 => "\"RED\"",
            5 => $"[{string.Join(",", Repeat(3, () => AnyJson(depth + 1)))}]",
            _ => $"{{\"a\":{AnyJson(depth + 1)},\"b\":{AnyJson(depth + 1)}}}",
        };

    private string Items(Func<string> item, int depth) =>
        $"[{string.Join(random.Next(2) == 0 ? ", " : " ", Repeat(depth > 3 ? 1 : 3, item))}]";

    private string Text()
    {
        var text = Texts[random.Next(Texts.Length)];
        return random.Next(6) switch
        {
            0 => $"\"\"\"{string.Concat(text.Where(c => c is not ('\u0007' or '"' or '\\')))}\"\"\"",
            1 => "\"\\u0041\\u{1F600}\\uD83D\\uDE00\\n\"",
            _ => Effektkaeder.GraphQL.Language.Printer.Quote(text),
        };
    }

    private string JsonText() => System.Text.Json.JsonSerializer.Serialize(Texts[random.Next(Texts.Length)]);

    private static GraphQLType Required(GraphQLType type) => type is NonNullType ? type : new NonNullType(type);

    private IEnumerable<string> Repeat(int most, Func<string> make) =>
        Enumerable.Range(0, random.Next(most + 1)).Select(_ => make()).ToArray();

    private void Shuffle<T>(List<T> items)
    {
        for (var i = items.Count - 1; i > 0; i--)
        {
            var j = random.Next(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }
}
