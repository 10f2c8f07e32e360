using AuraConsole.Simulator.Api;

namespace AuraConsole.Simulator.Faults;

/// <summary>Loses the answer of a raise or cancel after the change was made.</summary>
internal sealed class CommandFaults(SimulatorFaults faults, TimeProvider time, IHostApplicationLifetime lifetime) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var result = await next(context);
        if (faults.TakeHangAnswer())
        {
            using var ending = AnswerFaults.Ending(context.HttpContext, lifetime);
            await Task.Delay(Timeout.InfiniteTimeSpan, time, ending.Token);
        }

        if (!faults.TakeDropAnswer()) return result;
        context.HttpContext.Drop();
        return Results.Empty;
    }
}
