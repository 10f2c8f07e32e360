using AuraConsole.Integration.Http;

namespace AuraConsole.Integration.Api.Contracts;

/// <summary>Reads refusals of <see cref="IAfterClosureApi"/>.</summary>
public static class AfterClosure
{
    /// <summary>
    /// True when AURA's refusal of a report or a map means "not before the callout is closed": 409, or 400, which a read that sends
    /// nothing but an id cannot earn otherwise. A 404 is not told apart from "does not exist".
    /// </summary>
    public static bool IsNotYet(AuraApiException failure) =>
        failure is { Kind: AuraErrorKind.Conflict } or { Kind: AuraErrorKind.Invalid, Status: 400 };
}
