using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;

namespace Effektkaeder.Application.Tests.StratMl;

/// <summary>
/// The order, number and types of the standard's elements, written down here from the published schemas (StrategicPlan, ISO version of
/// 1 April 2014; PerformancePlanOrReport of 16 February 2016) and held against them element by element, and put to the framework's own
/// validator. Where a schema also takes an empty day or number, these rules do not: we write none.
/// </summary>
internal static class StratMlSchema
{
    /// <summary>
    /// One element a line: its children in order ("?" for at most one, "*" for any number, "+" for one at least) and its attribute.
    /// </summary>
    private const string Common = """
        Organization: Name? Acronym? Identifier? Description? Stakeholder*
        Vision: Description? Identifier?
        Mission: Description? Identifier?
        Value: Name? Description?
        StrategicPlanCore: Organization* Vision? Mission? Value* Goal+
        Goal: Name Description Identifier? SequenceIndicator? Stakeholder* OtherInformation? Objective*
        """;

    private const string Part1 = """
        StrategicPlan: Name Description? OtherInformation? StrategicPlanCore AdministrativeInformation?
        Objective: Name? Description? Identifier? SequenceIndicator? Stakeholder* OtherInformation?
        Stakeholder: Name Description? @StakeholderTypeType=Who
        AdministrativeInformation: StartDate? EndDate? PublicationDate? Source? Submitter?
        """;

    private const string Part2 = """
        PerformancePlanOrReport: Name Description? OtherInformation? StrategicPlanCore AdministrativeInformation? Submitter? @Type!=Plans
        Objective: Name? Description? Identifier? SequenceIndicator? Stakeholder* OtherInformation? PerformanceIndicator*
        Stakeholder: Name Description? Role* @StakeholderTypeType=Who
        Role: Name Description? RoleType*
        AdministrativeInformation: Identifier? StartDate? EndDate? PublicationDate? Source?
        PerformanceIndicator: SequenceIndicator? MeasurementDimension UnitOfMeasurement Identifier?
          MeasurementInstance* OtherInformation? @=Kinds
        MeasurementInstance: TargetResult* ActualResult*
        TargetResult: StartDate? EndDate? NumberOfUnits? Descriptor? Description?
        ActualResult: StartDate? EndDate? NumberOfUnits? Descriptor? Description?
        """;

    private static readonly Dictionary<string, string[]> Values = new()
    {
        ["Plans"] = ["Strategic_Plan", "Performance_Plan", "Performance_Report"],
        ["Kinds"] = ["Quantitative", "Qualitative"],
        ["Who"] = ["Person", "Organization", "Generic_Group"],
    };

    public static IReadOnlyList<string> Faults(string xml, bool isPart1)
    {
        var schemas = new XmlSchemaSet();
        using (var reader = XmlReader.Create(new StringReader(Schema(isPart1))))
        {
            schemas.Add(null, reader);
        }

        var faults = new List<string>();
        XDocument.Parse(xml).Validate(schemas, (_, e) => faults.Add(e.Message));
        return faults;
    }

    private static string Schema(bool isPart1)
    {
        XNamespace xs = XmlSchema.Namespace;
        var space = "urn:ISO:std:iso:17469:tech:xsd:" + (isPart1 ? "stratml_core" : "PerformancePlanOrReport");
        var lines = (Common + "\n" + (isPart1 ? Part1 : Part2))
            .Replace("\n  ", " ", StringComparison.Ordinal)
            .Split('\n')
            .Select(l => l.Split(':', 2))
            .ToList();
        var complex = lines.Select(l => l[0]).ToHashSet();
        var children = lines.SelectMany(l => l[1].Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(c => c[0] != '@');
        var simple = children.Select(c => c.TrimEnd('?', '*', '+')).Where(c => !complex.Contains(c)).Distinct();
        return new XElement(
            xs + "schema",
            new XAttribute(XNamespace.Xmlns + "s", space),
            new XAttribute("targetNamespace", space),
            new XAttribute("elementFormDefault", "qualified"),
            lines.Select(l => Complex(xs, l[0], l[1].Split(' ', StringSplitOptions.RemoveEmptyEntries))),
            simple.Select(name => new XElement(xs + "element", new XAttribute("name", name), new XAttribute("type", "xs:" + Type(name)))),
            new XAttribute(XNamespace.Xmlns + "xs", XmlSchema.Namespace)
        ).ToString();
    }

    private static XElement Complex(XNamespace xs, string name, string[] parts) =>
        new(
            xs + "element",
            new XAttribute("name", name),
            new XElement(
                xs + "complexType",
                new XElement(
                    xs + "sequence",
                    parts
                        .Where(p => p[0] != '@')
                        .Select(p => new XElement(
                            xs + "element",
                            new XAttribute("ref", "s:" + p.TrimEnd('?', '*', '+')),
                            new XAttribute("minOccurs", p[^1] is '?' or '*' ? "0" : "1"),
                            new XAttribute("maxOccurs", p[^1] is '*' or '+' ? "unbounded" : "1")
                        ))
                ),
                parts
                    .Where(p => p[0] == '@')
                    .Select(p => p[1..].Split('='))
                    .Select(a => new XElement(
                        xs + "attribute",
                        new XAttribute("name", a[0].Length == 0 ? name + "Type" : a[0].TrimEnd('!')),
                        new XAttribute("use", a[0].EndsWith('!') ? "required" : "optional"),
                        new XElement(
                            xs + "simpleType",
                            new XElement(
                                xs + "restriction",
                                new XAttribute("base", "xs:string"),
                                Values[a[1]].Select(v => new XElement(xs + "enumeration", new XAttribute("value", v)))
                            )
                        )
                    ))
            )
        );

    private static string Type(string name) =>
        name switch
        {
            "Identifier" => "ID",
            "StartDate" or "EndDate" or "PublicationDate" => "date",
            "NumberOfUnits" => "decimal",
            _ => "string",
        };
}
