namespace AuraConsole.Web.Data.Entities;

/// <summary>How somebody became known.</summary>
public enum SignInWay
{
    Password,

    /// <summary>Password, then a code of the authenticator app or a recovery code.</summary>
    PasswordAndCode,

    Passkey,

    /// <summary>The organisation's own sign-in.</summary>
    SingleSignOn,

    /// <summary>The token of the log, once.</summary>
    FirstAdmin,
}

/// <summary>One sign-in in one browser. The cookie carries its id; without an open row here the cookie is worth nothing.</summary>
public sealed class SignInSession
{
    public const int DeviceLength = 80;

    public Guid Id { get; set; }

    public required string UserId { get; set; }

    public SignInWay Way { get; set; }

    /// <summary>Browser and system, as the browser names itself.</summary>
    public required string Device { get; set; }

    public DateTimeOffset StartedAt { get; set; }

    /// <summary>Exact to a minute.</summary>
    public DateTimeOffset LastSeenAt { get; set; }

    /// <summary>When the person last proved who it is; what protects the account may be changed for a while after it.</summary>
    public DateTimeOffset ProvedAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }
}
