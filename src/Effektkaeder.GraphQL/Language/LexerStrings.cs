using System.Text;

namespace Effektkaeder.GraphQL.Language;

/// <summary>String values (spec 2.9.4): quoted with escapes, and block strings.</summary>
internal sealed partial class Lexer
{
    private Token ReadString(int start)
    {
        var position = start + 1;
        var chunk = position;
        StringBuilder? built = null;
        while (position < Source.Length)
        {
            var c = Source[position];
            if (c == '"')
            {
                var rest = Source.AsSpan(chunk, position - chunk);
                var value = built is null ? rest.ToString() : built.Append(rest).ToString();
                return Make(TokenKind.String, start, position + 1 - start, value);
            }

            if (c == '\\')
            {
                built = (built ?? new StringBuilder()).Append(Source, chunk, position - chunk);
                position = ReadEscape(position, built);
                chunk = position;
                continue;
            }

            if (c is '\n' or '\r')
            {
                break;
            }

            position += ScalarInString(position);
        }

        throw Error(position, "A string is not closed before the end of its line.");
    }

    private int ScalarInString(int position)
    {
        var length = Characters.ScalarLength(Source, position);
        return length > 0
            ? length
            : throw Error(position, $"A string holds {Characters.Show(Source, position)}, which is no Unicode scalar value.");
    }

    private int ReadEscape(int position, StringBuilder into)
    {
        var c = At(position + 1);
        if (c == 'u')
        {
            return At(position + 2) == '{' ? ReadBracedEscape(position, into) : ReadFixedEscape(position, into);
        }

        into.Append(
            c switch
            {
                '"' => '"',
                '\\' => '\\',
                '/' => '/',
                'b' => '\b',
                'f' => '\f',
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                _ => throw Error(position, $"\\ followed by {Characters.Show(Source, position + 1)} is no escape sequence."),
            }
        );
        return position + 2;
    }

    /// <summary><c>\u{…}</c>: any Unicode scalar value, in as many digits as fit (leading zeros allowed, up to eight digits).</summary>
    private int ReadBracedEscape(int position, StringBuilder into)
    {
        long point = 0;
        var at = position + 3;
        for (; at < position + 11; at++)
        {
            var c = At(at);
            if (c == '}')
            {
                break;
            }

            var digit = Characters.HexValue(c);
            if (digit < 0)
            {
                throw BadEscape(position, at + 1);
            }

            point = (point << 4) | (uint)digit;
        }

        if (At(at) != '}' || at == position + 3 || point > 0x10FFFF || !Rune.IsValid((int)point))
        {
            throw BadEscape(position, at + 1);
        }

        into.Append(new Rune((int)point).ToString());
        return at + 1;
    }

    /// <summary><c>\uXXXX</c>, alone or as a leading and a trailing surrogate.</summary>
    private int ReadFixedEscape(int position, StringBuilder into)
    {
        var code = Hex4(position + 2);
        if (code >= 0 && !char.IsSurrogate((char)code))
        {
            into.Append((char)code);
            return position + 6;
        }

        if (code >= 0 && char.IsHighSurrogate((char)code) && At(position + 6) == '\\' && At(position + 7) == 'u')
        {
            var trailing = Hex4(position + 8);
            if (trailing >= 0 && char.IsLowSurrogate((char)trailing))
            {
                into.Append((char)code).Append((char)trailing);
                return position + 12;
            }
        }

        throw BadEscape(position, position + 6);
    }

    private int Hex4(int position)
    {
        var value = 0;
        for (var i = 0; i < 4; i++)
        {
            var digit = Characters.HexValue(At(position + i));
            if (digit < 0)
            {
                return -1;
            }

            value = (value << 4) | digit;
        }

        return value;
    }

    private GraphQLSyntaxException BadEscape(int position, int end) =>
        Error(position, $"\"{Source[position..Math.Min(end, Source.Length)]}\" names no Unicode scalar value.");

    private Token ReadBlockString(int start)
    {
        var (line, lineStart) = (_line, _lineStart);
        var column = 1 + start - _lineStart;
        var position = start + 3;
        var chunk = position;
        var current = new StringBuilder();
        var lines = new List<string>();
        while (position < Source.Length)
        {
            var c = Source[position];
            if (c == '"' && At(position + 1) == '"' && At(position + 2) == '"')
            {
                lines.Add(current.Append(Source, chunk, position - chunk).ToString());
                _position = position + 3;
                return new Token(TokenKind.BlockString, start, _position, line, column, BlockString.Dedent(lines));
            }

            if (c == '\\' && At(position + 1) == '"' && At(position + 2) == '"' && At(position + 3) == '"')
            {
                current.Append(Source, chunk, position - chunk);
                chunk = position + 1;
                position += 4;
            }
            else if (c is '\n' or '\r')
            {
                lines.Add(current.Append(Source, chunk, position - chunk).ToString());
                current.Clear();
                position += c == '\r' && At(position + 1) == '\n' ? 2 : 1;
                chunk = position;
                _line++;
                _lineStart = position;
            }
            else
            {
                position += ScalarInString(position);
            }
        }

        (_line, _lineStart) = (line, lineStart);
        throw Error(start, "A block string is opened and never closed.");
    }
}
