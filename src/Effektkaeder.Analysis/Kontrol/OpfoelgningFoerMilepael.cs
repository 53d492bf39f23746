using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;
using Effektkaeder.Domain.Tid;

namespace Effektkaeder.Analysis.Kontrol;

/// <summary>
/// A follow-up before a milestone of its own table. Where the two share a content word: an error before the milestone's
/// start, a warning before its end. Where they do not, only a notice, since it may follow another.
/// </summary>
internal sealed record OpfoelgningFoerMilepael()
    : Kontrolregel("OPFOELGNING_FOER_MILEPAEL", Alvor.Fejl, "Opfølgning før den milepæl, den følger", "Der følges op på det, der er sket.")
{
    public override IReadOnlyList<Alvor> Grader => [Alvor.Fejl, Alvor.Advarsel, Alvor.Bemaerkning];

    public override IEnumerable<Fund> Find(Udsnit udsnit) =>
        from owner in Numbers(udsnit, NodeKind.Indsats, NodeKind.Bidrag)
        from opfoelgning in udsnit.Targets(owner, EdgeType.FoelgesOp).Select(n => udsnit.Nodes[n])
        where opfoelgning.Indhold.Art == "opfoelgning" && !Opfoelgningsskema.IsHeld(opfoelgning)
        let held = Last(opfoelgning)
        where held is not null
        from milepael in udsnit.Targets(owner, EdgeType.HarMilepael).Select(n => udsnit.Nodes[n])
        from due in milepael.Indhold.Tider.Where(t => t.HarInterval && t.Gentagelse is null)
        let alvor = Grade(opfoelgning, held.Value, milepael, due)
        where alvor is not null
        select At(opfoelgning, $"Ligger {(held < First(due) ? "før" : "midt i")} »{milepael.Titel}« ({due.Tekst}).", milepael, alvor);

    private static Alvor? Grade(Node opfoelgning, DateOnly held, Node milepael, Tidsudtryk due)
    {
        if (held >= (due.Til ?? due.Fra))
        {
            return null;
        }

        if (!Indholdsord.Of(opfoelgning.Indhold.Tekst).Overlaps(Indholdsord.Of(milepael.Indhold.Tekst)))
        {
            return held < First(due) ? Alvor.Bemaerkning : null;
        }

        return held < First(due) ? Alvor.Fejl : Alvor.Advarsel;
    }

    /// <summary>
    /// A recurring follow-up comes again, so only the last of several dates counts, and an endless one never lies before.
    /// </summary>
    private static DateOnly? Last(Node opfoelgning) =>
        opfoelgning.Indhold.Tider.Any(t => t.Gentagelse is not null) ? null : opfoelgning.Indhold.SidsteDag;

    private static DateOnly? First(Tidsudtryk due) => due.Fra ?? due.Til;
}
