using Effektkaeder.Domain;
using Effektkaeder.Domain.Tid;

namespace Effektkaeder.Exchange.Tests;

/// <summary>A small graph that has one of everything an export may hold.</summary>
internal static class Testgraf
{
    public const string Hostile = "</data>]]> & \"q\" 'a' <b>\u0000\u0007\ud800x\udc00 🙂 \\ \r\n\tæøå";

    public static Graf Med(string titel = "Flere i job")
    {
        const string aftale = "by/aftale/a",
            center = "by/organisation/c";
        var signed = new DateOnly(2025, 3, 3);
        Herkomst sted = new("a.md", 7, "Flere  i job", "Mål", "dobbelt mellemrum");
        Udsagn Sig(Indhold indhold, string af = aftale, params Feltvaerdi[] felter) =>
            new(af, af == aftale ? signed : null, af == aftale ? center : null, indhold, [.. felter], [sted]);
        Node N(NodeKind kind, string id, params Udsagn[] udsagn) => Node.Of($"by/{kind.Info().Slug}/{id}", kind, "by", udsagn);
        EdgeUdsagn K(string fra, Grund? grund, double tillid, string? betinget = null) =>
            new(aftale, signed, center, fra, grund, tillid, betinget, [sted]);

        var mål = N(
            NodeKind.PolitiskMaal,
            "g",
            Sig(new(titel, titel + " og uddannelse") { Aliaser = ["Job"], Uspecificeret = true }),
            Sig(new("Andre ord", "Andre ord") { Henvist = true }, "by/aftale/b")
        );
        var indsats = N(
            NodeKind.Indsats,
            "i",
            Sig(
                new("Tidlig indsats", "Tidlig indsats") { Betinget = "såfremt der er penge" },
                aftale,
                new Feltvaerdi(
                    "Baseline",
                    "Effekt",
                    "Se ovenfor",
                    Feltstatus.Henvisning,
                    sted,
                    [new("x dato", Feltstatus.Pladsholder, "NB!")]
                )
                {
                    Henviser = "Ingen måling",
                }
            )
        );
        var bidrag = N(NodeKind.Bidrag, "b", Sig(new("Ungevejledning", "Ungevejledning")));
        var milepæl = N(
            NodeKind.Milepael,
            "m",
            Sig(
                new("Ansat", "Ansat")
                {
                    Art = "frist",
                    Tider =
                    [
                        new("senest 1. kvartal 2026", null, new(2026, 3, 31), Praecision.Kvartal, Graense.Senest),
                        new(
                            "årligt",
                            new(2026, 1, 1),
                            null,
                            Praecision.Dag,
                            Gentagelse: new(new(1, 0, 0, 0), new(2026, 1, 1), new(2027, 12, 31))
                        ),
                        Tidsudtryk.UdenInterval("x dato", TidsTilstand.Pladsholder, "mangler"),
                    ],
                    Egenskaber = [new(Egenskaber.Trin, "i første omgang")],
                }
            )
        );
        return Graf.Of(
            [mål, indsats, bidrag, milepæl],
            [
                Edge.Of(EdgeType.ForfoelgesMed, mål.Key, indsats.Key, null, [K(mål.Key, Grund.Tekst, 1)]),
                Edge.Of(EdgeType.Omfatter, indsats.Key, bidrag.Key, null, [K(indsats.Key, Grund.Skabelon, .5, "når det er godkendt")]),
                Edge.Of(EdgeType.HarMilepael, bidrag.Key, milepæl.Key, null, [K(bidrag.Key, null, 1)]),
                Edge.Of(EdgeType.KoblerTil, bidrag.Key, mål.Key, KoblingArt.Omtale, [K(bidrag.Key, null, .8)], KoblingStatus.Bekraeftet),
            ]
        );
    }

    public static string Text(Action<Graf, Stream> write, Graf graf)
    {
        using var stream = new MemoryStream();
        write(graf, stream);
        return new System.Text.UTF8Encoding(false, true).GetString(stream.ToArray());
    }
}
