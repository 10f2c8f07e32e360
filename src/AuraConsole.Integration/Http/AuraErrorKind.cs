namespace AuraConsole.Integration.Http;

/// <summary>What went wrong with a call, as far as a caller can act on it.</summary>
public enum AuraErrorKind
{
    /// <summary>401: our credentials or token were refused.</summary>
    Unauthorised,

    /// <summary>403: not permitted, for example no active subscription.</summary>
    Forbidden,

    /// <summary>404: does not exist, or belongs to another customer source.</summary>
    NotFound,

    /// <summary>409: conflicts with the present state.</summary>
    Conflict,

    /// <summary>
    /// 400 or another 4xx: AURA did not accept what was sent; on a raise, possibly an unknown site reference. Without a status: refused by
    /// this client before anything was sent, the reason is in the inner exception.
    /// </summary>
    Invalid,

    /// <summary>429: too many calls; see <see cref="AuraApiException.RetryAfter"/>.</summary>
    RateLimited,

    /// <summary>AURA could not be reached or is failing, and what was asked certainly did not happen.</summary>
    Unavailable,

    /// <summary>A raise, cancel or other change may or may not have happened: no answer, a 5xx, or an answer that cannot be read.</summary>
    OutcomeUnknown,

    /// <summary>An answer to a read that this client does not understand.</summary>
    Unexpected,
}
