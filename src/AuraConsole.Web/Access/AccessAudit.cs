using System.Security.Cryptography;
using System.Text;

namespace AuraConsole.Web.Access;

/// <summary>What the audit calls things that have to do with people and how they sign in.</summary>
internal static class AccessAudit
{
    public const string SignedIn = "signin.done";
    public const string Refused = "signin.refused";
    public const string Locked = "signin.locked";
    public const string SignedOut = "signin.signed-out";
    public const string SessionEnded = "session.ended";
    public const string Invited = "user.invited";
    public const string LinkMade = "user.link-made";
    public const string LinkUsed = "user.link-used";
    public const string RoleChanged = "user.role";
    public const string Disabled = "user.disabled";
    public const string Enabled = "user.enabled";
    public const string Unlocked = "user.unlocked";
    public const string PasswordChanged = "user.password";
    public const string FactorAdded = "user.factor-added";
    public const string FactorRemoved = "user.factor-removed";
    public const string RecoveryCodes = "user.recovery-codes";
    public const string Linked = "user.single-sign-on";

    /// <summary>The subject of somebody whom the console does not know.</summary>
    public const string Nobody = "user:unknown";

    private const int MarkBytes = 4;

    public static string Subject(string userId) => $"user:{userId}";

    /// <summary>Tells attempts at one address from those at another, and cannot be turned back into it.</summary>
    public static string MarkOf(string email) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(email.Trim().ToUpperInvariant())).AsSpan(0, MarkBytes));
}
