namespace Effektkaeder.Domain.Tid;

/// <summary>What a text cannot say of itself: the agreement's period, and whether its field is a deadline.</summary>
/// <param name="PeriodeFra">The agreement's first day, null where unknown.</param>
/// <param name="PeriodeTil">The agreement's last day, null where unknown.</param>
/// <param name="ErFrist">True in a Deadline field, where a bare date means "senest".</param>
public sealed record TidsKontekst(DateOnly? PeriodeFra = null, DateOnly? PeriodeTil = null, bool ErFrist = false)
{
    public static TidsKontekst Tom { get; } = new();
}
