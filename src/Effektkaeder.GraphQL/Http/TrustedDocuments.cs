using System.Security.Cryptography;
using System.Text;

namespace Effektkaeder.GraphQL.Http;

/// <summary>Documents known beforehand, by identifier (GraphQL over HTTP, persisted documents).</summary>
public static class TrustedDocuments
{
    /// <summary>Makes each document known by its name and by <c>sha256:</c> with the hash of its text in hexadecimal.</summary>
    public static IReadOnlyDictionary<string, string> From(IEnumerable<KeyValuePair<string, string>> textsByName)
    {
        ArgumentNullException.ThrowIfNull(textsByName);
        var documents = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, text) in textsByName)
        {
            documents[name] = text;
            documents["sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))] = text;
        }

        return documents;
    }
}
