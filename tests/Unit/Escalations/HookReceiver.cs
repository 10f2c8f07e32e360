using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AuraConsole.Unit.Escalations;

/// <summary>A small receiver of the webhook, on a port of its own.</summary>
internal sealed class HookReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;

    private HookReceiver(WebApplication app) => _app = app;

    public ConcurrentQueue<Received> Requests { get; } = new();

    /// <summary>What it answers; asked with the number of the request, from 1.</summary>
    public Func<int, HttpContext, Task> Answer { get; set; } = static (_, _) => Task.CompletedTask;

    public string Url => _app.Urls.First() + "/hook";

    public static async Task<HookReceiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var receiver = new HookReceiver(builder.Build());
        receiver._app.Run(receiver.TakeAsync);
        await receiver._app.StartAsync();
        return receiver;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        string Header(string name) => context.Request.Headers[name].ToString();
        Requests.Enqueue(new Received(context.Request.Path, Header("X-AuraConsole-Id"), Header("X-AuraConsole-Timestamp"), Header("X-AuraConsole-Signature"), body));
        await Answer(Requests.Count, context);
    }

    internal sealed record Received(string Path, string Id, string Timestamp, string Signature, string Body);
}
