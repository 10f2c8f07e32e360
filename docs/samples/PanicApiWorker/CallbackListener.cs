using System.Net;
using AuraConsole.Integration.Api.Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace AuraConsole.Samples.PanicApiWorker;

/// <summary>Takes one callback. AURA sends no secret with it, so its path is one that nobody guesses.</summary>
internal sealed class CallbackListener : IAsyncDisposable
{
    private readonly TaskCompletionSource<CsvCallback> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly PathString _path = new($"/csv/{Guid.NewGuid():N}");
    private readonly WebApplication _app;

    private CallbackListener(int port)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = CsvCallback.MaxBytes;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        _app = builder.Build();
        _app.Run(TakeAsync);
    }

    public Uri Url { get; private set; } = null!;

    public Task<CsvCallback> Result => _result.Task;

    public static async Task<CallbackListener> StartAsync(int port, CancellationToken cancellationToken)
    {
        var listener = new CallbackListener(port);
        await listener._app.StartAsync(cancellationToken);
        var addresses = listener._app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>();
        listener.Url = new Uri(new Uri(addresses.Addresses.First()), listener._path.Value);
        return listener;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private async Task TakeAsync(HttpContext context)
    {
        if (!HttpMethods.IsPost(context.Request.Method) || context.Request.Path != _path)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        if (CsvCallback.Parse(body.ToArray()) is { } told)
            _result.TrySetResult(told);
        else
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
    }
}
