namespace AuraConsole.Web.Data.Entities;

/// <summary>The code of an authenticator app that somebody used last: neither it nor an older one opens again.</summary>
public sealed class UsedCode
{
    public required string UserId { get; set; }

    /// <summary>Which half minute since 1970.</summary>
    public long Step { get; set; }
}
