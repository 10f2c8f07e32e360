namespace AuraConsole.Web.Access.SingleSignOn;

/// <summary>The organisation's own sign-in by OAuth 2.0 (configuration section <c>SingleSignOn</c>); off unless configured.</summary>
public sealed class SingleSignOnOptions
{
    public const string Section = "SingleSignOn";

    /// <summary>Where the provider sends the browser back to; to be registered there.</summary>
    public const string Callback = "/signin-sso";

    public bool Enabled { get; set; }

    /// <summary>What the button calls it.</summary>
    public string Name { get; set; } = "";

    public string AuthorizationEndpoint { get; set; } = "";

    public string TokenEndpoint { get; set; } = "";

    public string UserInfoEndpoint { get; set; } = "";

    public string ClientId { get; set; } = "";

    public string ClientSecret { get; set; } = "";

    /// <summary>What is asked for, with blanks between.</summary>
    public string Scope { get; set; } = "openid profile email";

    /// <summary>Member of the provider's answer that never changes for a person.</summary>
    public string KeyClaim { get; set; } = "sub";

    public string EmailClaim { get; set; } = "email";

    public string NameClaim { get; set; } = "name";

    /// <summary>Member that holds what <see cref="RoleMap"/> knows: a text, or a list of texts.</summary>
    public string RoleClaim { get; set; } = "roles";

    /// <summary>Role here, by what the provider says.</summary>
    public Dictionary<string, string> RoleMap { get; set; } = [];

    /// <summary>Joins a user who is here already by an email that the provider calls verified. Only for a provider that owns those addresses.</summary>
    public bool LinkByEmail { get; set; }

    /// <summary>Whether the provider itself asks for a second factor.</summary>
    public bool CountsAsMfa { get; set; }
}
