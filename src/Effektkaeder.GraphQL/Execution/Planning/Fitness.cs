namespace Effektkaeder.GraphQL.Execution.Planning;

/// <summary>What it takes to answer a selection with all below it; the worst of its parts decides.</summary>
internal enum Fitness
{
    /// <summary>Not asked for yet.</summary>
    Unknown,

    /// <summary>Object by object, and the same each time from one state of the data: what is written may be kept.</summary>
    Pure,

    /// <summary>Object by object, but it depends on the request.</summary>
    Varying,

    /// <summary>Some field is answered for many parents together.</summary>
    ByLevel,
}
