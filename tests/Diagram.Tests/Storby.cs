using Effektkaeder.Domain;

namespace Effektkaeder.Diagram.Tests;

/// <summary>
/// An invented municipality of a size: centres with visions, goals, efforts, contributions, effects and indicators, and couplings across.
/// The same size gives the same municipality.
/// </summary>
internal static class Storby
{
    private static readonly string[] Emner =
    [
        "Tidlig opsporing",
        "Sunde overgange",
        "Stærke skolefællesskaber",
        "Unge i job og uddannelse",
        "Længst muligt i eget liv",
        "Rehabiliterende tilgang",
        "Velfærdsteknologi",
        "Grøn omstilling af transporten",
        "Trygge boligområder",
        "Mad og måltider",
        "Frivillighed og medborgerskab",
        "Kompetenceudvikling af medarbejdere",
    ];

    private static readonly string[] Hvem =
    [
        "for borgere med særlige behov",
        "i dagtilbud og skole",
        "på tværs af forvaltningerne",
        "sammen med civilsamfundet",
        "i hele kommunen",
        "for ældre borgere",
        "med virksomhederne",
    ];

    private static readonly string[] Centre =
    [
        "Børn og Unge",
        "Sundhed og Omsorg",
        "Arbejde og Uddannelse",
        "Teknik og Miljø",
        "Kultur og Fritid",
        "Handicap og Psykiatri",
        "Dagtilbud og Skole",
        "Borgerservice og Digitalisering",
        "Økonomi og Personale",
        "Plan og Byg",
    ];

    /// <param name="nodes">About how many chain nodes: a centre has 30.</param>
    public static Testgraf Med(int nodes)
    {
        var random = new Random(7);
        var graf = new Testgraf();
        var (efforts, contributions) = (new List<string>(), new List<string>());
        string Titel(int i) => $"{Emner[i % Emner.Length]} {Hvem[(i / 3 + i) % Hvem.Length]}";
        var n = 0;
        string Add(NodeKind kind, string center)
        {
            var id = $"{kind.Info().Slug}-{++n}";
            graf.Node(kind, id, Titel(n), $"by/organisation/{center}");
            return Testgraf.Key(kind, id);
        }

        for (var c = 0; c < Math.Max(1, nodes / 30); c++)
        {
            var center = $"center-{c:00}";
            graf.Node(
                NodeKind.Organisation,
                center,
                $"Center for {Centre[c % Centre.Length]}{(c < Centre.Length ? "" : $" {c / Centre.Length + 1}")}",
                $"by/organisation/{center}",
                som: i => i with { Art = "center" }
            );
            var vision = Add(NodeKind.Vision, center);
            List<string> goals = [Add(NodeKind.PolitiskMaal, center), Add(NodeKind.PolitiskMaal, center)];
            foreach (var goal in goals)
            {
                graf.Kant(EdgeType.UdmoentesI, vision, goal);
            }

            for (var i = 0; i < 3; i++)
            {
                var effort = Add(NodeKind.Indsats, center);
                efforts.Add(effort);
                graf.Kant(EdgeType.ForfoelgesMed, goals[i % 2], effort);
                if (i == 2)
                {
                    graf.Kant(EdgeType.ForfoelgesMed, goals[1], effort);
                }

                for (var j = 0; j < 2; j++)
                {
                    var contribution = Add(NodeKind.Bidrag, center);
                    contributions.Add(contribution);
                    graf.Kant(EdgeType.Omfatter, effort, contribution);
                    var effect = Add(NodeKind.Effekt, center);
                    graf.Kant(EdgeType.Skaber, contribution, effect);
                    for (var k = 0; k < 2; k++)
                    {
                        graf.Kant(EdgeType.MaalesPaa, effect, Add(NodeKind.Indikator, center));
                    }
                }
            }
        }
        var coupled = new HashSet<(string, string)>();
        for (var i = 0; i < nodes / 12; i++)
        {
            var (a, b) = (
                efforts[random.Next(efforts.Count)],
                (i % 2 == 0 ? efforts : contributions)[random.Next(i % 2 == 0 ? efforts.Count : contributions.Count)]
            );
            if (a != b && coupled.Add((a, b)) && coupled.Add((b, a)))
            {
                graf.Kobling(a, b);
            }
        }
        return graf;
    }
}
