using Microsoft.Extensions.Options;

namespace AuraConsole.Web.SiteCare.Testing;

/// <summary>Section <c>Testing</c>: how long sites may be on test.</summary>
public sealed class TestingOptions
{
    public const string Section = "Testing";

    /// <summary>The furthest end that may be set, from the moment it is set.</summary>
    public TimeSpan Longest { get; set; } = TimeSpan.FromHours(24);

    /// <summary>What the form offers.</summary>
    public TimeSpan Standard { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How long before its end everybody is told.</summary>
    public TimeSpan WarnBefore { get; set; } = TimeSpan.FromMinutes(10);
}

internal sealed class TestingOptionsValidator : IValidateOptions<TestingOptions>
{
    private static readonly TimeSpan Least = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Most = TimeSpan.FromDays(14);

    public ValidateOptionsResult Validate(string? name, TestingOptions options)
    {
        var faults = new List<string>();
        if (options.Longest < Least || options.Longest > Most)
            faults.Add("Testing:Longest must be between one minute and 14 days");
        if (options.Standard < Least || options.Standard > options.Longest)
            faults.Add("Testing:Standard must be at least one minute and not longer than Testing:Longest");
        if (options.WarnBefore < TimeSpan.Zero || options.WarnBefore > options.Longest)
            faults.Add("Testing:WarnBefore must not be negative and not longer than Testing:Longest");
        return faults.Count > 0 ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;
    }
}
