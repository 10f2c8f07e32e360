using System.Net.Http.Headers;
using System.Text;
using AuraConsole.Simulator.State;

namespace AuraConsole.Simulator.Import;

/// <summary>Processes uploaded files one after another and POSTs each result to its callback, once.</summary>
internal sealed partial class ImportProcessor(
    ImportQueue queue, SimulatorState state, SimulatorOptions options, TimeProvider time, ILogger<ImportProcessor> logger)
    : BackgroundService
{
    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, UseCookies = false })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    public override void Dispose()
    {
        while (queue.Uploads.TryRead(out var left)) left.Dispose();
        _http.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var upload in queue.Uploads.ReadAllAsync(stoppingToken))
        {
            using (upload) await ProcessSafelyAsync(upload, stoppingToken);
        }
    }

    /// <summary>A broken file must not end the service, and with it the host.</summary>
    private async Task ProcessSafelyAsync(SiteUpload upload, CancellationToken cancellationToken)
    {
        try
        {
            await ProcessAsync(upload, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Log.Failed(logger, exception, upload.Id);
        }
    }

    private async Task ProcessAsync(SiteUpload upload, CancellationToken cancellationToken)
    {
        upload.File.Position = 0;
        var file = SiteFile.Read(upload.File, upload.Delimiter, cancellationToken);
        var changes = file.Problem is null ? Apply(upload.Source, file) : new SiteSync(0, 0, 0, 0);
        var body = Encoding.UTF8.GetBytes(ImportResult.Of(upload, file, changes).ToJsonString());
        var status = await PostAsync(upload.Callback, body, cancellationToken);
        state.Record(new UploadEntry(
            time.GetUtcNow(), upload.Id, upload.Source.ClientId, changes.Created, changes.Updated, changes.Deleted, file.Failed, status));
    }

    private SiteSync Apply(SourceState source, SiteFile file)
    {
        var now = time.GetUtcNow();
        return source.Sync(
            file.Sites, file.References, state.Ids.Next, now,
            refused => file.Fail(0, refused.Reference, "The simulator keeps no more sites"));
    }

    private async Task<int> PostAsync(Uri callback, byte[] body, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(options.WebhookTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            using var content = new ByteArrayContent(body);
            content.Headers.ContentType = Json;
            using var request = new HttpRequestMessage(HttpMethod.Post, callback) { Content = content };
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return (int)response.StatusCode;
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Log.Unanswered(logger, exception is HttpRequestException ? exception.Message : "no answer in time");
            return 0;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Upload {UploadId} failed")]
        public static partial void Failed(ILogger logger, Exception exception, long uploadId);

        [LoggerMessage(Level = LogLevel.Warning, Message = "The result of an upload was not answered: {Reason}")]
        public static partial void Unanswered(ILogger logger, string reason);
    }
}
