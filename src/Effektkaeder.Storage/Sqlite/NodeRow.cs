using Effektkaeder.Analysis;
using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;

namespace Effektkaeder.Storage.Sqlite;

/// <summary>What a node's row holds besides what stands in its body.</summary>
/// <param name="Titelord">The words that it is found by, each once: those of its title.</param>
/// <param name="Andetord">Those that only its text or another name of it has.</param>
/// <param name="Body">Null where it has texts that have no number yet.</param>
/// <param name="Days">Days since 0001-01-01 that its times begin and end on; 0 and <see cref="NoDay"/> where they are open.</param>
internal sealed record NodeRow(Node Node, byte[]? Body, string Titelord, string Andetord, IReadOnlyList<(int First, int Last)> Days)
{
    public static readonly int NoDay = DateOnly.MaxValue.DayNumber;

    /// <summary>What a check may look for in it.</summary>
    public byte Fact { get; } = (byte)Node.Kontrolmaerker();

    public int FirstDay => Days.Count == 0 ? NoDay : Days.Min(d => d.First);

    public int Flags => (int)Node.Indhold.Maerker();

    /// <summary>Null where it is the title.</summary>
    public string? Tekst => Node.Indhold.Tekst == Node.Indhold.Titel ? null : Node.Indhold.Tekst;

    public static NodeRow Of(Node node, byte[]? body = null)
    {
        var indhold = node.Indhold;
        var title = Soegeord.Split(indhold.Titel).ToHashSet(StringComparer.Ordinal);
        IEnumerable<string> others = indhold.Tekst == indhold.Titel ? indhold.Aliaser : [indhold.Tekst, .. indhold.Aliaser];
        return new(
            node,
            body,
            string.Join(' ', title),
            string.Join(' ', others.SelectMany(Soegeord.Split).Where(w => !title.Contains(w)).Distinct(StringComparer.Ordinal)),
            [
                .. indhold
                    .Tider.Where(t => t.Fra is not null || t.Til is not null)
                    .Select(t => (t.Fra?.DayNumber ?? 0, t.Til?.DayNumber ?? NoDay)),
            ]
        );
    }
}
