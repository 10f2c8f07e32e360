using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text.Json;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Identity;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.Extensions.Options;

namespace AuraConsole.Web.Access.SingleSignOn;

/// <summary>Asks the provider who somebody is, with the token that it gave, and keeps of the answer what the console needs.</summary>
internal static class ProviderAnswer
{
    public const string VerifiedType = "auraconsole:email_verified";

    private const int MostRoles = 200;
    private const int KeyLength = 200;

    public static async Task ReadAsync(OAuthCreatingTicketContext context)
    {
        var options = context.HttpContext.RequestServices.GetRequiredService<IOptions<SingleSignOnOptions>>().Value;
        using var request = new HttpRequestMessage(HttpMethod.Get, context.Options.UserInformationEndpoint);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", context.AccessToken);
        request.Headers.Accept.ParseAdd("application/json");
        using var answer = await context.Backchannel.SendAsync(request, context.HttpContext.RequestAborted);
        answer.EnsureSuccessStatusCode();
        // the backchannel reads no more than it is told to
        using var body = JsonDocument.Parse(await answer.Content.ReadAsStreamAsync(context.HttpContext.RequestAborted));
        if (body.RootElement.ValueKind != JsonValueKind.Object || Read(body.RootElement, options.KeyClaim) is not { Length: > 0 and <= KeyLength } key)
            throw new InvalidOperationException("The provider's answer names nobody.");
        var identity = context.Identity!;
        identity.AddClaim(new Claim(ClaimTypes.NameIdentifier, key));
        if (Read(body.RootElement, options.EmailClaim) is { Length: > 0 and <= 256 } email)
            identity.AddClaim(new Claim(ClaimTypes.Email, email));
        if (Text.Cut(Read(body.RootElement, options.NameClaim), ConsoleUser.DisplayNameLength) is { Length: > 0 } name)
            identity.AddClaim(new Claim(ClaimTypes.Name, name));
        if (body.RootElement.TryGetProperty("email_verified", out var verified) && (verified.ValueKind == JsonValueKind.True || verified.ToString() == "true"))
            identity.AddClaim(new Claim(VerifiedType, "true"));
        identity.AddClaims(RolesOf(body.RootElement, options).Select(static role => new Claim(ClaimTypes.Role, role)));
    }

    private static string? Read(JsonElement body, string member) =>
        body.TryGetProperty(member, out var value) && value.ValueKind is JsonValueKind.String or JsonValueKind.Number ? value.ToString().Trim() : null;

    /// <summary>The highest role that something said maps to; none when nothing does.</summary>
    private static IEnumerable<string> RolesOf(JsonElement body, SingleSignOnOptions options)
    {
        if (!body.TryGetProperty(options.RoleClaim, out var value))
            return [];
        var said = value.ValueKind == JsonValueKind.Array
            ? value.EnumerateArray().Take(MostRoles).Where(static one => one.ValueKind == JsonValueKind.String).Select(static one => one.GetString()!)
            : value.ValueKind == JsonValueKind.String ? [value.GetString()!] : [];
        var mapped = said.Select(one => options.RoleMap.GetValueOrDefault(one)).ToHashSet();
        return Roles.All.Where(mapped.Contains).TakeLast(1);
    }
}
