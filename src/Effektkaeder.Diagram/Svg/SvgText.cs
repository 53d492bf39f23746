using System.Security.Cryptography;
using System.Text;
using System.Xml;

namespace Effektkaeder.Diagram.Svg;

/// <summary>Untrusted text on its way into SVG: everything passes here.</summary>
internal static class SvgText
{
    /// <summary>Escapes for element content and for attributes in double quotes; characters that XML cannot hold are left out.</summary>
    public static string Escape(string text)
    {
        var builder = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                builder.Append(c).Append(text[++i]);
                continue;
            }
            if (char.IsSurrogate(c) || !XmlConvert.IsXmlChar(c))
            {
                continue;
            }

            builder.Append(
                c switch
                {
                    '&' => "&amp;",
                    '<' => "&lt;",
                    '>' => "&gt;",
                    '"' => "&quot;",
                    '\'' => "&#39;",
                    _ => c.ToString(),
                }
            );
        }
        return builder.ToString();
    }

    /// <summary>An XML id that is the same for the same key, in every picture.</summary>
    public static string Id(string prefix, string key) =>
        prefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..12];
}
