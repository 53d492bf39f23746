using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;
using Effektkaeder.Domain.Tid;

namespace Effektkaeder.Application.Importing;

/// <summary>
/// What a tied form says: an agreement document of a kind of its own, and the follow-up that it holds. Its key is made of what it is of,
/// when, and its content: two forms for one follow-up are both kept, and the same form again is the same.
/// </summary>
internal static class Skemagraf
{
    public const string Type = "opfoelgning";

    public static Aftalegraf Of(Opfoelgningsskema skema, Node ejer, Node? aftale)
    {
        var key = Key(skema, ejer);
        var herkomst = skema.Felter[0].Herkomst;
        var center = ejer.Vist.Center;
        var navn = skema.Navn(ejer.Titel);
        var opfoelgning = NodeKeys.InDocument(key, ejer.Kind.Info().Slug, NodeKind.Opfoelgning, navn);
        Udsagn Sagt(Indhold indhold, ValueList<Feltvaerdi> felter) => new(key, null, center, indhold, felter, [herkomst]);
        EdgeUdsagn Kant(string fra) => new(key, null, center, fra, null, Tillid.Tekst, null, [herkomst]);
        return new(
            key,
            ejer.Kommune,
            skema.Kilde,
            [
                .. new AngivetNode[]
                {
                    new(key, NodeKind.Aftale, ejer.Kommune, Sagt(Dokument(skema, navn), [])),
                    new(opfoelgning, NodeKind.Opfoelgning, ejer.Kommune, Sagt(skema.Afholdt(ejer.Titel, Kontekst(aftale)), skema.Felter)),
                }.OrderBy(n => n.Key, StringComparer.Ordinal),
            ],
            [
                .. new AngivetEdge[]
                {
                    new(EdgeType.Angiver, key, opfoelgning, null, Kant(key)),
                    new(EdgeType.FoelgesOp, ejer.Key, opfoelgning, null, Kant(ejer.Key)),
                }.OrderBy(e => e.Key, StringComparer.Ordinal),
            ]
        );
    }

    private static string Key(Opfoelgningsskema skema, Node ejer)
    {
        var when = skema[Opfoelgningsskema.Tidspunktfelt] ?? "";
        return $"{NodeKeys.Aftale(ejer.Kommune, Type, when, Titel.Cut(ejer.Titel))}-{skema.Kilde.Sha256[..8]}";
    }

    private static Indhold Dokument(Opfoelgningsskema skema, string navn) =>
        new(Titel.Cut(navn), navn)
        {
            Art = Type,
            Egenskaber =
            [
                new(Egenskaber.Fil, skema.Kilde.Fil),
                new(Egenskaber.Laesning, "profil"),
                new(Egenskaber.Sha256, skema.Kilde.Sha256),
                new(Egenskaber.Skabelon, skema.Kilde.Skabelon),
            ],
        };

    private static TidsKontekst Kontekst(Node? aftale) =>
        new(aftale?.Indhold.Dag(Egenskaber.PeriodeFra), aftale?.Indhold.Dag(Egenskaber.PeriodeTil));
}
