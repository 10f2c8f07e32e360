using System.Globalization;
using AuraConsole.Web.Components.Controls;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Resources;

namespace AuraConsole.Web.Features.Escalations.Rules;

/// <summary>What is typed into a rule's form, as text: what cannot be read must stay where it was typed.</summary>
public sealed class RuleInput
{
    public const int LeastSeconds = 5;
    public const int MostSeconds = 86400;

    public string Name { get; set; } = "";

    /// <summary>Chosen once: firings speak of it.</summary>
    public EscalationKind Kind { get; set; }

    public string Threshold { get; set; } = "120";

    public bool IsOn { get; set; } = true;

    public bool OnBoard { get; set; } = true;

    public bool WithSound { get; set; }

    public bool ByWebhook { get; set; }

    public bool WithTests { get; set; }

    public static RuleInput Of(EscalationRule rule) => new()
    {
        Name = rule.Name,
        Kind = rule.Kind,
        Threshold = rule.Threshold.ToString(CultureInfo.InvariantCulture),
        IsOn = rule.IsOn,
        OnBoard = rule.OnBoard,
        WithSound = rule.WithSound,
        ByWebhook = rule.ByWebhook,
        WithTests = rule.WithTests,
    };

    /// <summary>A sentence for each field that is not in order. The same rules are asked again before anything is saved.</summary>
    public Dictionary<string, string> Check()
    {
        var faults = new Dictionary<string, string>();
        if (Name.Trim().Length is 0 or > EscalationRule.NameLength)
            faults.Add(nameof(Name), Say.With(EscalationText.NameMissing, EscalationRule.NameLength));
        if (!Enum.IsDefined(Kind))
            faults.Add(nameof(Kind), EscalationText.KindMissing);
        if (Seconds is null)
            faults.Add(nameof(Threshold), Say.With(EscalationText.NotSeconds, LeastSeconds, MostSeconds));
        if (IsOn && !OnBoard && !WithSound && !ByWebhook)
            faults.Add(nameof(OnBoard), EscalationText.NobodyTold);
        return faults;
    }

    /// <summary>Only after <see cref="Check"/> had nothing to say.</summary>
    public void WriteTo(EscalationRule rule)
    {
        (rule.Name, rule.Threshold, rule.IsOn) = (Name.Trim(), Seconds!.Value, IsOn);
        (rule.OnBoard, rule.WithSound, rule.ByWebhook, rule.WithTests) = (OnBoard, WithSound, ByWebhook, WithTests);
    }

    private int? Seconds =>
        int.TryParse(Threshold.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is >= LeastSeconds and <= MostSeconds ? seconds : null;
}
