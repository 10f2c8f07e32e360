using AuraConsole.Integration;
using AuraConsole.Integration.Api;
using AuraConsole.Integration.Auth;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AuraConsole.Unit.Contract;

/// <summary>The library as any host registers it: real sockets, and the system's time unless a test has its own.</summary>
public sealed class AuraClient : IDisposable
{
    private readonly ServiceProvider _services;

    public AuraClient(Uri url, string clientId, string secret, TimeProvider? time = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton(time ?? TimeProvider.System);
        services.AddAuraIntegration(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Aura:BaseUrl"] = url.GetLeftPart(UriPartial.Authority),
            ["Aura:ClientId"] = clientId,
            ["Aura:ClientSecret"] = secret,
            ["Aura:AttemptTimeout"] = "00:00:20",
            ["Aura:ReadRetries"] = "0",
        }).Build());
        _services = services.BuildServiceProvider();
    }

    public ISitesApi Sites => Get<ISitesApi>();

    public ISitesCsvApi Csv => Get<ISitesCsvApi>();

    public ICustomersApi Customers => Get<ICustomersApi>();

    public ISubscriptionsApi Subscriptions => Get<ISubscriptionsApi>();

    public ICalloutsApi Callouts => Get<ICalloutsApi>();

    public ICalloutEventsApi Events => Get<ICalloutEventsApi>();

    public ICancellationReasonsApi Reasons => Get<ICancellationReasonsApi>();

    public IAfterClosureApi AfterClosure => Get<IAfterClosureApi>();

    public IScheduledServicesApi Scheduled => Get<IScheduledServicesApi>();

    public IDevicesApi Devices => Get<IDevicesApi>();

    internal AuraTokenProvider Tokens => Get<AuraTokenProvider>();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public void Dispose() => _services.Dispose();
}
