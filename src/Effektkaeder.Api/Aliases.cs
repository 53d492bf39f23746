global using Dict = System.Collections.Generic.IReadOnlyDictionary<string, object?>;
