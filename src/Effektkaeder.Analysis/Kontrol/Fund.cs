using Effektkaeder.Domain;

namespace Effektkaeder.Analysis.Kontrol;

/// <summary>How grave a finding is.</summary>
public enum Alvor
{
    Fejl,
    Advarsel,
    Bemaerkning,
}

/// <summary>A weak spot that a check found.</summary>
/// <param name="Kode">The check's code.</param>
/// <param name="Princip">The principle of goal management that the check serves.</param>
/// <param name="Sted">Where in the source; null for what stands in no document.</param>
/// <param name="Modpart">The other node of a finding about two.</param>
public sealed record Fund(string Kode, Alvor Alvor, Node Node, string Besked, string Princip, Herkomst? Sted, Node? Modpart = null);

/// <summary>One check.</summary>
/// <param name="Kode">UPPER_SNAKE; stable, for filters and lists.</param>
/// <param name="Navn">What it finds, for people.</param>
public abstract record Kontrolregel(string Kode, Alvor Alvor, string Navn, string Princip)
{
    /// <summary>The findings in a selection.</summary>
    public abstract IEnumerable<Fund> Find(Udsnit udsnit);

    /// <summary>How grave what it finds may be.</summary>
    public virtual IReadOnlyList<Alvor> Grader => [Alvor];

    /// <summary>Whether it finds in the order of the nodes' keys, so that the first are known before the last are looked for.</summary>
    public virtual bool ErEfterNoegle => false;

    protected Fund At(Node node, string besked, Node? modpart = null, Alvor? alvor = null, Herkomst? sted = null) =>
        Grader.Contains(alvor ?? Alvor)
            ? new(Kode, alvor ?? Alvor, node, besked, Princip, sted ?? node.Vist.Herkomst.FirstOrDefault(), modpart)
            : throw new InvalidOperationException($"{Kode} does not say that it finds {alvor ?? Alvor}.");

    protected static IEnumerable<Node> Of(Udsnit udsnit, params NodeKind[] kinds) => Numbers(udsnit, kinds).Select(n => udsnit.Nodes[n]);

    /// <summary>The same by number; no node is read.</summary>
    protected static IEnumerable<int> Numbers(Udsnit udsnit, params NodeKind[] kinds) =>
        udsnit.NumbersOf(kinds).Where(n => (udsnit.MaerkerOf(n) & Nodemaerker.Henvist) == 0);
}
