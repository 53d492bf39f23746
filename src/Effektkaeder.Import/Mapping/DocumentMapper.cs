using System.Globalization;
using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;
using Effektkaeder.Import.Diagnostics;
using Effektkaeder.Import.Mapping.Etiketter;
using Effektkaeder.Import.Mapping.Former;
using Effektkaeder.Import.Mapping.Forside;
using Effektkaeder.Import.Mapping.Graf;
using Effektkaeder.Import.Mapping.Kladde;
using Effektkaeder.Import.Mapping.Koblinger;
using Effektkaeder.Import.Mapping.Navne;
using Effektkaeder.Import.Mapping.Punkter;
using Effektkaeder.Import.Mapping.Skabeloner;
using Effektkaeder.Import.Mapping.Skemaer;
using Effektkaeder.Import.Syntax;

namespace Effektkaeder.Import.Mapping;

/// <summary>Tree to graph: choose the profile, read the form, read the cover, map each point, then what crosses points.</summary>
internal static class DocumentMapper
{
    private static readonly string[] Navnefelter = ["ansvarlig", "forpligtelser", "maalgruppe"];

    /// <summary>The filled follow-up forms of a document that is nothing else; none where it is an agreement.</summary>
    internal static IReadOnlyList<Opfoelgningsskema> Forms(DocumentTree tree, string? kommune) =>
        SkabelonKatalog.Choose(tree).Fits ? [] : [.. Skemadokument.Find(tree, kommune).Where(s => s.IsFilled)];

    /// <summary>The agreements of a document, in the order they stand; none where it was refused.</summary>
    internal static IReadOnlyList<Aftalegraf> MapAll(DocumentTree tree, string? kommune, List<Diagnostic> diagnostics)
    {
        var steder = new Steder(tree);
        var grafer = Read(tree, kommune, diagnostics).Select(steder.In).ToList();
        for (var i = 0; i < diagnostics.Count; i++)
        {
            diagnostics[i] = steder.In(diagnostics[i]);
        }

        return grafer;
    }

    private static IReadOnlyList<Aftalegraf> Read(DocumentTree tree, string? kommune, List<Diagnostic> diagnostics)
    {
        var parts = Aftaledeling.Split(tree);
        if (parts.Count > 1)
        {
            var found = new List<Diagnostic>();
            var grafer = new List<Aftalegraf>();
            foreach (var part in parts)
            {
                if (Map(part, kommune ?? (grafer.Count > 0 ? NameOfKommune(grafer[0]) : null), found) is { } graf)
                {
                    grafer.Add(graf);
                }
            }

            // Parts that say they are the same agreement, or cannot say what they are, are one.
            if (grafer.Count == parts.Count && grafer.Select(g => g.Aftale).Distinct(StringComparer.Ordinal).Count() == parts.Count)
            {
                diagnostics.AddRange(found);
                diagnostics.Add(Beskeder.FlereAftaler(tree.Source.Path, grafer.Count));
                return grafer;
            }
        }

        return Map(tree, kommune, diagnostics) is { } hele ? [hele] : [];
    }

    private static string NameOfKommune(Aftalegraf graf) => graf.Nodes.First(n => n.Key == graf.Kommune).Udsagn.Indhold.Titel;

    private static Aftalegraf? Map(DocumentTree tree, string? kommune, List<Diagnostic> diagnostics)
    {
        diagnostics.AddRange(tree.Repairs.Select(r => Beskeder.Repareret(tree.Source.Path, r.Line, r.Column, r.What)));
        var valg = SkabelonKatalog.Choose(tree);
        if (!valg.Fits && Moededokument.Find(tree) is { } moede)
        {
            diagnostics.Add(Beskeder.Moede(tree.Source.Path, moede.Line, Titel.Cut(moede.FullText.Replace('\n', ' '))));
            return null;
        }

        var form = valg.Fits ? FormReader.Read(tree, valg.Skabelon, diagnostics) : EtiketReader.Read(tree);
        if (form.Punkter.Count == 0)
        {
            diagnostics.Add(Beskeder.AndenArt(tree.Source.Path, valg.Skabelon.Navn, valg.Fundet, valg.Skabelon.Felter.Count));
            return null;
        }

        if (form.Laesning != Laesning.Profil)
        {
            diagnostics.Add(Beskeder.UdenSkabelon(tree.Source.Path, form.Laesning == Laesning.Etiketter ? "etiketter" : "afsnit"));
            diagnostics.AddRange(
                form.Punkter.SelectMany(p => p.Felter)
                    .Where(f => f.Felt.IsOfDocument && f.Felt != EtiketReader.Words)
                    .Where(f => SkabelonKatalog.Etiketter.Find(f.Felt.Label) is null)
                    .DistinctBy(f => Identitet.Plain(f.Felt.Label))
                    .Select(f => Beskeder.UkendtEtiket(tree.Source.Path, f.Indhold.Line, f.Felt.Label))
            );
        }

        return ForsideReader.Read(form, kommune, diagnostics) is { } hoved ? Build(form, hoved, diagnostics) : null;
    }

    private static Aftalegraf Build(Form form, Aftalehoved hoved, List<Diagnostic> diagnostics)
    {
        var k = new Kortlaegning(form, hoved, diagnostics);
        LearnNames(k);
        var aftale = new AftaleMapper(k);
        aftale.Begin();
        var mapper = new PunktMapper(k);
        var punkter = InOrder(form).Select(mapper.Map).ToList();
        foreach (var skema in form.Skemaer)
        {
            new Opfoelgningsskemaer(k).Map(skema);
        }

        if (form.Laesning != Laesning.Profil)
        {
            k.Bygger.WithoutShortcuts();
        }

        new Afsnitsled(k).Connect(punkter);
        if (hoved.Overordnet is { } dokument)
        {
            new Overordnede(k, dokument).Map(punkter);
        }

        var koblinger = new TekstKoblinger(k);
        punkter.ForEach(koblinger.Map);
        aftale.Finish(punkter);
        return WithUnread(k, form, diagnostics);
    }

    /// <summary>A table that sums up points stands above them as often as below; it adds to them, and is mapped after them.</summary>
    private static IEnumerable<Punkt> InOrder(Form form)
    {
        var titles = form
            .Punkter.Where(p => p is { Slags: not null, Overskrift: not null })
            .Select(p => (p.Slags!.Value, Identitet.Plain(p.Overskrift!.Text)))
            .ToHashSet();
        var governing = form.Punkter.Select(p => p.Over).OfType<Punkt>().ToHashSet(ReferenceEqualityComparer.Instance);
        return form.Punkter.OrderBy(p =>
            (FriePunkter.Summed(p) is { } summed && titles.Contains(summed))
            || (p.IsRow && !governing.Contains(p) && p.Felter.Any(Punkthenvisninger.IsNumbers))
        );
    }

    /// <summary>Tells what was not read, and keeps how much it was on the agreement.</summary>
    private static Aftalegraf WithUnread(Kortlaegning k, Form form, List<Diagnostic> diagnostics)
    {
        var unread = Ulaeste.Find(form, k.Bygger.Build(), k.Hoved.Laest);
        if (unread.Count == 0)
        {
            return k.Bygger.Build();
        }

        diagnostics.AddRange(unread.Select(u => Beskeder.Ulaest(k.Fil, u.Line, Titel.Cut(u.Text.Replace('\n', ' ')))));
        k.Bygger.Egenskab(k.Hoved.Key, Egenskaber.Ulaest, unread.Count.ToString(CultureInfo.InvariantCulture));
        return k.Bygger.Build();
    }

    /// <summary>Names that stand alone in some list are whole names in every other.</summary>
    private static void LearnNames(Kortlaegning k)
    {
        foreach (var felt in k.Form.Punkter.SelectMany(p => p.Felter).Where(f => Navnefelter.Contains(f.Felt.Rolle)))
        {
            foreach (var navn in NavneReader.Cut(felt.Indhold.Text, k.Aktoerer.WholeNames, k.Aktoerer.Kendte))
            {
                if (
                    felt.Felt.Rolle == "maalgruppe"
                        ? NavneReader.Art(navn) is not null && char.IsUpper(navn[0]) && navn.Split(' ').Length <= 3
                        : !navn.Contains(" og ", StringComparison.Ordinal)
                )
                {
                    k.Aktoerer.Learn(navn);
                }
            }
        }
    }
}
