using AuraConsole.Simulator.Api;

namespace AuraConsole.Simulator.Faults;

/// <summary>Spoils answers before anything is done.</summary>
internal sealed class AnswerFaults(SimulatorFaults faults, TimeProvider time, IHostApplicationLifetime lifetime)
{
    private const string Page = "<!doctype html><title>Simulator</title><h1>This is not the answer you asked for</h1>";

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (OAuthApi.IsTokenRequest(context.Request) && !faults.IncludeToken)
        {
            await next(context);
            return;
        }

        using var ending = Ending(context, lifetime);
        if (faults.Latency is { Ticks: > 0 } latency) await Task.Delay(latency, time, ending.Token);
        if (faults.TakeHang()) await Task.Delay(Timeout.InfiniteTimeSpan, time, ending.Token);

        if (IsCommand(context) && faults.TakeDropRequest())
        {
            context.Drop();
        }
        else if (faults.TakeError())
        {
            await Answers.Message(faults.ErrorStatus, "The simulator was told to fail").ExecuteAsync(context);
        }
        else if (faults.TakeHtmlAnswer())
        {
            await Results.Content(Page, "text/html; charset=utf-8").ExecuteAsync(context);
        }
        else
        {
            await next(context);
        }
    }

    /// <summary>Cancelled when the caller leaves or the simulator stops, so that a hanging answer delays neither.</summary>
    internal static CancellationTokenSource Ending(HttpContext context, IHostApplicationLifetime lifetime) =>
        CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);

    private static bool IsCommand(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<CommandMark>() is not null;
}

/// <summary>Marks the endpoints whose answers can get lost after the change was made: raise and cancel.</summary>
internal sealed class CommandMark;
