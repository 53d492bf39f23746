using System.Buffers.Text;
using System.Security.Cryptography;
using Effektkaeder.Analysis.Opgaver;

namespace Effektkaeder.Application.Answering;

/// <summary>
/// SHA-256 over the lines of an answer's nodes, sorted bytewise: <c>id\tdepth\n</c>, or <c>id\n</c> where there are no depths.
/// </summary>
internal sealed class NodeDigest : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private byte[] _line = new byte[1 << 16];

    /// <param name="depth">By node; null for none.</param>
    /// <returns>32 bytes as lower-case hex.</returns>
    public string Of(Workspace work, Func<Workspace, int, int>? depth)
    {
        if (work.Graph.Order.HasControls)
        {
            AddSorted(work, depth);
        }
        else
        {
            // Every character of an id sorts after a tab and a line's end, so the lines are sorted as the ids are.
            var used = 0;
            foreach (var node in work.Nodes)
            {
                used = Line(work, node, depth, used);
                if (used > 1 << 15)
                {
                    _hash.AppendData(_line, 0, used);
                    used = 0;
                }
            }

            _hash.AppendData(_line, 0, used);
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        _hash.GetHashAndReset(hash);
        return Convert.ToHexStringLower(hash);
    }

    public void Dispose() => _hash.Dispose();

    private void AddSorted(Workspace work, Func<Workspace, int, int>? depth)
    {
        var lines = new List<byte[]>(work.Nodes.Length);
        foreach (var node in work.Nodes)
        {
            lines.Add(_line[..Line(work, node, depth, 0)]);
        }

        lines.Sort((a, b) => a.AsSpan().SequenceCompareTo(b));
        lines.ForEach(_hash.AppendData);
    }

    /// <returns>Where the line ends.</returns>
    private int Line(Workspace work, int node, Func<Workspace, int, int>? depth, int at)
    {
        var id = work.Graph.IdOf(node);
        if (at + id.Length + 16 > _line.Length)
        {
            Array.Resize(ref _line, Math.Max(_line.Length * 2, at + id.Length + 16));
        }

        id.CopyTo(_line.AsSpan(at));
        at += id.Length;
        if (depth is not null)
        {
            _line[at++] = (byte)'\t';
            var written = Utf8Formatter.TryFormat(depth(work, node), _line.AsSpan(at), out var digits);
            System.Diagnostics.Debug.Assert(written);
            at += digits;
        }

        _line[at++] = (byte)'\n';
        return at;
    }
}
