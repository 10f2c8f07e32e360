using AuraConsole.Web.Hosting.Faults;
using AuraConsole.Web.SiteCare.Dossiers;
using AuraConsole.Web.SiteCare.Plans;
using AuraConsole.Web.SiteCare.Testing;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AuraConsole.Web.SiteCare;

public static class SiteCareSetup
{
    /// <summary>Adds dossiers, action plans and tests, for the site's page and the callout's sheet. After the live board.</summary>
    public static IServiceCollection AddSiteCare(this IServiceCollection services)
    {
        services.AddValidatedOptions<TestingOptions, TestingOptionsValidator>(TestingOptions.Section);
        services.TryAddSingleton<SiteCareFeed>();
        services.AddSingleton<CodeWordKeeper>();
        services.AddSingleton<DossierDesk>();
        services.AddSingleton<CodeWords>();
        services.AddSingleton<ContactCalls>();
        services.AddSingleton<PlanDesk>();
        services.AddSingleton<CalloutPlans>();
        services.AddSingleton<TestBook>();
        services.AddSingleton<TestDesk>();
        services.AddHostedService<TestTimer>();
        return services;
    }
}
