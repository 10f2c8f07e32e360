namespace AuraConsole.Integration.Http;

/// <summary>Calls that are refused here because AURA could not understand them, or would understand something else.</summary>
internal static class Refusals
{
    /// <summary><see cref="AuraErrorKind.Invalid"/> without a status: nothing was sent.</summary>
    public static AuraApiException BeforeSending(string reason, string parameter) =>
        new(AuraErrorKind.Invalid, null, null, Guid.NewGuid().ToString("N"), inner: new ArgumentException(reason, parameter));
}
