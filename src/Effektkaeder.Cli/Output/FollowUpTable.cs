using Effektkaeder.Analysis.Opfoelgninger;
using Effektkaeder.Analysis.Paavirkning;
using Effektkaeder.Application.Following;
using Effektkaeder.Domain;

namespace Effektkaeder.Cli.Output;

/// <summary>A held follow-up for people and for programs: what it says, its lines, what they would touch, and whom to tell.</summary>
internal static class FollowUpTable
{
    public static Listing Lines(Opfoelgningssvar svar) =>
        Listing.Of<Forslagslinje>(
            "forslag",
            svar.Forslag.Linjer,
            new("linje", "line", l => l.Nr),
            new("forslag", "proposal", svar.Beskrivelse),
            new("ordene", "words", l => l.Ord),
            new("stand", "state", l => State(svar, l)),
            new("spørgsmål", "question", l => Question(svar, l)),
            new(null, "kind", l => NodeJson.Code(l.Art)),
            new(null, "key", l => l.Node?.Key)
        );

    public static Listing Dates(Opfoelgningssvar svar) =>
        Listing.Of<Datoaendring>(
            "datoer",
            svar.Paavirkning?.Datoer ?? [],
            new("dato", null, d => d.Aarsag == Datoaarsag.Flyttet ? "flyttet" : "konflikt"),
            new("knude", null, d => d.Node.Titel),
            new("før", null, d => d.Foer.Tekst),
            new("efter", null, d => d.Efter.Tekst),
            new("forklaring", null, d => d.Forklaring)
        );

    public static Listing Tell(Opfoelgningssvar svar) =>
        Listing.Of<Underretning>(
            "underret",
            svar.Underret,
            new("underret", null, u => u.Navn),
            new("fordi", null, u => u.Hvorfor),
            new("ordene", null, u => u.Citat?.Ordret.Replace('\n', ' ')),
            new("sted", null, u => u.Citat?.Hvor)
        );

    /// <summary>The head: what was followed up, and how its consequence is judged.</summary>
    public static string Head(Opfoelgningssvar svar)
    {
        var (forslag, dom) = (svar.Forslag, svar.Forslag.Konsekvens);
        var words = dom.Ord.Length > 0 ? $" »{dom.Ord}«" : "";
        var remarks = string.Concat(
            forslag.Bemaerkninger.Concat(svar.Siden.Select(s => "Ændret siden: " + s.Besked)).Select(b => $"\n! {b}")
        );
        return $"{forslag.Opfoelgning.Titel}\n{forslag.Ejer.Kind.Info().Navn}: {forslag.Ejer.Titel} ({forslag.Ejer.Key})\n"
            + $"Konsekvens: {dom.Dom.Navn()} – {dom.Grund}.{words}{remarks}\n";
    }

    public static object Json(Opfoelgningssvar svar) =>
        new
        {
            followUp = NodeJson.Short(svar.Forslag.Opfoelgning),
            of = NodeJson.Short(svar.Forslag.Ejer),
            fields = svar.Forslag.Opfoelgning.Vist.Felter.Select(f => new
            {
                label = f.Label,
                text = f.Tekst,
                state = NodeJson.Code(f.Status),
                source = f.Herkomst.Hvor,
            }),
            consequence = new
            {
                judged = svar.Forslag.Konsekvens.Dom.Navn(),
                words = svar.Forslag.Konsekvens.Ord,
                because = svar.Forslag.Konsekvens.Grund,
            },
            remarks = svar.Forslag.Bemaerkninger,
            lines = svar.Forslag.Linjer.Select(l => new
            {
                line = l.Nr,
                kind = NodeJson.Code(l.Art),
                proposal = svar.Beskrivelse(l),
                words = l.Ord,
                key = l.Node?.Key,
                before = l.Foer is { } before ? NodeJson.Time(before) : null,
                after = l.Efter is { } after ? NodeJson.Time(after) : null,
                duration = l.Varighed?.ToString(),
                text = l.Tekst,
                newKind = l.Slags?.Info().Code,
                question = svar.Of(l) is null ? l.Spoergsmaal : null,
                candidates = l.Kandidater.Select(NodeJson.Short),
                remark = svar.Of(l) is null ? l.Bemaerkning : null,
                state = State(svar, l),
            }),
            impact = svar.Paavirkning is { } impact ? ImpactJson.Of(impact) : null,
            tell = svar.Underret.Select(u => new
            {
                name = u.Navn,
                key = u.Hvem?.Key,
                because = u.Hvorfor,
                about = u.Om.Key,
                quote = u.Citat?.Ordret,
                source = u.Citat?.Hvor,
            }),
            changedSince = svar.Siden.Select(s => new
            {
                key = s.Key,
                before = s.Foer,
                now = s.Nu,
                revision = s.Revision?.Number,
                told = s.Besked,
            }),
        };

    private static string State(Opfoelgningssvar svar, Forslagslinje line) =>
        svar.Of(line) is { } said ? $"{(said.Accepteret ? "accepteret" : "afvist")} {said.Dag:yyyy-MM-dd} af {said.Hvem}"
        : line.Art == Forslagsart.KunOrd ? "kun ord"
        : line.IsReady ? "foreslået"
        : "spørgsmål";

    private static string? Question(Opfoelgningssvar svar, Forslagslinje line) =>
        svar.Spoergsmaal(line) is not { } asked ? null
        : line.Kandidater.Count == 0 ? asked
        : $"{asked} {string.Join("; ", line.Kandidater.Select(k => $"»{k.Titel}« ({k.Key})"))}";
}
