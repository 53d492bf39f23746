using System.Text;
using Effektkaeder.Domain;

namespace Effektkaeder.Application.Loading;

/// <summary>The kinds of a graph's lines. A graph spells its few kinds in few ways: each is looked up once.</summary>
internal sealed class KindNames
{
    private readonly List<(byte[] Name, NodeKind Kind)> _known = [];

    /// <summary>By its kind, or its level alone; both must agree.</summary>
    /// <exception cref="FormatException">They do not, or there is no such kind.</exception>
    public NodeKind Of(in GraphLine line)
    {
        if (line.Kind.IsEmpty)
        {
            return line.Level is { } level ? NodeKinds.Levels[level].Kind : throw new FormatException("kind mangler");
        }

        var kind = Of(line.Kind);
        return line.Level is null || line.Level == kind.Level()
            ? kind
            : throw new FormatException($"{kind.Info().Navn} er ikke på niveau {line.Level}");
    }

    private NodeKind Of(ReadOnlySpan<byte> name)
    {
        foreach (var (known, kind) in _known)
        {
            if (name.SequenceEqual(known))
            {
                return kind;
            }
        }

        var text = Encoding.UTF8.GetString(name);
        var found = NodeKinds.Find(text)?.Kind ?? throw new FormatException($"»{text}« er ikke en slags");
        _known.Add((name.ToArray(), found));
        return found;
    }
}
