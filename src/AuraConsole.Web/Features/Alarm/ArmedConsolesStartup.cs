namespace AuraConsole.Web.Features.Alarm;

internal sealed class ArmedConsolesStartup(ArmedConsoles consoles) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        consoles.Begin();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        // browsers leave while the process stops: that is not silence
        consoles.Dispose();
        return Task.CompletedTask;
    }
}
