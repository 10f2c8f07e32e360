using AuraConsole.Web.Data.Identity;
using Microsoft.Extensions.Options;

namespace AuraConsole.Web.Access;

/// <summary>How people come in (configuration section <c>Identity</c>).</summary>
public sealed class AccessOptions
{
    public const string Section = "Identity";

    /// <summary>How long an invitation may be used.</summary>
    public TimeSpan InviteLife { get; set; } = TimeSpan.FromDays(3);

    /// <summary>How long a link to a new password may be used.</summary>
    public TimeSpan ResetLife { get; set; } = TimeSpan.FromHours(4);

    /// <summary>By role: whether a second factor is demanded.</summary>
    public Dictionary<string, bool> RequireMfa { get; set; } = [];

    /// <summary>Whether one of these roles demands a second factor.</summary>
    public bool Demands(Func<string, bool> hasRole) => RequireMfa.Any(demand => demand.Value && hasRole(demand.Key));
}

internal sealed class AccessOptionsValidator : IValidateOptions<AccessOptions>
{
    private static readonly TimeSpan Least = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Most = TimeSpan.FromDays(30);

    public ValidateOptionsResult Validate(string? name, AccessOptions options)
    {
        var faults = options.RequireMfa.Keys.Where(static role => !Roles.All.Contains(role))
            .Select(static role => $"Identity:RequireMfa:{role} names no role; there are {string.Join(", ", Roles.All)}").ToList();
        if (options.InviteLife < Least || options.InviteLife > Most)
            faults.Add("Identity:InviteLife must be 5 minutes to 30 days");
        if (options.ResetLife < Least || options.ResetLife > Most)
            faults.Add("Identity:ResetLife must be 5 minutes to 30 days");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
