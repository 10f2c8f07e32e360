using System.Net;
using System.Net.Sockets;
using System.Text;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Entities;
using Microsoft.Extensions.Options;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace AuraConsole.Web.Features.Escalations.Sending;

/// <summary>What came of a sending.</summary>
/// <param name="IsTaken">The receiver answered 2xx.</param>
/// <param name="Status">Its status; null without an answer.</param>
/// <param name="Text">The beginning of its answer, or what went wrong.</param>
public sealed record HookAnswer(bool IsTaken, int? Status, string? Text);

/// <summary>
/// Posts a signed message. It follows no redirect, uses no proxy and keeps no cookie, and connects only to addresses that it has looked at
/// itself: a name that leads into the own network after it was checked leads nowhere.
/// </summary>
public sealed class HookClient : IDisposable
{
    private const int QuickRetries = 2;

    private readonly HttpClient _http;
    private readonly EscalationOptions _options;
    private readonly TimeProvider _time;
    private readonly ResiliencePipeline<HookAnswer> _once;
    private readonly ResiliencePipeline<HookAnswer> _persistent;

    public HookClient(IOptions<EscalationOptions> options, TimeProvider time)
    {
        (_options, _time) = (options.Value, time);
        _http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            MaxResponseHeadersLength = 16,
            PooledConnectionLifetime = TimeSpan.FromMinutes(1),
            ConnectCallback = ConnectAsync,
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        _once = Builder().AddTimeout(_options.AttemptTimeout).Build();
        _persistent = Builder().AddRetry(new RetryStrategyOptions<HookAnswer>
        {
            MaxRetryAttempts = QuickRetries,
            Delay = TimeSpan.FromMilliseconds(300),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            ShouldHandle = static arguments => ValueTask.FromResult(arguments.Outcome switch
            {
                { Exception: HttpRequestException { InnerException: not RefusedTargetException } or TimeoutRejectedException or IOException } => true,
                { Result.Status: >= 500 or 408 or 429 } => true,
                _ => false,
            }),
        }).AddTimeout(_options.AttemptTimeout).Build();
    }

    /// <param name="url">Where to.</param>
    /// <param name="secret">The shared secret.</param>
    /// <param name="id">The message's own id.</param>
    /// <param name="body">What is signed and sent.</param>
    /// <param name="persists">Tries again at once, a few times.</param>
    /// <param name="cancellationToken">Ends the sending; whether the receiver has it is not known then.</param>
    public async Task<HookAnswer> SendAsync(string url, string secret, Guid id, string body, bool persists, CancellationToken cancellationToken)
    {
        // the configuration may have become stricter since the address was saved
        if (HookTarget.Check(url, _options.AllowPrivateTargets) is { } fault)
            return new HookAnswer(false, null, $"The address is refused: {fault}.");
        try
        {
            return await (persists ? _persistent : _once).ExecuteAsync(
                async token => await PostAsync(new Uri(url), secret, id, body, token), cancellationToken);
        }
        catch (TimeoutRejectedException)
        {
            return new HookAnswer(false, null, $"No answer within {_options.AttemptTimeout.TotalSeconds:0.#} s.");
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or SocketException)
        {
            return new HookAnswer(false, null, Text.Cut((failure.InnerException ?? failure).Message, EscalationSend.AnswerLength));
        }
    }

    public void Dispose() => _http.Dispose();

    private ResiliencePipelineBuilder<HookAnswer> Builder() => new() { TimeProvider = _time };

    private async Task<HookAnswer> PostAsync(Uri url, string secret, Guid id, string body, CancellationToken cancellationToken)
    {
        var timestamp = HookSignature.Timestamp(_time.GetUtcNow());
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation(HookSignature.IdHeader, id.ToString());
        request.Headers.TryAddWithoutValidation(HookSignature.TimestampHeader, timestamp);
        request.Headers.TryAddWithoutValidation(HookSignature.SignatureHeader, HookSignature.Of(secret, timestamp, body));
        request.Headers.TryAddWithoutValidation("User-Agent", "AuraConsole");
        using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        var status = (int)response.StatusCode;
        var words = status is >= 300 and < 400 ? "A redirect, which is not followed." : await BeginningAsync(response, cancellationToken);
        return new HookAnswer(response.IsSuccessStatusCode, status, words);
    }

    /// <summary>As much of the answer as is shown, and not a byte more.</summary>
    private static async Task<string> BeginningAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[EscalationSend.AnswerLength];
        var length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        var text = Encoding.UTF8.GetString(buffer, 0, length);
        return new string([.. text.Where(static letter => !char.IsControl(letter) || letter is '\n')]).Trim();
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var found = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellationToken);
        var allowed = _options.AllowPrivateTargets ? found : Array.FindAll(found, static address => !PrivateAddress.Is(address));
        if (allowed.Length == 0)
            throw new RefusedTargetException();
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, context.DnsEndPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private sealed class RefusedTargetException() : IOException("The address leads into a private network, which Escalation:AllowPrivateTargets does not allow.");
}
