using System.Security.Cryptography;
using System.Text;
using Effektkaeder.Domain.Tekst;

namespace Effektkaeder.Domain;

/// <summary>The part of a key that is made of words.</summary>
public static class Slug
{
    public const int MaxLength = 60;

    /// <summary>
    /// Lower-case ASCII, words joined by "-"; 60 characters, and when cut "-" and the first 8 hex digits of the whole
    /// text's SHA-256, so that two long texts with one beginning stay two.
    /// </summary>
    public static string Of(string text)
    {
        var plain = Identitet.Plain(text);
        var slug = Words(plain);
        if (slug.Length <= MaxLength)
        {
            return slug.Length == 0 ? "x-" + Hash(plain) : slug;
        }

        return slug[..MaxLength].TrimEnd('-') + "-" + Hash(plain);
    }

    private static string Words(string plain)
    {
        var folded = Fold.Of(plain);
        var words = folded.Length <= 512 ? stackalloc char[512] : new char[folded.Length];
        var length = 0;
        foreach (var c in folded)
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                words[length++] = c;
            }
            else if (length > 0 && words[length - 1] != '-')
            {
                words[length++] = '-';
            }
        }

        return new(words[..(length > 0 && words[length - 1] == '-' ? length - 1 : length)]);
    }

    private static string Hash(string plain) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(plain)))[..8];
}
