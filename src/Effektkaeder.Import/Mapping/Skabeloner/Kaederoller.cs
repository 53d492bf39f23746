using Effektkaeder.Domain;

namespace Effektkaeder.Import.Mapping.Skabeloner;

/// <summary>The roles whose fields are links of a chain, from the political goal down.</summary>
internal static class Kaederoller
{
    /// <summary>The kind of node that a field of the role gives; null where that is no link of a chain.</summary>
    internal static NodeKind? Kind(string? rolle) =>
        rolle switch
        {
            "politisk-maal" => NodeKind.PolitiskMaal,
            "indsats" => NodeKind.Indsats,
            "bidrag" => NodeKind.Bidrag,
            "effekt" => NodeKind.Effekt,
            "indikator" => NodeKind.Indikator,
            _ => null,
        };

    internal static bool IsLed(this Felt felt) => Kind(felt.Rolle) is not null;
}
