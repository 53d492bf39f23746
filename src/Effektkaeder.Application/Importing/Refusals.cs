using Effektkaeder.Domain;
using Effektkaeder.Domain.Regler;
using Effektkaeder.Import.Diagnostics;

namespace Effektkaeder.Application.Importing;

/// <summary>Why a document is refused before or after the importer has read it.</summary>
internal static class Refusals
{
    public static Diagnostic Unreadable(SourceFile file) =>
        new("APP001", Severity.Fejl, file.RelativePath, 0, 0, $"{file.Unreadable}.", "Kontrollér stien og læserettighederne.");

    public static Diagnostic Breach(string file, Brud brud) =>
        new(
            "APP002",
            Severity.Fejl,
            file,
            0,
            0,
            $"Bryder en regel for grafen: {brud.Besked}",
            "Intet er gemt. Ret dokumentet, og prøv igen."
        );

    /// <summary>A document that could not be stored, or that the importer stumbled over.</summary>
    public static Diagnostic Failed(string file, string why) =>
        new("APP005", Severity.Fejl, file, 0, 0, $"Dokumentet er ikke indlæst: {why}", "De øvrige dokumenter er indlæst hver for sig.");

    /// <summary>A document of another file takes the place of the one that is stored.</summary>
    public static Diagnostic Replaces(string file, string stored, string titel, string why) =>
        new(
            "APP003",
            Severity.Advarsel,
            file,
            0,
            0,
            $"»{titel}« var læst fra {stored} med et andet indhold; {file} er nu den gældende, for {why}.",
            "Er det to forskellige aftaler, så ret enhed eller periode på forsiden."
        );

    /// <summary>What was drawn by hand stood on something that the document says no more.</summary>
    public static Diagnostic Lost(string file, Edge kant) =>
        new(
            "APP006",
            Severity.Advarsel,
            file,
            0,
            0,
            $"Kanten {kant.Key} var tegnet i hånden på noget, som dokumentet ikke længere har, og er fjernet med det.",
            "Tegn den igen, hvor den nu hører til, eller fortryd indlæsningen."
        )
        {
            Kommando = "effekt undo",
        };

    /// <summary>A follow-up form that fits no contribution, or several: a question with what it may be of.</summary>
    public static Diagnostic Untied(string file, int line, string why, IReadOnlyList<Node> candidates) =>
        new(
            "APP007",
            Severity.Fejl,
            file,
            line,
            0,
            $"Opfølgningsskemaet er ikke gemt, for {why}."
                + (candidates.Count == 0 ? "" : $" Hvilken er det: {string.Join("; ", candidates.Select(c => $"»{c.Titel}« ({c.Key})"))}?"),
            candidates.Count == 0
                ? "Indlæs aftalen først, eller sig, hvad skemaet gælder."
                : "Sig, hvilken det er, eller skriv enhed og titel i skemaet, som de står i aftalen."
        )
        {
            Kommando = candidates.Count == 0 ? "effekt followup FIL --of TITEL" : "effekt followup FIL --of NØGLE",
        };

    /// <summary>A new edition of the file takes the place of what follow-ups had changed.</summary>
    public static Diagnostic Unrevised(string file, string titel, string revised) =>
        new(
            "APP009",
            Severity.Advarsel,
            file,
            0,
            0,
            $"»{titel}« var revideret {revised} efter en opfølgning; {file} er nu den gældende, "
                + "og det accepterede gælder kun, hvis det står i den.",
            "Se, hvad der er anderledes, eller fortryd indlæsningen."
        )
        {
            Kommando = "effekt diff, effekt undo",
        };

    /// <summary>There is another form for the same follow-up already.</summary>
    public static Diagnostic SameFollowUp(string file, int line, string titel, string other) =>
        new(
            "APP008",
            Severity.Advarsel,
            file,
            line,
            0,
            $"Der er allerede et skema for samme opfølgning, »{titel}«, læst fra {other}. Begge er gemt.",
            "Gælder kun det ene, så fjern det andet."
        )
        {
            Kommando = "effekt remove",
        };

    /// <summary>A document gives way to the one that is stored.</summary>
    public static Diagnostic StandsBack(string file, string stored, string titel, string why) =>
        new(
            "APP004",
            Severity.Advarsel,
            file,
            0,
            0,
            $"»{titel}« er allerede læst fra {stored} med et andet indhold, og den gælder stadig, for {why}.",
            "Skal denne fil gælde, så fjern den anden først, eller skriv udgave og dato på forsiden."
        )
        {
            Kommando = "effekt remove",
        };
}
