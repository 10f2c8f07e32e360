using AuraConsole.Integration.Api;
using AuraConsole.Integration.Api.Wire;
using AuraConsole.Integration.Auth;
using AuraConsole.Integration.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace AuraConsole.Integration;

/// <summary>The one way into this library.</summary>
public static class AuraIntegrationExtensions
{
    /// <summary>
    /// Adds AURA's API clients, one interface per area in <see cref="Api"/> (singletons, safe for threads), configured by the section
    /// <c>Aura</c> and validated at start. A <c>PostConfigure</c> of <see cref="AuraOptions"/> may still change them until the first call.
    /// </summary>
    public static IServiceCollection AddAuraIntegration(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<AuraOptions>().ValidateOnStart();
        services.AddSingleton<IConfigureOptions<AuraOptions>>(new AuraOptionsSetup(configuration));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<AuraOptions>, AuraOptionsValidator>());

        services.AddLogging();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<AuraTokenStatus>();
        services.TryAddSingleton<AuraCallLog>();
        services.TryAddSingleton<AuraTokenProvider>();
        services.TryAddSingleton<AuraPipelines>();
        services.TryAddSingleton<AuraCaller>();
        services.TryAddSingleton<ListAnswers>();
        services.TryAddSingleton<ISitesApi, SitesApi>();
        services.TryAddSingleton<ICalloutsApi, CalloutsApi>();
        services.TryAddSingleton<ICalloutEventsApi, CalloutEventsApi>();
        services.TryAddSingleton<ICancellationReasonsApi, CancellationReasonsApi>();
        services.TryAddSingleton<IAfterClosureApi, AfterClosureApi>();
        services.TryAddSingleton<ICustomersApi, CustomersApi>();
        services.TryAddSingleton<ISubscriptionsApi, SubscriptionsApi>();
        services.TryAddSingleton<IResponseTypesApi, ResponseTypesApi>();
        services.TryAddSingleton<ICoverageApi, CoverageApi>();
        services.TryAddSingleton<IScheduledServicesApi, ScheduledServicesApi>();
        services.TryAddSingleton<ISitesCsvApi, SitesCsvApi>();
        services.TryAddSingleton<IDevicesApi, DevicesApi>();
        services.TryAddSingleton<ICalloutTokensApi, CalloutTokensApi>();
        services.TryAddSingleton<IWebhooksApi, WebhooksApi>();

        services.TryAddTransient<AuraResilienceHandler>();
        services.TryAddTransient<AuraAuthHandler>();
        AddClient(services, AuraHttp.TokenClient);
        AddClient(services, AuraHttp.Client)
            .AddHttpMessageHandler<AuraResilienceHandler>()
            .AddHttpMessageHandler<AuraAuthHandler>();
        return services;
    }

    private static IHttpClientBuilder AddClient(IServiceCollection services, string name) =>
        services.AddHttpClient(name, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                ConnectTimeout = TimeSpan.FromSeconds(5),
                PooledConnectionLifetime = TimeSpan.FromMinutes(2),
                MaxConnectionsPerServer = 32,
            })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            // the factory's own log lines hold whole addresses, and with them site references; AuraCaller writes one line a call
            .RemoveAllLoggers();
}
