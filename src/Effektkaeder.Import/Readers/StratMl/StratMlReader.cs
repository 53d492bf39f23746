using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Effektkaeder.Import.Readers.StratMl;

/// <summary>A plan in StratML (ISO 17469), of either part and of the versions before the standard.</summary>
/// <remarks>The file is a stranger's: no document type, no entities, nothing fetched, and no more of it than a file may be.</remarks>
internal static class StratMlReader
{
    /// <summary>How far into a file its root stands: after a declaration, a stylesheet and remarks.</summary>
    private const int Head = 8192;

    private static readonly string[] Roots = ["StrategicPlan", "PerformancePlanOrReport"];

    /// <summary>Whether the bytes are such a plan, by its root's name alone.</summary>
    internal static bool IsPlan(byte[] content)
    {
        var start = Encoding.UTF8.GetString(content, 0, Math.Min(content.Length, Head)).TrimStart('\ufeff', ' ', '\r', '\n', '\t');
        return start.StartsWith('<') && Array.Exists(Roots, r => start.Contains("<" + r, StringComparison.Ordinal) || Prefixed(start, r));
    }

    /// <returns>The root; null where the file is other XML after all.</returns>
    /// <exception cref="XmlException">It is no well-formed XML, or holds what is not allowed.</exception>
    internal static XElement? Read(byte[] content)
    {
        using var xml = XmlReader.Create(
            new MemoryStream(content, writable: false),
            new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                MaxCharactersInDocument = Limits.MaxBytes,
            }
        );
        var root = XDocument.Load(xml, LoadOptions.SetLineInfo).Root;
        return root is not null && Roots.Contains(root.Name.LocalName) ? root : null;
    }

    private static bool Prefixed(string start, string root) => start.Contains(":" + root, StringComparison.Ordinal);
}
