using Microsoft.Extensions.Options;

namespace AuraConsole.Web.Data.Identity;

/// <summary>Users for a first look (configuration section <c>Demo</c>); only in Development.</summary>
public sealed class DemoOptions
{
    public const string Section = "Demo";

    public bool SeedUsers { get; set; }

    public string Password { get; set; } = "Console-demo-1!";
}

internal sealed class DemoOptionsValidator(IHostEnvironment environment) : IValidateOptions<DemoOptions>
{
    public ValidateOptionsResult Validate(string? name, DemoOptions options) => options switch
    {
        { SeedUsers: false } => ValidateOptionsResult.Success,
        _ when !environment.IsDevelopment() =>
            ValidateOptionsResult.Fail("Demo:SeedUsers is for Development only: everybody knows these users' password"),
        { Password.Length: < PasswordRules.Least or > PasswordRules.Most } =>
            ValidateOptionsResult.Fail($"Demo:Password must have {PasswordRules.Least} to {PasswordRules.Most} characters"),
        _ => ValidateOptionsResult.Success,
    };
}
