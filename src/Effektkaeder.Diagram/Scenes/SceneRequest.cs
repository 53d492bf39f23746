using Effektkaeder.Analysis;
using Effektkaeder.Analysis.Forskelle;
using Effektkaeder.Analysis.Paavirkning;

namespace Effektkaeder.Diagram.Scenes;

/// <summary>Which diagram.</summary>
public enum Scene
{
    Effektkaede,
    Center,
    Overblik,
    Paavirkning,
    Koblinger,
    Forskel,
    Tidslinje,
    Maalbillede,
    Politik,
}

/// <param name="Node">Key of the node an effect chain or a centre's hierarchy is about; of a timeline the centre, or null for all.</param>
/// <param name="Svar">The answer that an impact diagram shows.</param>
/// <param name="Revision">The revision the facts are of.</param>
public sealed record SceneRequest(Scene Scene, string? Node, Paavirkningssvar? Svar, long Revision)
{
    /// <summary>The earlier graph, and its revision, that a difference is seen from.</summary>
    public (Udsnit Udsnit, long Revision)? Foer { get; init; }

    /// <summary>The difference from <see cref="Foer"/> where it is found already, and what its sides are called.</summary>
    public (Forskel Forskel, string Fra, string Til)? Sider { get; init; }

    /// <summary>Keys of the two agreements that a difference lies between, both in the one graph.</summary>
    public (string Fra, string Til)? Aftaler { get; init; }

    /// <summary>The day a timeline marks; null for none.</summary>
    public DateOnly? IDag { get; init; }

    /// <summary>What the reader chose; of scenes of boxes and lines.</summary>
    public Visning Visning { get; init; } = Visning.Tom;

    /// <summary>In an overview, the couplings between centres opened: a line each.</summary>
    public bool Koblinger { get; init; }
}

/// <summary>A scene cannot be drawn as asked. The message is Danish.</summary>
public sealed class SceneException(string message) : Exception(message);
