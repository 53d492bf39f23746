using Effektkaeder.Application.Asking;

namespace Effektkaeder.Api.Requests;

/// <summary>A period of the contract.</summary>
internal static class Periods
{
    /// <exception cref="GraphQL.Errors.GraphQLUserException">It ends before it begins.</exception>
    public static Periode Read(IReadOnlyDictionary<string, object?> input)
    {
        var day = input.GetValueOrDefault("dag") as DateOnly?;
        var periode = new Periode(day ?? input.GetValueOrDefault("fra") as DateOnly?, day ?? input.GetValueOrDefault("til") as DateOnly?);
        return periode.Fra > periode.Til
            ? throw ApiErrors.Argument($"Perioden begynder {periode.Fra:yyyy-MM-dd} og slutter før det, {periode.Til:yyyy-MM-dd}.")
            : periode;
    }
}
