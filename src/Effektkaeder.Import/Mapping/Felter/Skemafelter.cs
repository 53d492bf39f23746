using System.Text.RegularExpressions;
using Effektkaeder.Domain;
using Effektkaeder.Import.Mapping.Former;
using Effektkaeder.Import.Mapping.Skabeloner;

namespace Effektkaeder.Import.Mapping.Felter;

/// <summary>The fields of a follow-up form with their states: a prompt of the form's own is not data.</summary>
internal static partial class Skemafelter
{
    internal static ValueList<Feltvaerdi> Of(UdfyldtSkema udfyldt, string fil) =>
        [.. udfyldt.Felter.Select(f => Of(udfyldt.Skema, f, fil))];

    private static Feltvaerdi Of(Skema skema, UdfyldtFelt felt, string fil)
    {
        var tekst = felt.Indhold.Text;
        var plain = Identitet.Plain(tekst);
        var status =
            plain.Length == 0 ? Feltstatus.Tom
            : skema.Ledetekster.Any(l => plain.StartsWith(l, StringComparison.Ordinal)) ? Feltstatus.Ledetekst
            : Klammer().IsMatch(tekst) ? Feltstatus.Pladsholder
            : Feltstatus.Vaerdi;
        return new Feltvaerdi(
            felt.Felt.Label,
            felt.Felt.Gruppe,
            tekst,
            status,
            new Herkomst(fil, felt.Indhold.Line, felt.Indhold.Raw, felt.Felt.Label),
            []
        );
    }

    [GeneratedRegex(@"\A\[[^\]]*\]\z", RegexOptions.CultureInvariant)]
    private static partial Regex Klammer();
}
