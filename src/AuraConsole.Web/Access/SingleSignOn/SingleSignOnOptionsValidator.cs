using AuraConsole.Web.Data.Identity;
using Microsoft.Extensions.Options;

namespace AuraConsole.Web.Access.SingleSignOn;

internal sealed class SingleSignOnOptionsValidator : IValidateOptions<SingleSignOnOptions>
{
    private const int NameLength = 60;

    public ValidateOptionsResult Validate(string? name, SingleSignOnOptions options)
    {
        if (!options.Enabled)
            return ValidateOptionsResult.Success;
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(SingleSignOnOptions options)
    {
        foreach (var (key, value) in new[]
        {
            (nameof(options.AuthorizationEndpoint), options.AuthorizationEndpoint), (nameof(options.TokenEndpoint), options.TokenEndpoint),
            (nameof(options.UserInfoEndpoint), options.UserInfoEndpoint),
        })
        {
            if (!IsAddress(value))
                yield return $"SingleSignOn:{key} must be an HTTPS address (HTTP on this machine only)";
        }
        foreach (var (key, value) in new[]
        {
            (nameof(options.Name), options.Name), (nameof(options.ClientId), options.ClientId), (nameof(options.ClientSecret), options.ClientSecret),
            (nameof(options.KeyClaim), options.KeyClaim), (nameof(options.EmailClaim), options.EmailClaim), (nameof(options.RoleClaim), options.RoleClaim),
        })
        {
            if (string.IsNullOrWhiteSpace(value))
                yield return $"SingleSignOn:{key} is missing";
        }
        if (options.Name.Length > NameLength)
            yield return $"SingleSignOn:Name has at most {NameLength} characters";
        if (options.RoleMap.Count == 0)
            yield return "SingleSignOn:RoleMap is empty: nobody could sign in";
        foreach (var (said, role) in options.RoleMap)
        {
            if (!Roles.All.Contains(role))
                yield return $"SingleSignOn:RoleMap:{said} must be one of {string.Join(", ", Roles.All)}";
        }
    }

    private static bool IsAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));
}
