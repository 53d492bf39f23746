using System.Text.RegularExpressions;
using Effektkaeder.Domain;
using Effektkaeder.Import.Mapping.Former;

namespace Effektkaeder.Import.Mapping.Felter;

/// <summary>The fields of a follow-up form with their states: a prompt of the form's own is not data.</summary>
internal static partial class Skemafelter
{
    internal static ValueList<Feltvaerdi> Of(UdfyldtSkema udfyldt, string fil)
    {
        var isBlank = Ledetekster.IsBlank(udfyldt);
        return [.. udfyldt.Felter.Select(f => Of(f, fil, isBlank))];
    }

    private static Feltvaerdi Of(UdfyldtFelt felt, string fil, bool isBlank)
    {
        var printed = felt.Indhold.Text;
        var svar = Ledetekster.After(felt.Felt, printed);
        var tekst = svar is { Length: > 0 } ? svar : printed;
        var status =
            Identitet.Plain(tekst).Length == 0 ? Feltstatus.Tom
            : svar is "" || (isBlank && svar is null) ? Feltstatus.Ledetekst
            : Klammer().IsMatch(tekst) ? Feltstatus.Pladsholder
            : Feltstatus.Vaerdi;
        return new Feltvaerdi(
            felt.Felt.Label,
            felt.Felt.Gruppe,
            tekst,
            status,
            new Herkomst(
                fil,
                felt.Indhold.Line,
                felt.Indhold.Raw,
                felt.Felt.Label,
                tekst == printed ? null : "ledeteksten foran svaret er udeladt"
            ),
            []
        );
    }

    [GeneratedRegex(@"\A\[[^\]]*\]\z", RegexOptions.CultureInvariant)]
    private static partial Regex Klammer();
}
