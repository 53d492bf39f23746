using Effektkaeder.Domain;

namespace Effektkaeder.Synthesis;

/// <summary>The chain that a generated document should become: what an importer is scored against.</summary>
/// <param name="Noder">Kind and whole text of every node of the chain, each once.</param>
/// <param name="Kanter">Upper and lower text of every hierarchy edge between them.</param>
/// <param name="Koblinger">The effort, and the effort of another centre that it names.</param>
public sealed record Forventning(
    IReadOnlyList<(NodeKind Kind, string Tekst)> Noder, IReadOnlyList<(string Over, string Under)> Kanter, IReadOnlyList<(string Fra, string Til)> Koblinger, int Milepaele, int Opfoelgninger)
{
    public static Forventning Af(SyntetiskAftale aftale)
    {
        var (noder, kanter) = (new HashSet<(NodeKind, string)>(), new HashSet<(string, string)>());
        foreach (var indsats in aftale.Indsatser)
        {
            var navn = aftale.ErMaalaftale ? $"{indsats.Navn}: {indsats.Saetning}" : indsats.Navn;
            string[] maal = aftale.ErMaalaftale ? [$"{aftale.Politik[..^3]}, {aftale.Omraade}"] : [.. indsats.Maal];
            Over(NodeKind.PolitiskMaal, maal, NodeKind.Indsats, [navn]);
            // The development agreement has one effect a point, and its indicators together.
            foreach (var bidrag in aftale.ErMaalaftale ? indsats.Bidrag : [Samlet(indsats)])
            {
                string[] titler = aftale.ErMaalaftale ? [bidrag.Titel] : [.. indsats.Bidrag.Select(b => b.Titel)];
                Over(NodeKind.Indsats, [navn], NodeKind.Bidrag, titler);
                Over(NodeKind.Bidrag, titler, NodeKind.Effekt, bidrag.Effekter);
                Over(NodeKind.Effekt, bidrag.Effekter, NodeKind.Indikator, bidrag.Indikatorer);
            }
        }
        var bidragene = aftale.Indsatser.Sum(i => i.Bidrag.Count);
        return new([.. noder.Order()], [.. kanter.Order()],
            aftale.ErMaalaftale ? [] : [.. aftale.Indsatser.Where(i => i.Koblet is not null).Select(i => (i.Navn, i.Koblet!.Value.Indsats)).Distinct().Order()],
            aftale.ErMaalaftale ? 2 * bidragene : aftale.Indsatser.Count(i => !i.Skaevheder.HasFlag(Skaevheder.DatoMangler)),
            aftale.ErMaalaftale ? 2 * bidragene : 0);

        void Over(NodeKind upperKind, IReadOnlyList<string> upper, NodeKind lowerKind, IReadOnlyList<string> lower)
        {
            foreach (var u in upper)
            {
                noder.Add((upperKind, Plain(u)));
                foreach (var l in lower)
                {
                    noder.Add((lowerKind, Plain(l)));
                    kanter.Add((Plain(u), Plain(l)));
                }
            }
        }
    }

    /// <summary>Texts are compared as identities are: case, spaces and final punctuation do not matter.</summary>
    public static string Plain(string text) => Identitet.Plain(text);

    private static SyntetiskBidrag Samlet(SyntetiskIndsats indsats) => indsats.Bidrag[0] with
    {
        Effekter = [indsats.Bidrag[0].Effekter[0]], Indikatorer = [.. indsats.Bidrag.SelectMany(b => b.Indikatorer).Distinct(StringComparer.Ordinal)],
    };
}
