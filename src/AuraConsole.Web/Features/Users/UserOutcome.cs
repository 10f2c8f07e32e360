namespace AuraConsole.Web.Features.Users;

/// <summary>What came of an admin's change.</summary>
public enum UserOutcome
{
    Done,

    /// <summary>There is no such person.</summary>
    Gone,

    /// <summary>Somebody changed it since it was shown.</summary>
    ChangedMeanwhile,

    /// <summary>Nobody would be left who administers.</summary>
    LastAdmin,

    /// <summary>Nobody takes the own access away.</summary>
    Yourself,

    EmailTaken,

    EmailInvalid,

    /// <summary>There are as many people as the console takes.</summary>
    TooMany,

    /// <summary>The person is kept out: enable first.</summary>
    Disabled,
}

/// <param name="Outcome">What came of it.</param>
/// <param name="Secret">The secret of a one-time link, told this one time.</param>
public sealed record UserResult(UserOutcome Outcome, string? Secret = null)
{
    public static implicit operator UserResult(UserOutcome outcome) => new(outcome);
}
