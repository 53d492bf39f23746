using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Effektkaeder.GraphQL.Values;

/// <summary>
/// The coerced arguments of a field (spec 6.4.1). An argument that was not given and has no default is absent, which
/// differs from null. Values: int, double, string, bool, what a scalar's or enum's binding made,
/// <c>IReadOnlyList&lt;object?&gt;</c>, and for input objects <c>IReadOnlyDictionary&lt;string, object?&gt;</c>.
/// </summary>
public sealed class Arguments(IReadOnlyDictionary<string, object?> values) : IReadOnlyDictionary<string, object?>
{
    public static Arguments None { get; } = new(new Dictionary<string, object?>(StringComparer.Ordinal));

    public int Count => values.Count;

    public IEnumerable<string> Keys => values.Keys;

    public IEnumerable<object?> Values => values.Values;

    public object? this[string key] => values[key];

    /// <summary>The value as <typeparamref name="T"/>, or its default when the argument is absent or null.</summary>
    /// <exception cref="InvalidCastException">The value is of another type.</exception>
    public T? Get<T>(string name) => values.TryGetValue(name, out var value) && value is not null ? (T)value : default;

    public bool ContainsKey(string key) => values.ContainsKey(key);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out object? value) => values.TryGetValue(key, out value);

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
