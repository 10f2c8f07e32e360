using Microsoft.Extensions.Options;

namespace AuraConsole.Web.Features.Escalations;

/// <summary>Section <c>Escalation</c>. The rules themselves are in the database, edited by an admin.</summary>
public sealed class EscalationOptions
{
    public const string Section = "Escalation";

    /// <summary>How often the rules look at the board in memory.</summary>
    public TimeSpan LookEvery { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Whether the webhook may go to loopback, private and link-local addresses.</summary>
    public bool AllowPrivateTargets { get; set; }

    /// <summary>Longest wait for one answer of the webhook's receiver.</summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Until a message is tried again; each time four times as long, an hour at most.</summary>
    public TimeSpan RetryAfter { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>After so many a message is given up.</summary>
    public int MostAttempts { get; set; } = 8;
}

internal sealed class EscalationOptionsValidator : IValidateOptions<EscalationOptions>
{
    public ValidateOptionsResult Validate(string? name, EscalationOptions options)
    {
        List<string> faults = [];
        Check(nameof(options.LookEvery), options.LookEvery, TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(1));
        Check(nameof(options.AttemptTimeout), options.AttemptTimeout, TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(1));
        Check(nameof(options.RetryAfter), options.RetryAfter, TimeSpan.FromMilliseconds(100), TimeSpan.FromHours(1));
        if (options.MostAttempts is < 1 or > 20)
            faults.Add($"{EscalationOptions.Section}:{nameof(options.MostAttempts)} must be from 1 to 20");
        return faults.Count > 0 ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;

        void Check(string key, TimeSpan value, TimeSpan least, TimeSpan most)
        {
            if (value < least || value > most)
                faults.Add($"{EscalationOptions.Section}:{key} must be from {least:c} to {most:c}");
        }
    }
}
