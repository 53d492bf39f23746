using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;

namespace Effektkaeder.Analysis.Genkendelser;

/// <summary>Namesakes: what a document mentions by its short name is, in one municipality, what another states under that name.</summary>
public readonly record struct Navnefaelle(string Kommune, NodeKind Kind, string Navn)
{
    /// <summary>The kinds that are mentioned by name.</summary>
    public static readonly IReadOnlyList<NodeKind> Kinds = [NodeKind.Indsats, NodeKind.PolitiskMaal];

    public static bool Has(Node node) => Kinds.Contains(node.Kind);

    public static Navnefaelle Of(Node node) => new(node.Kommune, node.Kind, Fold.Of(node.Titel));
}
