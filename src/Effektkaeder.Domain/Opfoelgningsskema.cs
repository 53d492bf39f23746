using Effektkaeder.Domain.Tekst;
using Effektkaeder.Domain.Tid;

namespace Effektkaeder.Domain;

/// <summary>A follow-up form as one document holds it, filled in or not, and not yet tied to the effort that it is about.</summary>
/// <param name="Kommune">The municipality, as the document names it; null where it does not.</param>
/// <param name="Enhed">The unit, as the document names it; null where it does not.</param>
/// <param name="Linje">1-based line that the form begins on.</param>
/// <param name="Felter">Its fields in the form's order, each with its state.</param>
public sealed record Opfoelgningsskema(Kilde Kilde, string? Kommune, string? Enhed, int Linje, ValueList<Feltvaerdi> Felter)
{
    /// <summary>The labels of the form, whatever synonym it uses.</summary>
    public const string Titelfelt = "Titel",
        Ansvarlig = "Ansvarlig",
        Tidspunktfelt = "Tidspunkt",
        Hvad = "Hvad",
        Hvordan = "Hvordan",
        Erfaring = "Erfaring",
        Konsekvens = "Konsekvens",
        Justering = "Justering";

    public static readonly IReadOnlyList<string> Labels =
    [
        Titelfelt,
        Ansvarlig,
        Tidspunktfelt,
        Hvad,
        Hvordan,
        Erfaring,
        Konsekvens,
        Justering,
    ];

    /// <summary>Those that hold what was found, which the blank form never does.</summary>
    public static readonly IReadOnlyList<string> Evaluering = [Erfaring, Konsekvens, Justering];

    private const string Held = "afholdt";

    private static readonly string[] OfTheFrame = [Titelfelt, Ansvarlig, Tidspunktfelt];

    /// <summary>What the form says in one field; null where it is blank, a prompt or a placeholder.</summary>
    public string? this[string label] => Vaerdi(Felter, label);

    /// <summary>Whether anybody has written anything in it.</summary>
    public bool IsFilled => Felter.Any(f => f.Status == Feltstatus.Vaerdi);

    /// <summary>Whether a node is a follow-up that was held.</summary>
    public static bool IsHeld(Node node) => node.Kind == NodeKind.Opfoelgning && node.Indhold[Egenskaber.Forloeb] == Held;

    /// <summary>Whether it was held, and not after the day; what names no day was held before any.</summary>
    /// <param name="senest">Null for all.</param>
    public static bool IsHeldBy(Node node, DateOnly? senest) => IsHeld(node) && !(node.Indhold.SidsteDag > senest);

    /// <summary>What one field of a held follow-up says; null where it says nothing.</summary>
    public static string? Vaerdi(IEnumerable<Feltvaerdi> felter, string label) =>
        felter.FirstOrDefault(f => f.Label == label && f.Status == Feltstatus.Vaerdi)?.Tekst;

    /// <summary>"Opfølgning på Branding, 4. maj 2031".</summary>
    public string Navn(string ejer) => "Opfølgning på " + ejer + (this[Tidspunktfelt] is { } tidspunkt ? ", " + tidspunkt : "");

    /// <summary>What the held follow-up says, as a node.</summary>
    /// <param name="ejer">Title of the effort or contribution that it is of.</param>
    public Indhold Afholdt(string ejer, TidsKontekst kontekst)
    {
        var navn = Navn(ejer);
        var tekst = string.Join(
            '\n',
            Felter.Where(f => f.Status == Feltstatus.Vaerdi && !OfTheFrame.Contains(f.Label)).Select(f => $"{f.Label}: {f.Tekst}")
        );
        return new Indhold(Titel.Cut(navn), tekst.Length > 0 ? tekst : navn)
        {
            Art = "opfoelgning",
            Tider = this[Tidspunktfelt] is { } tidspunkt
                ? TidsudtrykReader.FindAll(tidspunkt, kontekst).Select(f => f.Udtryk).ToValueList()
                : [],
            Egenskaber = [new(Egenskaber.Forloeb, Held)],
        };
    }
}
