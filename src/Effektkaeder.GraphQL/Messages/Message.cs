using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Effektkaeder.GraphQL.Messages;

/// <summary>
/// What a client is told: a sentence with numbered places, and what stands in them. The sentence, in English, is also the name by which
/// a table of texts has it in another language (<see cref="GraphQLEngine.Texts"/>); written as any interpolated string.
/// </summary>
[InterpolatedStringHandler]
public sealed class Message
{
    private readonly StringBuilder _sentence;
    private readonly List<object?> _parts;

    public Message(int literalLength, int formattedCount)
    {
        _sentence = new StringBuilder(literalLength + (formattedCount * 3));
        _parts = new List<object?>(formattedCount);
    }

    private Message(string text)
    {
        _sentence = new StringBuilder(text);
        _parts = [];
    }

    /// <summary><c>The type "{0}" has no field "{1}".{2}</c></summary>
    public string Sentence => _sentence.ToString();

    public static implicit operator Message(string text) => new(text);

    public void AppendLiteral(string literal) =>
        _sentence.Append(literal.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));

    /// <param name="part">A message of its own is told in the language of the whole.</param>
    public void AppendFormatted<T>(T part)
    {
        _sentence.Append(CultureInfo.InvariantCulture, $"{{{_parts.Count}}}");
        _parts.Add(part is Message ? part : Convert.ToString(part, CultureInfo.InvariantCulture));
    }

    /// <summary>In the words of a table of texts; as it stands where the table lacks it.</summary>
    public string In(IReadOnlyDictionary<string, string>? texts)
    {
        var sentence = Sentence;
        var told = texts?.GetValueOrDefault(sentence) ?? sentence;
        return _parts.Count == 0
            ? told
            : string.Format(CultureInfo.InvariantCulture, told, [.. _parts.Select(part => part is Message inner ? inner.In(texts) : part)]);
    }

    public override string ToString() => In(null);
}
