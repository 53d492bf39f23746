using Effektkaeder.Domain;
using Effektkaeder.Import.Mapping.Former;
using Effektkaeder.Import.Mapping.Kladde;
using Effektkaeder.Import.Mapping.Navne;

namespace Effektkaeder.Import.Mapping.Koblinger;

/// <summary>
/// Duties laid on others: everyone named is bound in the effort, and an organisation outside the agreement's
/// own centre is coupled to it.
/// </summary>
internal sealed class Forpligtelser(Kortlaegning k, KortlagtPunkt p)
{
    internal void Map(UdfyldtFelt felt) =>
        Map(felt.Indhold.Text, new Herkomst(k.Fil, felt.Indhold.Line, felt.Indhold.Raw, felt.Felt.Label));

    internal void Map(string tekst, Herkomst herkomst)
    {
        foreach (var navn in NavneReader.Cut(tekst, k.Aktoerer.WholeNames, k.Aktoerer.Kendte).Where(n => !NavneReader.IsSentence(n)))
        {
            var aktoer = k.Aktoerer.Aktoer(navn, herkomst, personer: false);
            if (EdgeTypes.Allows(EdgeType.ForpligtetI, k.Bygger.Kind(aktoer), k.Bygger.Kind(p.Baerer)))
            {
                k.Bygger.Edge(EdgeType.ForpligtetI, aktoer, p.Baerer, herkomst);
            }
            var organisation = k.Bygger.Kind(aktoer) == NodeKind.Organisation ? aktoer : k.Bygger.Indhold(aktoer)![Egenskaber.Organisation];
            if (organisation is not null && !k.Aktoerer.IsOwn(organisation) && !UnderOwn(navn))
            {
                k.Bygger.Kobling(KoblingArt.Forpligtelse, p.Ejer, organisation, Tillid.Erklaeret, herkomst);
            }
        }
    }

    /// <summary>"Myndighed i Center for …", where that centre is the agreement's own.</summary>
    private bool UnderOwn(string navn) =>
        NavneReader.Split(navn).Hvor is { } hvor
        && k.Aktoerer.WholeNames.Any(n => Identitet.Plain(hvor).StartsWith(Identitet.Plain(n), StringComparison.Ordinal));
}
