namespace Effektkaeder.Domain.Regler;

public static class AKeyBelongsToItsKommune
{
    public static Brud? Check(string key, NodeKind kind, string kommune) =>
        kind == NodeKind.Kommune && key == kommune || key.StartsWith(kommune + "/", StringComparison.Ordinal)
            ? null
            : new(nameof(AKeyBelongsToItsKommune), key, $"Nøglen »{key}« ligger ikke i kommunen »{kommune}«.");
}
