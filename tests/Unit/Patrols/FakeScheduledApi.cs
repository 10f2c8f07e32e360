using AuraConsole.Integration.Api;
using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Integration.Http;

namespace AuraConsole.Unit.Patrols;

/// <summary>AURA's scheduled services, refusing or losing answers on request.</summary>
internal sealed class FakeScheduledApi : IScheduledServicesApi
{
    private int _next = 100;

    public List<NewScheduledService> Created { get; } = [];

    public List<string> Cancelled { get; } = [];

    /// <summary>Thrown by every call, after it was counted.</summary>
    public Exception? Failure { get; set; }

    /// <summary>Holds a call back until completed.</summary>
    public TaskCompletionSource? Hold { get; set; }

    public static AuraApiException Fails(AuraErrorKind kind, string? message = null) => new(kind, message is null ? null : 400, message, "corr-1");

    public async Task<ScheduledService> CreateAsync(string serviceType, NewScheduledService service, CancellationToken cancellationToken = default)
    {
        Created.Add(service);
        await AnswerAsync();
        return new ScheduledService { Id = $"A{_next++}" };
    }

    public async Task CancelAsync(string scheduledRequestId, CancellationToken cancellationToken = default)
    {
        Cancelled.Add(scheduledRequestId);
        await AnswerAsync();
    }

    private async Task AnswerAsync()
    {
        if (Hold is { } hold)
            await hold.Task;
        if (Failure is { } failure)
            throw failure;
    }
}
