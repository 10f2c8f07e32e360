using AuraConsole.Web.Hosting.Faults;
using AuraConsole.Web.Reconciliation;
using AuraConsole.Web.Webhooks;

namespace AuraConsole.Web.Hosting;

internal static class OptionsSetup
{
    public static void AddConsoleOptions(this IServiceCollection services)
    {
        services.AddValidatedOptions<WebhookOptions, WebhookOptionsValidator>(WebhookOptions.Section);
        services.AddValidatedOptions<ReconciliationOptions, ReconciliationOptionsValidator>(ReconciliationOptions.Section);
    }
}
