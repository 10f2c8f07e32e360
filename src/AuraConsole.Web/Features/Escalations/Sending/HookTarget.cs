using System.Net;
using AuraConsole.Web.Data.Entities;

namespace AuraConsole.Web.Features.Escalations.Sending;

public enum TargetFault
{
    /// <summary>No whole address, or one with a user, a password or a fragment in it.</summary>
    NotAnAddress,

    /// <summary>HTTP is for this machine only, and only where private targets are allowed.</summary>
    NotHttps,

    /// <summary>Loopback, private or link-local, which the configuration does not allow.</summary>
    Private,
}

/// <summary>What an address of the webhook must be like. Where a name leads is checked again at each connection.</summary>
public static class HookTarget
{
    public static TargetFault? Check(string? text, bool allowPrivate)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > EscalationHook.UrlLength || !Uri.TryCreate(text.Trim(), UriKind.Absolute, out var url)
            || url.Scheme is not ("http" or "https") || url.UserInfo.Length > 0 || url.Fragment.Length > 0 || url.Host.Length == 0)
            return TargetFault.NotAnAddress;
        if (url.Scheme == "http" && !(url.IsLoopback && allowPrivate))
            return TargetFault.NotHttps;
        var isPrivate = url.IsLoopback || (IPAddress.TryParse(url.Host.Trim('[', ']'), out var address) && PrivateAddress.Is(address));
        return isPrivate && !allowPrivate ? TargetFault.Private : null;
    }
}
