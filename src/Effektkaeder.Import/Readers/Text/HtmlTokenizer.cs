namespace Effektkaeder.Import.Readers.Text;

internal enum TokenKind
{
    Text,
    Paragraph,
    List,
    Item,
    Break,
}

/// <param name="IsClose">True for an end tag.</param>
/// <param name="IsOrdered">True for <c>ol</c>.</param>
internal readonly record struct Token(TokenKind Kind, int Start, int End, bool IsClose = false, bool IsOrdered = false);

/// <summary>
/// Cell HTML to tokens with their offsets. Only the tags that make blocks are told apart; inline tags stay
/// in the text. Written for this rather than a DOM, because lists that are never closed must keep the exact
/// place of each of their items.
/// </summary>
internal static class HtmlTokenizer
{
    /// <summary>The tokens of <paramref name="text"/> from <paramref name="start"/> to <paramref name="end"/>.</summary>
    internal static IEnumerable<Token> Tokenize(string text, int start, int end)
    {
        var from = start;
        for (var i = text.IndexOf('<', start, end - start); i >= 0;)
        {
            var close = text.IndexOf('>', i, end - i);
            if (close < 0)
            {
                break;
            }

            if (Tag(text, i, close + 1) is { } tag)
            {
                if (i > from)
                {
                    yield return new Token(TokenKind.Text, from, i);
                }

                yield return tag;
                from = close + 1;
            }

            i = close + 1 < end ? text.IndexOf('<', close + 1, end - close - 1) : -1;
        }

        if (from < end)
        {
            yield return new Token(TokenKind.Text, from, end);
        }
    }

    private static Token? Tag(string text, int start, int end)
    {
        var isClose = text[start + 1] == '/';
        var nameStart = start + (isClose ? 2 : 1);
        var nameEnd = nameStart;
        while (nameEnd < end && char.IsAsciiLetterOrDigit(text[nameEnd]))
        {
            nameEnd++;
        }

        Span<char> name = stackalloc char[12];
        var length = nameEnd - nameStart;
        if (length is 0 or > 12)
        {
            return null;
        }

        text.AsSpan(nameStart, length).ToLowerInvariant(name);
        return name[..length] switch
        {
            "p" or "div" or "tr" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "table" => new Token(
                TokenKind.Paragraph,
                start,
                end,
                isClose
            ),
            "ul" => new Token(TokenKind.List, start, end, isClose),
            "ol" => new Token(TokenKind.List, start, end, isClose, true),
            "li" => new Token(TokenKind.Item, start, end, isClose),
            "br" => new Token(TokenKind.Break, start, end),
            _ => null,
        };
    }
}
