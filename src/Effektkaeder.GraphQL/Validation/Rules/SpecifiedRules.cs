namespace Effektkaeder.GraphQL.Validation.Rules;

/// <summary>The rules of spec 5, in its order. The rules on input object fields (5.6.2, 5.6.4) are part of ValuesOfCorrectType.</summary>
internal static class SpecifiedRules
{
    /// <summary>Rules hold state while they walk, so every document gets its own.</summary>
    public static IReadOnlyList<ValidationRule> Create() =>
        [
            // 5.1 Documents
            new ExecutableDefinitions(),
            // 5.2 Operations
            new KnownOperationTypes(),
            new UniqueOperationNames(),
            new LoneAnonymousOperation(),
            new SingleFieldSubscriptions(),
            // 5.3 Fields
            new FieldsOnCorrectType(),
            new OverlappingFieldsCanBeMerged(),
            new ScalarLeafs(),
            // 5.4 Arguments
            new KnownArgumentNames(),
            new UniqueArgumentNames(),
            new ProvidedRequiredArguments(),
            // 5.5 Fragments
            new UniqueFragmentNames(),
            new KnownTypeNames(),
            new FragmentsOnCompositeTypes(),
            new NoUnusedFragments(),
            new KnownFragmentNames(),
            new NoFragmentCycles(),
            new PossibleFragmentSpreads(),
            // 5.6 Values
            new ValuesOfCorrectType(),
            new UniqueInputFieldNames(),
            // 5.7 Directives
            new KnownDirectives(),
            new UniqueDirectivesPerLocation(),
            // 5.8 Variables
            new UniqueVariableNames(),
            new VariablesAreInputTypes(),
            new NoUndefinedVariables(),
            new NoUnusedVariables(),
            new VariablesInAllowedPosition(),
        ];
}
