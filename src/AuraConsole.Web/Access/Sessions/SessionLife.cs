using AuraConsole.Web.Data.Entities;

namespace AuraConsole.Web.Access.Sessions;

/// <summary>How long a sign-in lasts.</summary>
internal static class SessionLife
{
    /// <summary>Without any sign of life.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromHours(12);

    /// <summary>However much it is used.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    /// <summary>How long after proving who one is the account's own protection may be changed.</summary>
    public static readonly TimeSpan Proof = TimeSpan.FromMinutes(15);

    public static IQueryable<SignInSession> OpenAt(this IQueryable<SignInSession> sessions, DateTimeOffset now)
    {
        var (seen, started) = (now - Idle, now - Longest);
        return sessions.Where(session => session.EndedAt == null && session.LastSeenAt > seen && session.StartedAt > started);
    }
}
