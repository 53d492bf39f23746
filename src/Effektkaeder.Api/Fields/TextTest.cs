using Effektkaeder.Domain.Tekst;

namespace Effektkaeder.Api.Fields;

/// <summary>A <c>TekstFilter</c> held against a text here: the same rules as the engines translate.</summary>
internal static class TextTest
{
    public static Func<string?, bool> Of(Dict operators)
    {
        var tests = operators.Where(o => o.Value is not null || o.Key is "eq" or "neq").Select(o => One(o.Key, o.Value)).ToList();
        return text => tests.TrueForAll(test => test(text));
    }

    private static Func<string?, bool> One(string name, object? value)
    {
        switch (name)
        {
            case "eq" or "neq":
                return text => (text == (string?)value) == (name == "eq");
            case "in" or "nin":
                var many = ((IReadOnlyList<object?>)value!).Cast<string?>().ToHashSet(StringComparer.Ordinal);
                return text => many.Contains(text) == (name == "in");
            case "findes":
                return text => text is not null == (bool)value!;
        }

        var (part, isNot) = (Fold.Of((string)value!), name[0] == 'n');
        Func<string, bool> holds = name.TrimStart('n') switch
        {
            "contains" => folded => folded.Contains(part, StringComparison.Ordinal),
            "startsWith" => folded => folded.StartsWith(part, StringComparison.Ordinal),
            _ => folded => folded.EndsWith(part, StringComparison.Ordinal),
        };
        return text => (text is not null && holds(Fold.Of(text))) != isNot;
    }
}
