using AuraConsole.Simulator.State;

namespace AuraConsole.Simulator.Api;

/// <summary>Notes each API request with its answer, and answers for what broke on the way.</summary>
internal sealed partial class RequestRecorder(SimulatorState state, TimeProvider time, ILogger<RequestRecorder> logger)
{
    private const int PathLimit = 300;

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var arrived = time.GetUtcNow();
        var path = $"{context.Request.Path}{context.Request.QueryString}";
        try
        {
            await next(context);
        }
        catch (OperationCanceledException)
        {
            context.Drop();
        }
        catch (Exception exception) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            Log.Failed(logger, exception, context.Request.Method);
            await Answers.Message(StatusCodes.Status500InternalServerError, "Internal server error").ExecuteAsync(context);
        }
        finally
        {
            var status = context.WasDropped() || context.RequestAborted.IsCancellationRequested ? 0 : context.Response.StatusCode;
            var clientId = context.Features.Get<SourceState>()?.ClientId;
            state.Record(new RequestEntry(
                arrived, context.Request.Method, path.Length > PathLimit ? path[..PathLimit] : path, status, clientId));
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "A {Method} request failed")]
        public static partial void Failed(ILogger logger, Exception exception, string method);
    }
}
