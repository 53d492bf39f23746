using Effektkaeder.GraphQL.Execution.Binding;
using Effektkaeder.GraphQL.Language;
using Effektkaeder.GraphQL.Sdl;
using Effektkaeder.GraphQL.TypeSystem;

namespace Effektkaeder.GraphQL;

/// <summary>
/// The two steps to a schema that can be asked: from SDL, and bound to resolvers. They stand above the type system, which
/// knows neither how it is written nor how it is answered.
/// </summary>
public static class SchemaEntry
{
    extension(Schema schema)
    {
        /// <summary>Parses SDL and validates it by every rule of spec 3.</summary>
        /// <exception cref="Language.GraphQLSyntaxException">The text is no SDL.</exception>
        /// <exception cref="Errors.SchemaException">It breaks a rule; holds all errors with line and column.</exception>
        public static Schema FromSdl(string sdl) => SchemaBuilder.Build(Parser.Parse(sdl));

        /// <summary>Attaches resolvers, abstract type resolution and scalar coercion.</summary>
        /// <exception cref="Errors.SchemaException">A field has no resolver, or a binding names what the schema lacks.</exception>
        public BoundSchema Bind(Action<SchemaBinder> configure)
        {
            ArgumentNullException.ThrowIfNull(configure);
            var binder = new SchemaBinder(schema);
            configure(binder);
            return binder.Build();
        }
    }
}
