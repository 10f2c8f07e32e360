namespace AuraConsole.Integration.Api.Contracts;

/// <summary>
/// What may go with a raise for a site. AURA's pages disagree (body optional, or <c>responseTypeId</c> required), so a member is sent
/// only when it was chosen; with none, the body is <c>{}</c>.
/// </summary>
public sealed record RaiseForSite
{
    /// <summary><c>responseTypeId</c> (raise-fixed-location-callout page).</summary>
    public int? ResponseTypeId { get; init; }

    /// <summary><c>calloutClassificationId</c>: 1 real, 2 test by third-party evidence.</summary>
    public int? ClassificationId { get; init; }

    /// <summary><c>internalTest</c>: routes to a test supplier.</summary>
    public bool? InternalTest { get; init; }

    /// <summary>
    /// <c>installerIdentifier</c> (create-fixed-location-callout): tells an integration partner's customers apart in reports and billing.
    /// </summary>
    public string? InstallerIdentifier { get; init; }
}

/// <summary>AURA's answer to a raise.</summary>
/// <param name="Callout">The callout, new or already active: compare it before calling it new.</param>
/// <param name="Reference">The <c>externalReferenceId</c> that AURA echoed, when it did.</param>
/// <param name="Message">AURA's own words.</param>
public sealed record RaisedCallout(AuraCallout Callout, string? Reference, string? Message)
{
    /// <summary>The <c>installerIdentifier</c> that AURA echoed, when it did.</summary>
    public string? InstallerIdentifier { get; init; }
}
