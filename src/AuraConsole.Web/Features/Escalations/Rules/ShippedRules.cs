using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Resources;

namespace AuraConsole.Web.Features.Escalations.Rules;

/// <summary>The rules a new console starts with: told on the board and by sound, to nobody outside.</summary>
internal static class ShippedRules
{
    public static IReadOnlyList<EscalationRule> All =>
    [
        Rule(EscalationText.ShippedUnclaimed, EscalationKind.Unclaimed, 120),
        Rule(EscalationText.ShippedIdle, EscalationKind.Idle, 900),
        Rule(EscalationText.ShippedNobodyArmed, EscalationKind.NobodyArmed, 120),
        Rule(EscalationText.ShippedAuraSilent, EscalationKind.AuraSilent, 180),
    ];

    private static EscalationRule Rule(string name, EscalationKind kind, int threshold) => new()
    {
        Name = name,
        Kind = kind,
        Threshold = threshold,
        IsOn = true,
        OnBoard = true,
        WithSound = kind != EscalationKind.NobodyArmed,
        Version = Guid.NewGuid(),
    };
}
