namespace AuraConsole.Web.Live;

/// <summary>Knows everybody's limits before anybody is let in.</summary>
internal sealed class ScopesStartup(Scopes scopes) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => scopes.LoadAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
