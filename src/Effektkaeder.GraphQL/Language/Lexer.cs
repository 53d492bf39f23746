using Effektkaeder.GraphQL.Messages;

namespace Effektkaeder.GraphQL.Language;

/// <summary>
/// Source text to tokens, one at a time (spec 2.1). Ignored tokens (space, line ends, commas, BOM, comments) are skipped.
/// </summary>
internal sealed partial class Lexer(string source)
{
    private int _position;
    private int _line = 1;
    private int _lineStart;

    public string Source { get; } = source;

    public Token Next()
    {
        SkipIgnored();
        var start = _position;
        if (start >= Source.Length)
        {
            return Make(TokenKind.EndOfFile, Source.Length, 0);
        }

        var c = Source[start];
        switch (c)
        {
            case '!':
                return Make(TokenKind.Bang, start, 1);
            case '$':
                return Make(TokenKind.Dollar, start, 1);
            case '&':
                return Make(TokenKind.Ampersand, start, 1);
            case '(':
                return Make(TokenKind.ParenLeft, start, 1);
            case ')':
                return Make(TokenKind.ParenRight, start, 1);
            case ':':
                return Make(TokenKind.Colon, start, 1);
            case '=':
                return Make(TokenKind.Equals, start, 1);
            case '@':
                return Make(TokenKind.At, start, 1);
            case '[':
                return Make(TokenKind.BracketLeft, start, 1);
            case ']':
                return Make(TokenKind.BracketRight, start, 1);
            case '{':
                return Make(TokenKind.BraceLeft, start, 1);
            case '|':
                return Make(TokenKind.Pipe, start, 1);
            case '}':
                return Make(TokenKind.BraceRight, start, 1);
            case '.':
                return ReadSpread(start);
            case '"':
                return At(start + 1) == '"' && At(start + 2) == '"' ? ReadBlockString(start) : ReadString(start);
            default:
                break;
        }

        if (Characters.IsNameStart(c))
        {
            return ReadName(start);
        }

        if (Characters.IsDigit(c) || c == '-')
        {
            return ReadNumber(start);
        }

        throw Error(
            start,
            c == '\''
                ? "A single quote opens no string here: use a double quote (\")."
                : (Message)$"The character {Characters.Show(Source, start)} is not allowed here."
        );
    }

    public GraphQLSyntaxException Error(int position, Message message) => new(message, position, _line, 1 + position - _lineStart);

    private void SkipIgnored()
    {
        while (_position < Source.Length)
        {
            switch (Source[_position])
            {
                case ' ' or '\t' or ',' or '\uFEFF':
                    _position++;
                    break;
                case '\n':
                    _position++;
                    NewLine();
                    break;
                case '\r':
                    _position += At(_position + 1) == '\n' ? 2 : 1;
                    NewLine();
                    break;
                case '#':
                    SkipComment();
                    break;
                default:
                    return;
            }
        }
    }

    private void SkipComment()
    {
        while (_position < Source.Length && Source[_position] is not ('\n' or '\r'))
        {
            var length = Characters.ScalarLength(Source, _position);
            if (length == 0)
            {
                throw Error(_position, $"A comment holds {Characters.Show(Source, _position)}, which is no Unicode scalar value.");
            }

            _position += length;
        }
    }

    private void NewLine()
    {
        _line++;
        _lineStart = _position;
    }

    private Token ReadSpread(int start)
    {
        if (At(start + 1) == '.' && At(start + 2) == '.')
        {
            return Make(TokenKind.Spread, start, 3);
        }

        throw Error(
            start,
            Characters.IsDigit(At(start + 1))
                ? "A number needs a digit before the decimal point."
                : "A dot stands alone: fragments are spread with three (\"...\")."
        );
    }

    private Token ReadName(int start)
    {
        var end = start + 1;
        while (end < Source.Length && Characters.IsNameContinue(Source[end]))
        {
            end++;
        }

        return Make(TokenKind.Name, start, end - start, Source[start..end]);
    }

    /// <summary>Spec 2.9.1 and 2.9.2, with the lookahead that refuses <c>1a</c>, <c>1.</c> and <c>01</c>.</summary>
    private Token ReadNumber(int start)
    {
        var end = start;
        var isFloat = false;
        if (Source[end] == '-')
        {
            end++;
        }

        if (At(end) == '0')
        {
            end++;
            if (Characters.IsDigit(At(end)))
            {
                throw Error(end, $"A number may not begin with 0 and a further digit, as {Characters.Show(Source, end)}.");
            }
        }
        else
        {
            end = ReadDigits(end);
        }

        if (At(end) == '.')
        {
            isFloat = true;
            end = ReadDigits(end + 1);
        }

        if (At(end) is 'e' or 'E')
        {
            isFloat = true;
            end++;
            end = ReadDigits(At(end) is '+' or '-' ? end + 1 : end);
        }

        if (At(end) == '.' || Characters.IsNameStart(At(end)))
        {
            throw Error(end, $"A number may not be followed by {Characters.Show(Source, end)}.");
        }

        return Make(isFloat ? TokenKind.Float : TokenKind.Int, start, end - start, Source[start..end]);
    }

    private int ReadDigits(int position)
    {
        if (!Characters.IsDigit(At(position)))
        {
            throw Error(position, $"A digit must stand here, not {Characters.Show(Source, position)}.");
        }

        while (Characters.IsDigit(At(position)))
        {
            position++;
        }

        return position;
    }

    private char At(int position) => position < Source.Length ? Source[position] : '\0';

    private Token Make(TokenKind kind, int start, int length, string? value = null)
    {
        _position = start + length;
        return new Token(kind, start, _position, _line, 1 + start - _lineStart, value);
    }
}
