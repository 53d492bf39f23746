using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;
using Effektkaeder.Import.Diagnostics;
using Effektkaeder.Import.Mapping.Felter;
using Effektkaeder.Import.Mapping.Former;
using Effektkaeder.Import.Mapping.Kladde;
using Effektkaeder.Import.Mapping.Skabeloner;
using Effektkaeder.Import.Syntax;

namespace Effektkaeder.Import.Mapping.Punkter;

/// <summary>
/// A point of a document without a profile: the node that its opener makes, then the chain of its fields, then all that hangs on
/// it. A later point of the same kind and title adds values to the first and no nodes.
/// </summary>
internal sealed class FriePunkter(Kortlaegning k)
{
    private readonly Dictionary<Punkt, KortlagtPunkt> _mapped = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<(NodeKind, string), KortlagtPunkt> _byTitle = [];
    private readonly Punkthenvisninger _henvisninger = new(k);

    internal KortlagtPunkt Map(Punkt punkt, Func<string, string> slug)
    {
        var over = punkt.Over is { } o ? _mapped.GetValueOrDefault(o) : null;
        var title =
            punkt.Overskrift?.Text
            ?? (punkt.Felter.FirstOrDefault(f => f.Felt.IsLed()) is { } first ? first.Indhold.Text : $"Punkt {punkt.Nummer}");
        if (punkt is { Slags: { } kind, Overskrift: not null } && _byTitle.TryGetValue((kind, Identitet.Plain(title)), out var again))
        {
            _mapped.Add(punkt, again);
            Values(punkt, again);
            return again;
        }

        if (Summed(punkt) is { } summed && _byTitle.TryGetValue(summed, out var told))
        {
            _mapped.Add(punkt, told);
            Values(punkt, told);
            return told;
        }

        var mapped = new KortlagtPunkt(punkt, slug(Titel.Of(title))) { Ejer = k.Hoved.Key, Over = over };
        if (punkt.IsRow && over is { Punkt.IsRow: true })
        {
            mapped.Afledte.UnionWith(over.Afledte);
        }

        _mapped.Add(punkt, mapped);
        using (k.In(punkt.Enhed, mapped, punkt))
        {
            Open(punkt, mapped);
            Fields(punkt, mapped);
        }

        _henvisninger.Add(mapped);
        return mapped;
    }

    /// <summary>What a row says of a point elsewhere: its kind and title, where of the chain it holds no more than that.</summary>
    internal static (NodeKind Kind, string Title)? Summed(Punkt punkt) =>
        punkt is { IsRow: true, Overskrift: null }
        && punkt.Felter.Where(f => f.Felt.IsLed()).ToList() is [var only]
        && !only.Indhold.HasList
            ? (Kaederoller.Kind(only.Felt.Rolle)!.Value, Identitet.Plain(only.Indhold.Text))
            : null;

    /// <summary>The node of the heading that opens the point.</summary>
    private void Open(Punkt punkt, KortlagtPunkt mapped)
    {
        if (punkt is not { Slags: { } kind, Overskrift: { } heading })
        {
            return;
        }

        var tekst = new Nodetekst(heading.Text, heading.Text, heading.Line, heading.Raw);
        var herkomst = new Herkomst(k.Fil, heading.Line, heading.Raw);
        // A policy's own goals are political goals, whatever it calls them.
        switch (k.Hoved.Overordnet is not null && kind == NodeKind.Effekt ? NodeKind.PolitiskMaal : kind)
        {
            case NodeKind.Indsats:
                mapped.Ejer = (mapped.Indsats = new Punktknuder(k, mapped).Indsats(tekst.Tekst, herkomst, punkt.Nummer));
                break;
            case NodeKind.PolitiskMaal:
                var felt = new UdfyldtFelt(
                    k.Form.Skabelon.Felter.First(f => f.Rolle == "politisk-maal"),
                    new CellContent(
                        [new ParagraphBlock(heading.Text, true, heading.Place, heading.Raw)],
                        heading.Line,
                        heading.Raw,
                        [],
                        false
                    )
                );
                mapped.Maal.AddRange(new PolitiskeMaal(k).Map(felt));
                mapped.Ejer = mapped.Maal[0];
                break;
            default:
                var key = new Punktknuder(k, mapped).Node(kind, tekst, herkomst);
                mapped.Ejer = key;
                if (kind == NodeKind.Bidrag)
                {
                    mapped.Bidrag.Add(key);
                }
                else if (kind == NodeKind.Effekt)
                {
                    mapped.Effekter.Add((key, tekst.Tekst));
                }
                else
                {
                    mapped.Indikatorer.Add((key, tekst.Tekst));
                }

                break;
        }

        _byTitle.TryAdd((kind, Identitet.Plain(heading.Text)), mapped);
    }

    private void Fields(Punkt punkt, KortlagtPunkt mapped)
    {
        var values = punkt.Felter.Select((f, i) => (Felt: f, Vaerdi: k.Feltlaeser.Read(f, [.. punkt.Felter.Take(i)]))).ToList();
        var roller = new Feltroller(k, mapped);
        var only = Summed(punkt) is not null;
        foreach (var (felt, vaerdi) in values.Where(v => v.Felt.Felt.IsLed()))
        {
            if (_henvisninger.Refer(felt, mapped, only))
            {
                continue;
            }

            if (Punkthenvisninger.IsNumbers(felt))
            {
                k.Diagnostics.Add(Beskeder.UkendtHenvisning(k.Fil, felt.Indhold.Line, felt.Felt.Label, felt.Indhold.Text));
                continue;
            }

            roller.Map(felt, vaerdi);
        }

        var own = mapped.Ejer == k.Hoved.Key;
        mapped.Indsats ??= Governing(mapped, m => m.Indsats);
        if (own)
        {
            // Where a label names the effort of several contributions, what is said under it is said of the effort.
            mapped.Ejer =
                (
                    punkt.IsRow || punkt.With("indsats") is not { } effort || (mapped.Bidrag.Count < 2 && effort != punkt.Felter[0])
                        ? null
                        : mapped.Indsats
                )
                ?? mapped.Bidrag.FirstOrDefault()
                ?? mapped.Effekter.Select(e => e.Key).FirstOrDefault()
                ?? (punkt.Felter.Any(f => f.Felt.Rolle == "indsats") ? mapped.Indsats : null)
                ?? mapped.Maal.FirstOrDefault()
                ?? mapped.Indikatorer.Select(i => i.Key).FirstOrDefault()
                ?? mapped.Over?.Ejer
                ?? k.Hoved.Key;
        }

        foreach (var (_, vaerdi) in values)
        {
            k.Bygger.Felt(mapped.Ejer, vaerdi);
        }

        foreach (var (felt, vaerdi) in values.Where(v => !v.Felt.Felt.IsLed()))
        {
            roller.Map(felt, vaerdi);
        }

        new Baselines(k, mapped).Connect();
        new Kaedeled(k, mapped).Connect();
    }

    private void Values(Punkt punkt, KortlagtPunkt again)
    {
        foreach (var (felt, i) in punkt.Felter.Select((f, i) => (f, i)))
        {
            if (punkt.IsRow && felt.Felt.IsLed())
            {
                continue;
            }

            var vaerdi = k.Feltlaeser.Read(felt, [.. punkt.Felter.Take(i)]);
            k.Bygger.Felt(again.Ejer, vaerdi);
            if (felt.Felt.Rolle is "status" or "vaegt" or "ansvarlig" or "milepael")
            {
                new Feltroller(k, again).Map(felt, vaerdi);
            }
        }
    }

    /// <summary>What the nearest point above has of something.</summary>
    private static T? Governing<T>(KortlagtPunkt point, Func<KortlagtPunkt, T?> of)
        where T : class
    {
        for (var over = point.Over; over is not null; over = over.Over)
        {
            if (of(over) is { } found)
            {
                return found;
            }
        }

        return null;
    }
}
