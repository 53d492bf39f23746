namespace Effektkaeder.Exchange.StratMl;

/// <summary>The namespaces of the two parts (ISO 17469-1 and -2).</summary>
internal static class StratMlNames
{
    public const string Part1 = "urn:ISO:std:iso:17469:tech:xsd:stratml_core",
        Part2 = "urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport";
}
