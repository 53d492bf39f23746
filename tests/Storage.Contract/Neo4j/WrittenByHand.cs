using System.Buffers;
using System.Text;
using Effektkaeder.Api;
using Effektkaeder.Api.Requests;
using Effektkaeder.GraphQL;
using Effektkaeder.Storage.Ports;
using Xunit;

namespace Effektkaeder.Storage.Contract.Neo4j;

/// <summary>
/// What is written by hand beside the agreements of <c>seed/</c>, so that the rules that questions count by meet what those agreements do
/// not have: no centre, no one responsible, several alike in name, a goal with two policies, open times, a refused coupling.
/// </summary>
internal static class WrittenByHand
{
    private const string Centre = "slagelse/organisation/center-for-handicap-og-psykiatri",
        Other = "vestersoe/organisation/center-for-boern-og-unge",
        Law = "dk/lov/sel/85",
        Hand = "slagelse/manuelt/manuelt/";

    private static readonly string[] Nodes =
    [
        """slagelse POLITIK "Prøvepolitik" """,
        """slagelse POLITISK_MAAL "Prøvemål" """,
        """slagelse POLITISK_MAAL "Andet prøvemål" """,
        """slagelse VISION "Prøvevision" """,
        $"""slagelse INDSATS "Prøveindsats", center: "{Centre}" """,
        """slagelse INDSATS "Anden prøveindsats" """,
        """slagelse BIDRAG "Prøvebidrag" """,
        """slagelse EFFEKT "Prøveeffekt" """,
        $"""slagelse EFFEKT "Anden prøveeffekt", center: "{Centre}" """,
        """slagelse INDIKATOR "Prøveindikator" """,
        """slagelse MILEPAEL "Senest", art: FRIST, tid: "senest 1. maj 2016" """,
        """slagelse MILEPAEL "Uden ejer", art: FRIST, tid: "marts 2016" """,
        """slagelse MILEPAEL "Fra", art: FRIST, tid: "fra 1. maj 2016" """,
        """slagelse MILEPAEL "To tider", art: MILEPAEL, tid: "1. maj 2016 og 1. maj 2018" """,
        """slagelse OPFOELGNING "Prøveopfølgning", art: OPFOELGNING, tid: "maj 2016" """,
        """slagelse DOKUMENTATION "Prøvedokumentation" """,
        """slagelse MAALING "Prøvebaseline", art: BASELINE """,
        """slagelse ROLLE "Prøvechef" """,
        """slagelse ROLLE "Prøvetolk c", titel: "Prøvetolk" """,
        """vestersoe ROLLE "Prøvechef" """,
        $"""vestersoe ROLLE "Prøvetolk a", titel: "Prøvetolk", center: "{Other}" """,
        """vestersoe ROLLE "Prøvetolk b", titel: "Prøvetolk" """,
        $"""vestersoe ROLLE "Prøvefører a", titel: "Prøvefører", center: "{Other}" """,
        """vestersoe ROLLE "Prøvefører b", titel: "Prøvefører" """,
        """vestersoe ORGANISATION "Center for Handicap og Psykiatri", art: CENTER """,
        """vestersoe INDSATS "Prøveindsats" """,
        """vestersoe EFFEKT "Prøveeffekt", center: "vestersoe/organisation/center-for-handicap-og-psykiatri" """,
        """vestersoe INDIKATOR "Prøveindikator", center: "vestersoe/organisation/center-for-handicap-og-psykiatri" """,
        $"""slagelse INDIKATOR "Anden prøveindikator", center: "{Centre}" """,
        """vestersoe MILEPAEL "Prøvemilepæl", art: FRIST, tid: "april 2016" """,
    ];

    private static readonly string[] Edges =
    [
        "INDEHOLDER slagelse/politik/proevepolitik slagelse/politisk-maal/moedet-mellem-kommunen-og-borgeren",
        "INDEHOLDER slagelse/politik/proevepolitik slagelse/politisk-maal/proevemaal",
        "UDMOENTES_I slagelse/vision/proevevision slagelse/politisk-maal/proevemaal",
        "UDMOENTES_I slagelse/vision/proevevision slagelse/politisk-maal/andet-proevemaal",
        "FORFOELGES_MED slagelse/politisk-maal/proevemaal slagelse/indsats/proeveindsats",
        "FORFOELGES_MED slagelse/politisk-maal/andet-proevemaal slagelse/indsats/anden-proeveindsats",
        $"OMFATTER slagelse/indsats/proeveindsats {Hand}bidrag/proevebidrag",
        $"OMFATTER slagelse/indsats/anden-proeveindsats {Hand}bidrag/proevebidrag",
        $"OMFATTER slagelse/indsats/proeveindsats {Hand}effekt/anden-proeveeffekt",
        $"SKABER {Hand}bidrag/proevebidrag {Hand}effekt/proeveeffekt",
        $"MAALES_PAA {Hand}effekt/proeveeffekt {Hand}indikator/proeveindikator",
        $"HAR_MILEPAEL {Hand}bidrag/proevebidrag {Hand}milepael/senest",
        $"HAR_MILEPAEL slagelse/indsats/anden-proeveindsats {Hand}milepael/senest",
        $"HAR_MILEPAEL slagelse/indsats/proeveindsats {Hand}milepael/fra",
        $"HAR_MILEPAEL {Hand}effekt/proeveeffekt {Hand}milepael/to-tider",
        $"FOELGES_OP slagelse/indsats/anden-proeveindsats {Hand}opfoelgning/proeveopfoelgning",
        $"DOKUMENTERES_VED {Hand}indikator/proeveindikator {Hand}dokumentation/proevedokumentation",
        $"HAR_MAALING slagelse/indsats/proeveindsats {Hand}maaling/proevebaseline",
        "ANSVARLIG_FOR slagelse/rolle/proevechef slagelse/indsats/proeveindsats",
        "ANSVARLIG_FOR slagelse/rolle/proevetolk-c slagelse/indsats/anden-proeveindsats",
        $"ANSVARLIG_FOR slagelse/rolle/proevetolk-c {Hand}effekt/proeveeffekt",
        "ANSVARLIG_FOR vestersoe/rolle/proevechef vestersoe/indsats/proeveindsats",
        "ANSVARLIG_FOR vestersoe/rolle/proevetolk-a vestersoe/indsats/proeveindsats",
        "ANSVARLIG_FOR vestersoe/rolle/proevetolk-b vestersoe/indsats/proeveindsats",
        "ANSVARLIG_FOR vestersoe/rolle/proevefoerer-a vestersoe/indsats/proeveindsats",
        "ANSVARLIG_FOR vestersoe/rolle/proevefoerer-b vestersoe/indsats/proeveindsats",
        "HAR_MILEPAEL vestersoe/indsats/proeveindsats vestersoe/manuelt/manuelt/milepael/proevemilepael",
        $"KOBLER_TIL {Hand}bidrag/proevebidrag {Law}",
        $"KOBLER_TIL {Hand}indikator/proeveindikator {Law}",
        $"KOBLER_TIL slagelse/politisk-maal/andet-proevemaal {Law}",
        $"KOBLER_TIL vestersoe/indsats/proeveindsats {Law}",
        "KOBLER_TIL vestersoe/indsats/staerke-skolefaellesskaber vestersoe/indsats/proeveindsats",
        "KOBLER_TIL vestersoe/indsats/staerke-skolefaellesskaber vestersoe/politisk-maal/lige-adgang-til-sundhed",
    ];

    private const string Refused = $"{Hand}indikator/proeveindikator";

    public static async Task AddAsync(IGraphStore store, TimeProvider time, CancellationToken ct)
    {
        var asked = Nodes
            .Select(n => n.Split(' ', 3))
            .Select(n => $"opretKnude(input: {{ kommune: \"{n[0]}\", slags: {n[1]}, tekst: {n[2]} }}) {{ fejl {{ besked }} }}")
            .Concat(
                Edges
                    .Select(e => e.Split(' '))
                    .Select(e => $"opretKant(input: {{ type: {e[0]}, fra: \"{e[1]}\", til: \"{e[2]}\" }}) {{ fejl {{ besked }} }}")
            );
        foreach (var some in asked.Chunk(10))
        {
            await AskAsync(some);
        }

        var revision = (await store.NewestAsync(ct)).Revision;
        await AskAsync([
            $"afvisKobling(input: {{ kant: \"KOBLER_TIL:eksplicit {Law} {Refused}\", revision: {revision} }}) {{ fejl {{ besked }} }}",
        ]);

        async Task AskAsync(string[] fields)
        {
            var answer = new ArrayBufferWriter<byte>();
            await EffektkaederApi
                .Engine()
                .ExecuteAsync(
                    new GraphQLRequest($"mutation {{ {string.Join(' ', fields.Select((f, i) => $"m{i}: {f}"))} }}", null, default),
                    new ApiContext(store, time, "test"),
                    answer,
                    ct
                );
            var said = Encoding.UTF8.GetString(answer.WrittenSpan);
            Assert.False(said.Contains("message") || said.Contains("besked"), said);
        }
    }
}
