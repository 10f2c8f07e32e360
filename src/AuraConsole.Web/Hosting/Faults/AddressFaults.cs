using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;

namespace AuraConsole.Web.Hosting.Faults;

/// <summary>An address that cannot be listened on is the installer's to mend: one plain sentence, no stack trace.</summary>
internal static class AddressFaults
{
    /// <summary>What is wrong with the address, or null when the exception is about something else.</summary>
    public static string? Read(Exception exception) => exception switch
    {
        IOException { InnerException: AddressInUseException } taken => taken.Message,
        SocketException { SocketErrorCode: SocketError.AccessDenied or SocketError.AddressNotAvailable } refused =>
            $"Failed to bind to its address: {refused.Message.ToLowerInvariant()}.",
        _ => null,
    };

    /// <summary>Server and host log a failed start with its whole stack before they throw it; the entry point tells it once instead.</summary>
    public static void AddPlainStart(this WebApplicationBuilder builder)
    {
        var start = new StartWatch();
        builder.Services.AddSingleton<IHostedService>(start);
        builder.Logging.AddFilter("Microsoft.AspNetCore.Server.Kestrel", level => level >= LogLevel.Warning && (start.IsDone || level < LogLevel.Critical));
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", level => level >= LogLevel.Warning && (start.IsDone || level != LogLevel.Error));
    }

    /// <summary>Runs until asked to stop. A start that fails stops what had begun, in good order, before it is told.</summary>
    public static async Task RunConsoleAsync(this WebApplication app)
    {
        await using var ends = app;
        try
        {
            await app.StartAsync();
        }
        catch
        {
            await app.StopAsync();
            throw;
        }
        await app.WaitForShutdownAsync();
    }

    private sealed class StartWatch : IHostedLifecycleService
    {
        private volatile bool _isDone;

        public bool IsDone => _isDone;

        public Task StartedAsync(CancellationToken cancellationToken)
        {
            _isDone = true;
            return Task.CompletedTask;
        }

        public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
