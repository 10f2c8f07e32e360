using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Routes = Microsoft.AspNetCore.Builder.EndpointRouteBuilderExtensions;
using WebApplication = Microsoft.AspNetCore.Builder.WebApplication;

namespace AuraConsole.Unit.Support;

/// <summary>
/// An organisation's sign-in: authorize, token, userinfo. It signs in whoever <see cref="Person"/> says, and is strict about what the
/// console must do: state, PKCE, the secret, codes that work once.
/// </summary>
public sealed class StandInProvider : IAsyncDisposable
{
    public const string ClientId = "console";
    public const string ClientSecret = "secret-of-the-stand-in-provider";

    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, (string Challenge, string Back)> _codes = new();
    private readonly ConcurrentDictionary<string, byte> _tokens = new();

    private StandInProvider(WebApplication app) => _app = app;

    /// <summary>What userinfo answers.</summary>
    public JsonObject Person { get; set; } = new() { ["sub"] = "4711", ["name"] = "Naledi", ["email"] = "naledi@example.com", ["email_verified"] = true, ["roles"] = new JsonArray("console-dispatch") };

    /// <summary>What userinfo answers instead, while it is broken.</summary>
    public HttpStatusCode Status { get; set; } = HttpStatusCode.OK;

    public Uri Url => new(_app.Urls.First());

    /// <summary>The console's configuration for it.</summary>
    public Dictionary<string, string> Settings => new()
    {
        ["SingleSignOn:Enabled"] = "true",
        ["SingleSignOn:Name"] = "Stand-in",
        ["SingleSignOn:AuthorizationEndpoint"] = $"{Url}authorize",
        ["SingleSignOn:TokenEndpoint"] = $"{Url}token",
        ["SingleSignOn:UserInfoEndpoint"] = $"{Url}userinfo",
        ["SingleSignOn:ClientId"] = ClientId,
        ["SingleSignOn:ClientSecret"] = ClientSecret,
        ["SingleSignOn:RoleMap:console-dispatch"] = "Dispatcher",
        ["SingleSignOn:RoleMap:console-admin"] = "Admin",
    };

    public static async Task<StandInProvider> StartAsync()
    {
        var app = WebApplication.CreateSlimBuilder().Build();
        app.Urls.Add("http://127.0.0.1:0");
        var provider = new StandInProvider(app);
        Routes.MapGet(app, "/authorize", provider.Authorize);
        Routes.MapPost(app, "/token", provider.TokenAsync);
        Routes.MapGet(app, "/userinfo", provider.UserInfo);
        await provider._app.StartAsync();
        return provider;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static string Secret() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24));

    private IResult Authorize(HttpRequest request)
    {
        var query = request.Query;
        if (query["response_type"] != "code" || query["client_id"] != ClientId || query["code_challenge_method"] != "S256" || query["state"].Count == 0)
            return Results.BadRequest();
        var code = Secret();
        _codes[code] = (query["code_challenge"]!, query["redirect_uri"]!);
        return Results.Redirect($"{query["redirect_uri"]}?code={code}&state={Uri.EscapeDataString(query["state"]!)}");
    }

    private async Task<IResult> TokenAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        var isRight = form["grant_type"] == "authorization_code" && form["client_id"] == ClientId && form["client_secret"] == ClientSecret
            && _codes.TryRemove(form["code"].ToString(), out var asked) && asked.Back == form["redirect_uri"]
            && asked.Challenge == Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString())));
        if (!isRight)
            return Results.Json(new JsonObject { ["error"] = "invalid_grant" }, statusCode: StatusCodes.Status400BadRequest);
        var token = Secret();
        _tokens[token] = 0;
        return Results.Json(new JsonObject { ["access_token"] = token, ["token_type"] = "Bearer", ["expires_in"] = 60 });
    }

    private IResult UserInfo(HttpRequest request) =>
        Status != HttpStatusCode.OK ? Results.StatusCode((int)Status)
        : request.Headers.Authorization.ToString() is ['B', 'e', 'a', 'r', 'e', 'r', ' ', .. var token] && _tokens.ContainsKey(token) ? Results.Json(Person)
        : Results.Unauthorized();
}
