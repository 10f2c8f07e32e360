using Microsoft.Extensions.Options;

namespace AuraConsole.Web.Webhooks;

internal sealed class WebhookOptionsValidator(IHostEnvironment environment) : IValidateOptions<WebhookOptions>
{
    private const int LeastSecret = 32;
    private const int LeastBody = 1024;
    private const int LargestBody = 16 * 1024 * 1024;

    public ValidateOptionsResult Validate(string? name, WebhookOptions options)
    {
        var faults = new List<string>();
        if (!IsHeaderName(options.HeaderName))
            faults.Add("Webhook:HeaderName is not the name of an HTTP header");
        if (options.Secret.Length == 0)
            faults.Add("Webhook:Secret is missing");
        else if (options.Secret.Length < LeastSecret && !environment.IsDevelopment())
            faults.Add($"Webhook:Secret must have at least {LeastSecret} characters outside Development");
        if (options.PublicUrl is { } url && !IsReachable(url))
            faults.Add("Webhook:PublicUrl must be an absolute https address (http only on this machine)");
        if (options.MaxBodyBytes is < LeastBody or > LargestBody)
            faults.Add($"Webhook:MaxBodyBytes must lie between {LeastBody} and {LargestBody}");
        if (options.DoubtAfterChanges < 0)
            faults.Add("Webhook:DoubtAfterChanges must be 0 (never) or more");
        return faults.Count > 0 ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;
    }

    private static bool IsHeaderName(string name) =>
        name.Length is > 0 and <= 100 && name.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    private static bool IsReachable(Uri url) =>
        url.IsAbsoluteUri && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback));
}
