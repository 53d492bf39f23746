using Effektkaeder.Domain;
using Effektkaeder.Import.Diagnostics;
using Effektkaeder.Import.Mapping.Former;
using Effektkaeder.Import.Mapping.Forside;
using Effektkaeder.Import.Mapping.Koblinger;
using Effektkaeder.Import.Mapping.Navne;
using Effektkaeder.Import.Mapping.Punkter;
using Effektkaeder.Import.Mapping.Skabeloner;
using Effektkaeder.Import.Syntax;

namespace Effektkaeder.Import.Mapping;

/// <summary>Tree to graph: choose the profile, read the form, read the cover, map each point, then what crosses points.</summary>
internal static class DocumentMapper
{
    private static readonly string[] Navnefelter = ["ansvarlig", "forpligtelser", "maalgruppe"];

    internal static Aftalegraf? Map(DocumentTree tree, string? kommune, List<Diagnostic> diagnostics)
    {
        var valg = SkabelonKatalog.Choose(tree);
        if (!valg.Passer)
        {
            diagnostics.Add(
                Beskeder.AndenArt(
                    tree.Source.Path,
                    valg.Skabelon.Navn,
                    valg.Fundet,
                    valg.Skabelon.Felter.Count,
                    valg.Mangler.Select(f => f.Label)
                )
            );
            return null;
        }

        var form = FormReader.Read(tree, valg.Skabelon, diagnostics);
        if (form.Punkter.Count == 0)
        {
            diagnostics.Add(Beskeder.IngenPunkter(tree.Source.Path));
            return null;
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
        var punkter = form.Punkter.Select(mapper.Map).ToList();
        foreach (var skema in form.Skemaer)
        {
            new Opfoelgningsskemaer(k).Map(skema);
        }

        var koblinger = new TekstKoblinger(k);
        punkter.ForEach(koblinger.Map);
        aftale.Finish(punkter);
        return k.Bygger.Build();
    }

    /// <summary>Names that stand alone in some list are whole names in every other.</summary>
    private static void LearnNames(Kortlaegning k)
    {
        foreach (var felt in k.Form.Punkter.SelectMany(p => p.Felter).Where(f => Navnefelter.Contains(f.Felt.Rolle)))
        {
            foreach (var navn in NavneReader.Cut(felt.Indhold.Text, k.Aktoerer.HeleNavne, k.Aktoerer.Kendte))
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
