using AuraConsole.Web.Components.Controls;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Resources;

namespace AuraConsole.Web.Features.Users;

/// <summary>How the page of users says things.</summary>
internal static class UserWords
{
    public static string Role(string? role) => role switch
    {
        Roles.Admin => LayoutText.RoleAdmin,
        Roles.Supervisor => LayoutText.RoleSupervisor,
        Roles.Dispatcher => LayoutText.RoleDispatcher,
        _ => UsersText.RoleNone,
    };

    public static string Way(SignInWay way) => way switch
    {
        SignInWay.PasswordAndCode => UsersText.WayPasswordAndCode,
        SignInWay.Passkey => UsersText.WayPasskey,
        SignInWay.SingleSignOn => UsersText.WaySingleSignOn,
        SignInWay.FirstAdmin => UsersText.WayFirstAdmin,
        _ => UsersText.WayPassword,
    };

    public static (string Shape, string Word, string Class) State(UserState state) => state switch
    {
        UserState.Invited => ("○", UsersText.StateInvited, "quiet"),
        UserState.Locked => ("▲", UsersText.StateLocked, "warn"),
        UserState.Disabled => ("■", UsersText.StateDisabled, "late"),
        _ => ("●", UsersText.StateActive, "good"),
    };

    public static string Sees(Scope scope)
    {
        if (!scope.IsLimited)
            return UsersText.Everything;
        var groups = scope.Groups.Count == 1 ? UsersText.GroupOne : Say.With(UsersText.Groups, scope.Groups.Count);
        return (scope.Groups.Count, scope.WithUngrouped) switch
        {
            (0, false) => UsersText.Nothing,
            (0, true) => UsersText.Ungrouped,
            (_, true) => Say.With(UsersText.AndUngrouped, groups),
            _ => groups,
        };
    }

    public static string Factor(UserLine user) => (user.HasCode, user.Passkeys > 0) switch
    {
        (true, true) => UsersText.FactorBoth,
        (true, false) => UsersText.FactorCode,
        (false, true) => UsersText.FactorPasskey,
        _ => UsersText.FactorNone,
    };

    /// <summary>Null when it was done.</summary>
    public static string? Refusal(UserOutcome outcome) => outcome switch
    {
        UserOutcome.Done => null,
        UserOutcome.Gone => UsersText.RefuseGone,
        UserOutcome.LastAdmin => UsersText.RefuseLastAdmin,
        UserOutcome.Yourself => UsersText.RefuseYourself,
        UserOutcome.EmailTaken => UsersText.RefuseEmailTaken,
        UserOutcome.EmailInvalid => UsersText.RefuseEmailInvalid,
        UserOutcome.TooMany => Say.With(UsersText.RefuseTooMany, UserDesk.Most),
        UserOutcome.Disabled => UsersText.RefuseDisabled,
        _ => UsersText.RefuseChanged,
    };
}
