using Effektkaeder.Domain;
using Effektkaeder.Domain.Tid;

namespace Effektkaeder.Analysis.Opfoelgninger;

/// <summary>What a person says instead of what the words left open, or got wrong. Null leaves a value as it was read.</summary>
/// <param name="Fra">Of a milestone with several dates: which one.</param>
public sealed record Linjeretning(
    Forslagsart? Art = null,
    Node? Node = null,
    Tidsudtryk? Fra = null,
    Tidsudtryk? Til = null,
    Varighed? Varighed = null,
    string? Tekst = null,
    NodeKind? Slags = null
)
{
    public bool IsEmpty => this == new Linjeretning();

    /// <summary>The line as it then is: ready, or with the question that is still open.</summary>
    public Forslagslinje On(Forslagslinje linje)
    {
        if (IsEmpty)
        {
            return linje;
        }

        var told = linje with
        {
            Art = Art ?? (linje.Art == Forslagsart.KunOrd && (Til ?? Fra) is not null ? Forslagsart.Flyttes : linje.Art),
            Node = Node ?? linje.Node,
            Efter = Til ?? linje.Efter,
            Varighed = Varighed ?? (Til is null ? linje.Varighed : null),
            Tekst = Tekst ?? linje.Tekst,
            Slags = Slags ?? linje.Slags,
            Spoergsmaal = null,
        };
        if (told.Node is null)
        {
            return told with { Spoergsmaal = linje.Spoergsmaal ?? "Hvad gælder linjen?" };
        }

        return told.Art switch
        {
            Forslagsart.Flyttes when told.Node.Kind.IsDate() => Justeringslaeser.Moved(
                told,
                Fra ?? linje.Foer,
                unread: told.Efter is null && told.Varighed is null
            ),
            Forslagsart.Flyttes or Forslagsart.Udskydes => told.Varighed is null
                ? told with
                {
                    Art = Forslagsart.Udskydes,
                    Spoergsmaal = "Hvor længe udskydes det? Skriv en varighed, fx P6M.",
                }
                : told with
                {
                    Art = Forslagsart.Udskydes,
                    Efter = null,
                },
            Forslagsart.Aendres or Forslagsart.Erstattes when string.IsNullOrWhiteSpace(told.Tekst) => told with
            {
                Spoergsmaal = "Hvad skal der stå?",
            },
            Forslagsart.Ny when string.IsNullOrWhiteSpace(told.Tekst) || told.Slags is null => told with
            {
                Spoergsmaal = told.Slags is null ? "Hvad er det nye: bidrag, milepæl, indikator?" : "Hvad skal det nye sige?",
            },
            _ => told,
        };
    }
}
