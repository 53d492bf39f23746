using System.Globalization;
using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;

namespace Effektkaeder.Exchange.StratMl;

/// <summary>
/// A graph as one plan in StratML: a political goal is a Goal, an effect under it an Objective, an indicator a PerformanceIndicator and
/// its measurements ActualResults. Part 1 (ISO 17469-1) holds the plan, part 2 (ISO 17469-2) also what is measured.
/// </summary>
/// <remarks>
/// Source: the published schemas StrategicPlan (ISO version, 1 April 2014) and PerformancePlanOrReport (16 February 2016).
/// </remarks>
public static class StratMlWriter
{
    /// <exception cref="FormatException">It is no plan, or several municipalities'; the message is for the user.</exception>
    public static void Part1(Graf graf, Stream output) => Write(new StratMlPlan(graf), output, StratMlNames.Part1, "StrategicPlan");

    /// <inheritdoc cref="Part1"/>
    public static void Part2(Graf graf, Stream output) =>
        Write(new StratMlPlan(graf), output, StratMlNames.Part2, "PerformancePlanOrReport");

    private static void Write(StratMlPlan plan, Stream output, string space, string root)
    {
        var isReport = space == StratMlNames.Part2;
        using var xml = XmlText.Writer(output);
        var x = new Elements(xml, space);
        xml.WriteStartDocument();
        using (x.Open(root))
        {
            if (isReport)
            {
                xml.WriteAttributeString("Type", plan.IsMeasured ? "Performance_Report" : "Performance_Plan");
            }

            x.Text("Name", plan.Navn);
            using (x.Open("StrategicPlanCore"))
            {
                foreach (var organisation in plan.Organisationer)
                {
                    using (x.Open("Organization"))
                    {
                        x.Text("Name", organisation.Titel);
                        x.Text("Identifier", x.Id(organisation));
                    }
                }

                if (plan.Vision is { } vision)
                {
                    using (x.Open("Vision"))
                    {
                        x.Text("Description", vision);
                    }
                }

                for (var i = 0; i < plan.Maal.Count; i++)
                {
                    Goal(x, plan, plan.Maal[i], i + 1, isReport);
                }
            }

            using (x.Open("AdministrativeInformation"))
            {
                x.Text("StartDate", Iso(plan.Fra));
                x.Text("EndDate", Iso(plan.Til));
                x.Text("PublicationDate", Iso(plan.Underskrevet));
            }
        }

        xml.WriteEndDocument();
    }

    private static void Goal(Elements x, StratMlPlan plan, Node maal, int number, bool isReport)
    {
        using (x.Open("Goal"))
        {
            x.Text("Name", maal.Titel);
            x.Always("Description", maal.Indhold.Tekst);
            x.Text("Identifier", x.Id(maal));
            x.Text("SequenceIndicator", number.ToString(CultureInfo.InvariantCulture));
            x.Text("OtherInformation", maal.Kind == NodeKind.PolitiskMaal ? null : $"{maal.Kind.Info().Navn} uden politisk mål");
            var objectives = plan.Under(maal);
            for (var i = 0; i < objectives.Count; i++)
            {
                Objective(x, plan, objectives[i], $"{number}.{i + 1}", isReport, isGoal: objectives[i] == maal);
            }
        }
    }

    private static void Objective(Elements x, StratMlPlan plan, Node node, string number, bool isReport, bool isGoal)
    {
        // What stands under two goals is told in full under the first, and by name under the other.
        var (isFirst, others) = (x.IsNew(node) || isGoal, plan.Om(node));
        using (x.Open("Objective"))
        {
            x.Text("Name", node.Titel);
            x.Text("Description", node.Indhold.Tekst);
            x.Text("Identifier", x.Id(node));
            x.Text("SequenceIndicator", number);
            foreach (var who in plan.Interessenter(node))
            {
                using (x.Open("Stakeholder"))
                {
                    x.Attribute("StakeholderTypeType", who.Art);
                    x.Text("Name", who.Node.Titel);
                    if (isReport)
                    {
                        using (x.Open("Role"))
                        {
                            x.Text("Name", who.Rolle);
                            x.Text("RoleType", who.IsMaalgruppe ? "Beneficiary" : "Performer");
                        }
                    }
                }
            }

            x.Text("OtherInformation", others);
            if (isReport && isFirst)
            {
                foreach (var (indikator, i) in plan.Indikatorer(node).Select((n, i) => (n, i)))
                {
                    Indicator(x, plan, indikator, $"{number}.{i + 1}");
                }
            }
        }
    }

    private static void Indicator(Elements x, StratMlPlan plan, Node indikator, string number)
    {
        var measured = plan.Maalinger(indikator);
        var targets = StratMlPlan.Maaltal(indikator);
        using (x.Open("PerformanceIndicator"))
        {
            var values = measured.Select(Value).Concat(targets.Select(t => t.Ord)).ToList();
            x.Attribute("PerformanceIndicatorType", values.Any(v => Talord.Only(v) is not null) ? "Quantitative" : null);
            x.Text("SequenceIndicator", number);
            x.Text("MeasurementDimension", indikator.Indhold.Tekst);
            x.Always("UnitOfMeasurement", values.Select(Unit).FirstOrDefault(u => u.Length > 0) ?? "");
            x.Text("Identifier", x.Id(indikator));
            foreach (var target in targets)
            {
                using (x.Open("MeasurementInstance"))
                using (x.Open("TargetResult"))
                {
                    x.Text("EndDate", Iso(target.Senest));
                    x.Text("NumberOfUnits", Number(target.Tal));
                    x.Text("Description", target.Ord);
                }
            }

            foreach (var maaling in measured)
            {
                using (x.Open("MeasurementInstance"))
                using (x.Open("ActualResult"))
                {
                    var time = maaling.Indhold.Tider.FirstOrDefault(t => t.HarInterval);
                    x.Text("StartDate", Iso(time?.Fra));
                    x.Text("EndDate", Iso(time?.Til));
                    x.Text("NumberOfUnits", Number(Talord.Only(Value(maaling))));
                    x.Text("Description", (maaling.Indhold.Art == "baseline" ? "Baseline: " : "") + Value(maaling));
                }
            }

            x.Text("OtherInformation", plan.Dokumentation(indikator));
        }
    }

    /// <summary>What a plan has no place for, counted; null where nothing is left out.</summary>
    public static string? LeftOut(Graf graf) => new StratMlPlan(graf).Udeladt();

    private static string Value(Node maaling) => maaling.Indhold[Egenskaber.Vaerdi] ?? maaling.Indhold.Tekst;

    /// <summary>"%" of "57 %" and of "mindst 57 %": what stands after the figures, where that is one word.</summary>
    private static string Unit(string value)
    {
        var figures = value.AsSpan().IndexOfAnyInRange('0', '9');
        var unit = figures < 0 ? "" : value[figures..].TrimStart("0123456789.,- \u00a0".ToCharArray());
        return unit.Contains(' ', StringComparison.Ordinal) ? "" : unit;
    }

    private static string? Number(double? number) => number?.ToString("0.############", CultureInfo.InvariantCulture);

    private static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
