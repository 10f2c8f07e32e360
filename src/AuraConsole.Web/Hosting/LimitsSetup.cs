using Microsoft.AspNetCore.Http.Features;

namespace AuraConsole.Web.Hosting;

internal static class LimitsSetup
{
    private const int MaxBodyBytes = 1024 * 1024;

    /// <summary>Bounds what a request may carry; an endpoint that takes less (webhooks) says so itself.</summary>
    public static void AddConsoleLimits(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(static kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxBodyBytes;
        });
        builder.Services.Configure<FormOptions>(static form =>
        {
            form.ValueCountLimit = 64;
            form.KeyLengthLimit = 256;
            form.ValueLengthLimit = 64 * 1024;
            form.MultipartBodyLengthLimit = MaxBodyBytes;
        });
    }
}
