using Microsoft.Extensions.Options;

namespace AuraConsole.Web.Hosting.Security;

/// <summary>Bounds on guessing (configuration section <c>SignIn</c>).</summary>
public sealed class SignInOptions
{
    public const string Section = "SignIn";

    /// <summary>Sign-ins and first-admin attempts allowed per minute from one address.</summary>
    public int AttemptsPerMinute { get; set; } = 10;
}

internal sealed class SignInOptionsValidator : IValidateOptions<SignInOptions>
{
    private const int Most = 10_000;

    public ValidateOptionsResult Validate(string? name, SignInOptions options) =>
        options.AttemptsPerMinute is >= 1 and <= Most
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"SignIn:AttemptsPerMinute must lie between 1 and {Most}");
}
