using System.Text;
using Effektkaeder.GraphQL.Language;
using Effektkaeder.GraphQL.TypeSystem;

namespace Effektkaeder.GraphQL.Tests.Reference;

/// <summary>One random question: a document, the variables and the operation to run.</summary>
internal sealed record Question(string Document, string? Variables, string? Operation);

/// <summary>
/// Random documents over a schema. They are led by its types, so that many are valid and whole, with faults strewn in:
/// wrong names, types, variables, directives, places. A part is then mutated as text (<see cref="DocumentMutator"/>).
/// </summary>
internal sealed class RandomDocuments
{
    private static readonly string[] VariableTypes =
    [
        "Int",
        "Int!",
        "Int = 4",
        "Int! = 5",
        "[Int]",
        "[Int!]!",
        "[Int!]",
        "[[Int]]",
        "String",
        "String!",
        "Boolean",
        "Boolean!",
        "Boolean = true",
        "ID",
        "ID!",
        "Float",
        "Color",
        "Color!",
        "[Color!]",
        "Where",
        "Where!",
        "Pick",
        "Pick!",
        "Any",
        "Strict!",
        "[Strict]",
        "Color = RED",
    ];

    private readonly Schema _schema;
    private readonly Random _random;
    private readonly RandomValues _values;
    private readonly double _faults;
    private readonly bool _isDistinct;
    private readonly List<(string Name, string Type)> _pool = [];
    private readonly List<Fragment> _fragments = [];
    private StringBuilder _text = new();
    private HashSet<string> _used = [];
    private int _aliases;
    private int _budget = 60;

    private RandomDocuments(Schema schema, Random random)
    {
        _schema = schema;
        _random = random;
        _values = new RandomValues(random);
        _faults = random.Next(4) switch
        {
            0 or 1 => 0,
            2 => 0.01,
            _ => 0.06,
        };
        _isDistinct = random.Next(3) != 0;
    }

    public static Question Next(Schema schema, Random random)
    {
        var question = new RandomDocuments(schema, random).Make();
        return random.Next(4) == 0 ? question with { Document = DocumentMutator.Mutate(question.Document, random) } : question;
    }

    private bool Fault => _random.NextDouble() < _faults;

    private bool Chance(int oneIn) => _random.Next(oneIn) == 0;

    private T Pick<T>(IReadOnlyList<T> items) => items[_random.Next(items.Count)];

    private Question Make()
    {
        for (var i = 0; i < 5; i++)
        {
            _pool.Add(($"v{i}", Pick(VariableTypes)));
        }

        var operations = new List<string>();
        var names = new List<string>();
        var count = Chance(6) ? 2 : 1;
        for (var i = 0; i < count; i++)
        {
            var name =
                count == 1 && Chance(3) ? ""
                : Fault ? "Q0"
                : $"Q{i}";
            names.Add(name);
            operations.Add(WriteOperation(name));
        }

        if (Fault)
        {
            AddFragment(Pick(_schema.Types.OfType<CompositeType>().Where(type => !type.IsBuiltIn).ToArray()), 0);
        }

        var parts = operations.Concat(_fragments.Select(fragment => fragment.Text)).OrderBy(_ => _random.Next()).ToArray();
        var operation = count > 1 || Fault ? names.Find(name => name.Length > 0) : null;
        return new Question(string.Join(Chance(2) ? "\n" : " ", parts), WriteVariables(), operation);
    }

    /// <summary>Writes something apart; answers its text and the variables it uses.</summary>
    private (string Text, HashSet<string> Used) Apart(Action write)
    {
        var (text, used) = (_text, _used);
        (_text, _used) = (new StringBuilder(), []);
        write();
        var written = (_text.ToString(), _used);
        (_text, _used) = (text, used);
        return written;
    }

    private Fragment AddFragment(CompositeType on, int depth)
    {
        var fragment = new Fragment(Fault ? "F0" : $"F{_fragments.Count}", on);
        _fragments.Add(fragment);
        (fragment.Text, var used) = Apart(() =>
        {
            var condition = Fault ? Pick(["Int", "Where", "Nothing", "Color"]) : on.Name;
            _text.Append(Chance(20) ? "\"about\" " : "").Append("fragment ").Append(fragment.Name).Append(" on ").Append(condition);
            WriteDirectives(DirectiveLocation.FragmentDefinition);
            WriteSelections(on, depth);
        });
        fragment.Used.UnionWith(used);
        fragment.IsDone = true;
        return fragment;
    }

    private string WriteOperation(string name)
    {
        var kind = _random.Next(10) switch
        {
            0 => OperationType.Mutation,
            1 => OperationType.Subscription,
            _ => OperationType.Query,
        };
        var (body, used) = Apart(() =>
        {
            WriteDirectives(DirectiveLocation.Of(kind));
            WriteSelections(_schema.RootType(kind)!, 0, isRoot: true, kind);
        });
        var keyword = kind.ToString().ToLowerInvariant();
        var defined = _pool.Where(variable => used.Contains(variable.Name) ? !Fault : Fault).ToList();
        if (Fault && defined.Count > 0)
        {
            defined.Add(defined[0]);
        }

        var variables =
            defined.Count == 0 ? "" : $"({string.Join(", ", defined.Select(variable => $"${variable.Name}: {TypeOf(variable.Type)}"))})";
        return $"{(Chance(20) ? "\"about\" " : "")}{keyword} {name}{variables}{body}";

        string TypeOf(string type) => (Fault ? Pick(["Dog", "Nothing", "Int", "[Where]"]) : type) + (Chance(15) ? " @mark(n: 1)" : "");
    }

    private void WriteSelections(CompositeType type, int depth, bool isRoot = false, OperationType kind = OperationType.Query)
    {
        _text.Append('{');
        var count = isRoot && kind == OperationType.Subscription && !Chance(5) ? 1 : 1 + _random.Next(depth > 4 ? 1 : 4);
        for (var i = 0; i < count; i++)
        {
            _text.Append(' ');
            if (depth < 6 && Chance(6))
            {
                WriteInlineFragment(type, depth);
            }
            else if (Chance(6) && Spreadable(type, depth) is { } spread)
            {
                _text.Append("...").Append(Fault ? "Missing" : spread);
                WriteDirectives(DirectiveLocation.FragmentSpread);
            }
            else
            {
                WriteField(type, depth);
            }
        }

        _text.Append('}');
    }

    /// <summary>A fragment that fits, a new one among them; by fault one that does not, or that is not yet closed.</summary>
    private string? Spreadable(CompositeType type, int depth)
    {
        if (_fragments.Count < 4 && depth < 4 && Chance(2))
        {
            var types = _schema.Types.OfType<CompositeType>().Where(other => !other.IsBuiltIn && _schema.Overlaps(other, type)).ToArray();
            var made = types.Length == 0 ? null : AddFragment(Pick(types), depth + 1);
            _used.UnionWith(made?.Used ?? []);
            return made?.Name;
        }

        var fitting = _fragments.Where(candidate => Fault || (candidate.IsDone && _schema.Overlaps(candidate.On, type))).ToArray();
        if (fitting.Length == 0)
        {
            return null;
        }

        var chosen = Pick(fitting);
        _used.UnionWith(chosen.Used);
        return chosen.Name;
    }

    private void WriteInlineFragment(CompositeType type, int depth)
    {
        _text.Append("... ");
        var inner = type;
        if (!Chance(4))
        {
            var all = _schema
                .Types.OfType<CompositeType>()
                .Where(other => !other.IsBuiltIn && (Fault || _schema.Overlaps(other, type)))
                .ToArray();
            inner = Pick(all);
            _text.Append("on ").Append(Fault ? "Color" : inner.Name);
        }

        WriteDirectives(DirectiveLocation.InlineFragment);
        WriteSelections(inner, depth + 1);
    }

    private void WriteField(CompositeType parent, int depth)
    {
        var fields = (parent as FieldedType)?.Fields ?? [];
        if (--_budget < 0 || depth > 5)
        {
            fields = fields.Where(field => field.Type.IsLeaf && !field.Arguments.Any(argument => argument.IsRequired)).ToArray();
        }

        if (fields.Count == 0 || Chance(25))
        {
            // Under names of its own: see ArguedDifferences.
            _text.Append(Chance(4) ? "kind: " : "").Append("__typename");
            return;
        }

        if (ReferenceEquals(parent, _schema.QueryType) && Chance(20))
        {
            WriteIntrospection();
            return;
        }

        var alias =
            _isDistinct && !Chance(6) ? $"f{_aliases++}: "
            : Chance(6) ? Pick(["a", "b", "name", "id"]) + ": "
            : "";

        var definition = Pick(fields);
        var name = Fault ? Pick(["nme", "age", "__schema", "self", "value"]) : definition.Name;
        _text.Append(name == "__schema" ? "" : alias).Append(name);
        var arguments = definition
            .Arguments.Where(argument => argument.IsRequired ? !Fault : Chance(3) || Fault)
            .Select(argument => $"{(Fault ? "wrong" : argument.Name)}: {_values.Literal(argument.Type, _faults, Variable)}")
            .ToList();
        if (Fault && arguments.Count > 0)
        {
            arguments.Add(arguments[0]);
        }

        _text.Append(arguments.Count == 0 ? "" : $"({string.Join(", ", arguments)})");
        WriteDirectives(DirectiveLocation.Field);
        if (definition.Type.Named is CompositeType inner ? !Fault : Fault)
        {
            WriteSelections(definition.Type.Named as CompositeType ?? parent, depth + 1);
        }
    }

    private void WriteIntrospection()
    {
        var name = Pick(_schema.Types.Where(type => !type.IsBuiltIn || type is ScalarType).ToArray()).Name;
        _text.Append(
            Chance(5)
                ? $"i{_aliases++}: __schema {{ queryType {{ name }} mutationType {{ name fields {{ name }} }} subscriptionType {{ "
                    + $"kind }} }}"
                : $$"""
                i{{_aliases++}}: __type(name: "{{(Chance(10) ? "Nothing" : name)}}") {
                  __typename kind name isOneOf specifiedByURL
                  fields(includeDeprecated: {{Pick([
                    "true",
                    "false",
                ])}}) { name isDeprecated deprecationReason type { ...on __Type { kind name ofType { kind name ofType { kind name } } } }
                    args(includeDeprecated: true) { name defaultValue isDeprecated type { name kind } } }
                  interfaces { name } enumValues { name } inputFields { name defaultValue type { kind ofType { name } } } ofType { name }
                }
                """
        );
    }

    private string? Variable(GraphQLType type)
    {
        if (!Chance(5))
        {
            return null;
        }

        var wanted = type.ToString()!;
        var fitting = _pool.Where(variable => Fault || Fits(variable.Type, wanted)).ToArray();
        if (fitting.Length == 0)
        {
            return null;
        }

        var name = Pick(fitting).Name;
        _used.Add(name);
        return "$" + name;

        // Roughly: the exact rule is what is under test, so near misses are wanted too.
        bool Fits(string declared, string place) =>
            declared == place
            || declared == place + "!"
            || declared.StartsWith(place.TrimEnd('!') + " =", StringComparison.Ordinal)
            || (Chance(12) && declared.Trim('[', ']', '!') == place.Trim('[', ']', '!'));
    }

    private void WriteDirectives(string location)
    {
        while (Chance(14))
        {
            var canSkip = location is DirectiveLocation.Field or DirectiveLocation.FragmentSpread or DirectiveLocation.InlineFragment;
            _text
                .Append(' ')
                .Append(
                    (Fault ? 4 : _random.Next(canSkip ? 4 : 2)) switch
                    {
                        0 => $"@mark(n: {_values.Literal(_schema.FindType("Int")!, _faults, _ => null)})",
                        1 => "@mark",
                        2 => $"@skip(if: {_values.Literal(new NonNullType(_schema.FindType("Boolean")!), _faults, Variable)})",
                        3 => $"@include(if: {_values.Literal(new NonNullType(_schema.FindType("Boolean")!), _faults, Variable)})",
                        _ => Pick([
                            "@nothing",
                            "@once",
                            "@once(must: 1) @once(must: 2)",
                            "@skip",
                            "@include(if: 1)",
                            "@deprecated",
                            "@mark(x: 1)",
                            "@skip(if: true, if: true)",
                        ]),
                    }
                );
        }
    }

    private string? WriteVariables()
    {
        var given = new List<string>();
        foreach (var (name, type) in _pool)
        {
            if (!Chance(type.Contains('!', StringComparison.Ordinal) ? 12 : 4))
            {
                var equals = type.IndexOf('=', StringComparison.Ordinal);
                var resolved = _schema.Resolve(Parser.ParseType(equals < 0 ? type : type[..equals]))!;
                var json = _values.Json(resolved, _faults);

                // A null where @skip needs a Boolean is refused before execution here, and fails the selection there: the
                // specification allows the variable (5.8.5) and says of neither.
                given.Add($"\"{name}\":{(type == "Boolean = true" && json == "null" ? "false" : json)}");
            }
        }

        return given.Count == 0 && Chance(2) ? null : $"{{{string.Join(",", given)}}}";
    }

    private sealed class Fragment(string name, CompositeType on)
    {
        public string Name { get; } = name;

        public CompositeType On { get; } = on;

        public HashSet<string> Used { get; } = [];

        public string Text { get; set; } = "";

        public bool IsDone { get; set; }
    }
}
