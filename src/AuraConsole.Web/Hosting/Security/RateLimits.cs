using System.Threading.RateLimiting;
using AuraConsole.Web.Components.Account;
using AuraConsole.Web.Resources;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace AuraConsole.Web.Hosting.Security;

internal static class RateLimits
{
    private const int SegmentsPerMinute = 6;

    private static readonly string[] Guessable = [AccountPaths.Login, AccountPaths.FirstAdmin, AccountPaths.Code, AccountPaths.Link];

    /// <summary>Slows guessing of passwords, codes and tokens down, per address.</summary>
    public static void AddConsoleRateLimits(this IServiceCollection services)
    {
        services.AddRateLimiter(static _ => { });
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<SignInOptions>>(static (limiter, signIn) =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => IsAttempt(context.Request)
                ? RateLimitPartition.GetSlidingWindowLimiter(
                    context.Connection.RemoteIpAddress?.ToString() ?? "unknown", _ => Window(signIn.Value))
                : RateLimitPartition.GetNoLimiter(""));
            limiter.OnRejected = static async (rejected, cancellationToken) =>
            {
                var response = rejected.HttpContext.Response;
                response.ContentType = "text/plain; charset=utf-8";
                response.Headers.RetryAfter = "60";
                await response.WriteAsync(AccountText.TooManyAttempts, cancellationToken);
            };
        });
    }

    private static bool IsAttempt(HttpRequest request) =>
        HttpMethods.IsPost(request.Method)
        && Array.Exists(Guessable, path => Leads(request, path));

    private static bool Leads(HttpRequest request, string path) =>
        request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase);

    private static SlidingWindowRateLimiterOptions Window(SignInOptions options) => new()
    {
        PermitLimit = options.AttemptsPerMinute,
        Window = TimeSpan.FromMinutes(1),
        SegmentsPerWindow = SegmentsPerMinute,
        QueueLimit = 0,
    };
}
