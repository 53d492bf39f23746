using System.Globalization;

namespace Effektkaeder.Cli.Output;

/// <summary>What the machine must have for the program to be right about anything.</summary>
internal static class Surroundings
{
    public const string NoDanish =
        "dansk sortering og danske datoer mangler: .NET kører uden kulturer. Installer ICU (Debian: libicu72; Alpine: icu-libs "
        + "icu-data-full), og sæt DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=0.";

    public static bool KnowDanish()
    {
        try
        {
            return CultureInfo.GetCultureInfo("da-DK", predefinedOnly: true).LCID != CultureInfo.InvariantCulture.LCID;
        }
        catch (CultureNotFoundException)
        {
            return false;
        }
    }
}
