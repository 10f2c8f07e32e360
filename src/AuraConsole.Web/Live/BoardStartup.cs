namespace AuraConsole.Web.Live;

/// <summary>Loads the board before the first request, so that no screen ever sees an empty one that is not.</summary>
internal sealed class BoardStartup(Board board) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => board.LoadAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
