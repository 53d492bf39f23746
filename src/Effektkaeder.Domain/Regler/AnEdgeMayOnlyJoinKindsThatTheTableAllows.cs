namespace Effektkaeder.Domain.Regler;

public static class AnEdgeMayOnlyJoinKindsThatTheTableAllows
{
    public static Brud? Check(EdgeType type, string from, NodeKind fromKind, string to, NodeKind toKind) =>
        EdgeTypes.Allows(type, fromKind, toKind) && from != to
            ? null
            : new(
                nameof(AnEdgeMayOnlyJoinKindsThatTheTableAllows),
                $"{type.Info().Code} {from} {to}",
                from == to
                    ? $"»{from}« kan ikke pege på sig selv med {type.Info().Code}."
                    : $"{type.Info().Code} kan ikke gå fra {fromKind.Info().Navn} til {toKind.Info().Navn}."
            );
}
