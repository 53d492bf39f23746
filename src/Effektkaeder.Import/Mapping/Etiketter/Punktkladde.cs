using Effektkaeder.Domain;
using Effektkaeder.Import.Mapping.Former;
using Effektkaeder.Import.Mapping.Kladde;
using Effektkaeder.Import.Mapping.Skabeloner;
using Effektkaeder.Import.Syntax;

namespace Effektkaeder.Import.Mapping.Etiketter;

/// <summary>A point while its fields are still being met.</summary>
internal sealed class Punktkladde(HeadingBlock? heading, NodeKind? kind, Punktkladde? over, int line)
{
    private readonly List<Feltstykker> _felter = [];
    private Punkt? _punkt;

    internal HeadingBlock? Heading => heading;

    internal NodeKind? Kind => kind;

    internal int Line => line;

    internal bool IsRow { get; init; }

    internal bool IsSection { get; init; }

    internal string? Unit { get; set; }

    internal bool IsEmpty => _felter.Count == 0;

    internal Felt? First => _felter.Count > 0 ? _felter[0].Felt : null;

    internal bool Has(Felt felt) => _felter.Any(f => f.Felt == felt);

    internal Feltstykker? Last => _felter.Count > 0 ? _felter[^1] : null;

    /// <summary>The pieces of a field; a label that comes twice in a point goes on in the same field.</summary>
    internal Feltstykker Field(Felt felt, int at)
    {
        var found = _felter.Find(f => f.Felt == felt);
        if (found is null)
        {
            _felter.Add(found = new Feltstykker(felt, at));
        }

        return found;
    }

    internal Punkt Build(int number) =>
        _punkt ??= new Punkt(
            heading,
            Aabner.First(heading?.Number) ?? number,
            line,
            WithPolicy([.. _felter.Where(f => !(f.IsEmpty && f.Felt.IsOfDocument)).Select(f => new UdfyldtFelt(f.Felt, f.Build()))])
        )
        {
            Slags = kind,
            Over = over?.Build(0),
            IsRow = IsRow,
            IsSection = IsSection,
            Enhed = Unit ?? over?.Unit,
        };

    /// <summary>"Politik: Kulturpolitik" beside "Politisk mål: Flere går i teatret": one goal, under its policy.</summary>
    private static List<UdfyldtFelt> WithPolicy(List<UdfyldtFelt> felter)
    {
        if (
            felter.Where(f => f.Felt.Rolle == "politisk-maal").ToList() is not [var a, var b]
            || new[] { a, b }.FirstOrDefault(f => PolitiskeMaal.Politiknavn(f.Indhold.Text) is not null) is not { } policy
            || a.Felt == b.Felt
        )
        {
            return felter;
        }

        var goal = policy == a ? b : a;
        if (goal.Indhold.Blocks is not [ParagraphBlock only])
        {
            return felter;
        }

        var said = only with
        {
            Text = PolitiskeMaal.Under(policy.Indhold.Text.TrimEnd('.'), only.Text),
            Raw = $"{policy.Indhold.Raw}\n{only.Raw}",
        };
        var content = new CellContent([said], goal.Indhold.Line, said.Raw, goal.Indhold.Repairs, goal.Indhold.OpenAtEnd);
        return [.. felter.Where(f => f != policy).Select(f => f == goal ? f with { Indhold = content } : f)];
    }
}
