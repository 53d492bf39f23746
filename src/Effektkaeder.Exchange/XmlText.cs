using System.Text;
using System.Xml;

namespace Effektkaeder.Exchange;

internal static class XmlText
{
    /// <summary>Indented, with the same line ends on every machine and no mark before the first byte.</summary>
    public static XmlWriter Writer(Stream output) =>
        XmlWriter.Create(
            output,
            new XmlWriterSettings
            {
                Indent = true,
                NewLineChars = "\n",
                Encoding = new UTF8Encoding(false),
            }
        );

    /// <summary>
    /// XML 1.0 (2.2) has no way to write most control characters or half a surrogate pair; a text that holds one loses it.
    /// </summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                clean.Append(text[i]).Append(text[++i]);
            }
            else if (!char.IsSurrogate(text[i]) && XmlConvert.IsXmlChar(text[i]))
            {
                clean.Append(text[i]);
            }
        }

        return clean.Length == text.Length ? text : clean.ToString();
    }
}
