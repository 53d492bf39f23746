using System.Text;

namespace Effektkaeder.GraphQL.Tests.Reference;

/// <summary>Changes a document as text, without regard to its meaning: characters and snippets dropped, doubled, moved, put in.</summary>
internal static class DocumentMutator
{
    private static readonly string[] Snippets =
    [
        "{",
        "}",
        "(",
        ")",
        "[",
        "]",
        "!",
        "$",
        "...",
        "..",
        ".",
        ":",
        "=",
        "@",
        "|",
        "&",
        ",",
        "#",
        "\"",
        "\"\"\"",
        "'",
        "\\",
        "\\u",
        "\\u{41}",
        "\\uD83D",
        "\\n",
        "\n",
        "\r",
        "\r\n",
        "\t",
        "\u0000",
        "\u0007",
        "\u00A0",
        "\uFEFF",
        "\uD83D",
        "\uDE00",
        "😀",
        "å",
        "on",
        "true",
        "false",
        "null",
        "query",
        "fragment",
        "mutation",
        "0",
        "01",
        "1a",
        "1.",
        "-",
        "1e5",
        "1.5.5",
        "0xF",
        "__typename",
        "$v0",
        "$v1",
        "id",
        "name",
        "... on Dog",
        "@skip(if: true)",
        "{ id }",
        "(v: 1)",
        "a: ",
        "\"\"",
        "\"\"\"\n  x\n \"\"\"",
        "\"\\u{}\"",
        "\"\\u{110000}\"",
    ];

    public static string Mutate(string document, Random random)
    {
        var text = new StringBuilder(document);
        for (var i = 1 + random.Next(3); i > 0 && text.Length > 0; i--)
        {
            var at = random.Next(text.Length);
            var length = Math.Min(1 + random.Next(random.Next(4) == 0 ? 20 : 2), text.Length - at);
            switch (random.Next(4))
            {
                case 0:
                    text.Remove(at, length);
                    break;
                case 1:
                    text.Insert(at, Snippets[random.Next(Snippets.Length)]);
                    break;
                case 2:
                    text.Insert(random.Next(text.Length), text.ToString(at, length));
                    break;
                default:
                    text.Remove(at, length).Insert(at, Snippets[random.Next(Snippets.Length)]);
                    break;
            }
        }

        return text.ToString();
    }
}
