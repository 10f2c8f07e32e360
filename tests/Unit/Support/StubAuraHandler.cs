using System.Net;
using System.Text;

namespace AuraConsole.Unit.Support;

/// <summary>What <see cref="StubAuraHandler"/> was sent. <paramref name="Path"/> is escaped, as it stood on the wire.</summary>
public sealed record SentRequest(string Method, string Path, string Body, IReadOnlyDictionary<string, string> Headers)
{
    public string? Header(string name) => Headers.GetValueOrDefault(name);
}

/// <summary>
/// A server without a network: answers the routes it was given, in the given order (the last one again and again), and throws on
/// anything else. A token is issued from the start.
/// </summary>
public sealed class StubAuraHandler : HttpMessageHandler
{
    public const string TokenPath = "/panic-api/v2/oauth/token";

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Queue<Func<CancellationToken, Task<HttpResponseMessage>>>> _routes = [];
    private readonly List<SentRequest> _requests = [];

    /// <summary>All calls but those for a token.</summary>
    public IReadOnlyList<SentRequest> Calls => [.. Requests.Where(request => request.Path != TokenPath)];

    public IReadOnlyList<SentRequest> TokenCalls => [.. Requests.Where(request => request.Path == TokenPath)];

    private List<SentRequest> Requests
    {
        get
        {
            lock (_gate)
                return [.. _requests];
        }
    }

    public StubAuraHandler Answer(string route, string body, HttpStatusCode status = HttpStatusCode.OK, string mediaType = "application/json") =>
        On(route, _ => Task.FromResult(Response(status, body, mediaType)));

    /// <summary>A route is verb and path, such as <c>GET /panic-api/v2/callouts/7</c>.</summary>
    public StubAuraHandler On(string route, Func<CancellationToken, Task<HttpResponseMessage>> answer)
    {
        lock (_gate)
        {
            if (!_routes.TryGetValue(route, out var answers))
                _routes[route] = answers = [];
            answers.Enqueue(answer);
        }

        return this;
    }

    public static HttpResponseMessage Response(HttpStatusCode status, string body = "", string mediaType = "application/json") =>
        new(status) { Content = new StringContent(body, Encoding.UTF8, mediaType) };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var headers = request.Headers.Concat(request.Content?.Headers.AsEnumerable() ?? []);
        var path = request.RequestUri!.PathAndQuery;
        Func<CancellationToken, Task<HttpResponseMessage>> answer;
        lock (_gate)
        {
            _requests.Add(new SentRequest(request.Method.Method, path, body, headers.ToDictionary(h => h.Key, h => string.Join(",", h.Value))));
            answer = Next($"{request.Method} {path}");
        }

        return await answer(cancellationToken);
    }

    private Func<CancellationToken, Task<HttpResponseMessage>> Next(string route)
    {
        if (_routes.TryGetValue(route, out var answers))
            return answers.Count > 1 ? answers.Dequeue() : answers.Peek();
        if (route == "POST " + TokenPath)
            return _ => Task.FromResult(Response(HttpStatusCode.OK, """{"accessToken":"token-0","tokenType":"Bearer","expiresIn":3600}"""));
        throw new InvalidOperationException($"Nobody registered {route}.");
    }
}
