using System.Text;

namespace Effektkaeder.Domain;

/// <summary>Opaque global ids of nodes and edges: base64url of kind and key. Wherever an id is taken, a key is too.</summary>
public static class NodeId
{
    private const string Kant = "Kant";

    public static string Of(NodeKind kind, string key) => Of(kind.Info().Code, key);

    public static string Of(Edge edge) => Of(Kant, edge.Key);

    /// <summary>The key that an id or a key stands for.</summary>
    public static string KeyOf(string idOrKey)
    {
        if (idOrKey.Contains('/'))
        {
            return idOrKey;
        }

        var text = TryDecode(idOrKey);
        var colon = text?.IndexOf(':') ?? -1;
        return colon > 0 && (text![..colon] == Kant || NodeKinds.Find(text[..colon]) is not null) ? text[(colon + 1)..] : idOrKey;
    }

    private static string Of(string kind, string key) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes($"{kind}:{key}")).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private static string? TryDecode(string id)
    {
        var padded = id.Replace('-', '+').Replace('_', '/');
        padded += new string('=', (4 - padded.Length % 4) % 4);
        var bytes = new byte[padded.Length];
        return Convert.TryFromBase64String(padded, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : null;
    }
}
