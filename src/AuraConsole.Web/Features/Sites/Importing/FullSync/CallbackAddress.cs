using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using AuraConsole.Integration;
using AuraConsole.Web.Hosting;
using AuraConsole.Web.Webhooks;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.Options;

namespace AuraConsole.Web.Features.Sites.Importing.FullSync;

/// <summary>
/// Where AURA posts what came of an upload: the origin of <c>Webhook:PublicUrl</c>, or with an AURA on this machine (the simulator) our
/// own address. AURA documents no header for this callback, so that a one-time secret stands in the address.
/// </summary>
public sealed class CallbackAddress(IServiceProvider services, IOptions<WebhookOptions> webhook, IOptions<AuraOptions> aura)
{
    public const string Path = "/webhooks/aura/import";
    public const string SecretName = "secret";

    private const int SecretBytes = 32;

    public bool IsKnown => Origin is not null;

    private Uri? Origin => webhook.Value.PublicUrl
        ?? (aura.Value.BaseUrl is { IsLoopback: true } && services.GetService<IServer>() is { } server ? OwnAddress.Of(server) : null);

    public static string NewSecret() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));

    public static byte[] Hash(string? secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret ?? ""));

    public Uri Of(Guid run, string secret) =>
        new(Origin ?? throw new InvalidOperationException("No public address is known."), $"{Path}/{run:N}?{SecretName}={secret}");
}
