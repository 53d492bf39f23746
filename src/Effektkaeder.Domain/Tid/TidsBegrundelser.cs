namespace Effektkaeder.Domain.Tid;

/// <summary>Why a time expression got no interval, for the reader of a report.</summary>
internal static class TidsBegrundelser
{
    internal const string FindesIkke = "datoen findes ikke i kalenderen";
    internal const string Pladsholder = "en pladsholder, der endnu ikke er udfyldt";
    internal const string UdenAar = "årstallet mangler";
    internal const string UdenAnker = "en varighed uden en dag at regne fra";
    internal const string Relativ = "afhænger af den dag, det blev skrevet";
    internal const string UkendtPeriode = "aftalens periode er ikke kendt";
    internal const string SkoleEllerBudget = "skoleår eller budgetår? Teksten siger det ikke";
    internal const string Baglaens = "slutter, før det begynder";
    internal const string Omtrent = "det står ikke, hvor i perioden";
    internal const string Regnet = "skal regnes fra en anden dag";
    internal const string Flyttet = "den tid, noget er flyttet fra";
    internal const string DelUdenEnhed = "primo, medio eller ultimo uden måned eller år";
}
